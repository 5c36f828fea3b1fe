/*
 * month: a calendar month as an integer, year * 12 + (month - 1), so that distances are
 * differences. Years 1900 to 2999.
 */
#ifndef KAM_BASE_MONTH_H
#define KAM_BASE_MONTH_H

#include "text.h"

enum {
    KAM_MONTH_NONE = -1,
    KAM_MONTH_FIRST = 1900 * 12,
    KAM_MONTH_LAST = 2999 * 12 + 11,
    KAM_MONTH_SIZE = 8, /* "YYYY-MM" and a NUL */
};

/*
 * Parse a cell that says a month or a day of it: 2026-10, 202610, 2026/10, 2026/10/5, 2026-10-05,
 * 2026.10.5, 20261005, 2026年10月, 2026年10月5日, a day also with a time behind it
 * ("2026-10-05 23:59:59", "2026-10-05T23:59:59.000+08:00", "20261005235959"), and white space
 * around the whole. The day has to exist. The month is the one that stands there: no time is
 * converted from one zone to another. 2026.10 is no month (as a number it would be 2026.1), nor
 * is anything without all four digits of the year. Returns the month, or KAM_MONTH_NONE.
 */
KAM_API int kam_month_parse(struct kam_text text);

/* Parse exactly "YYYY-MM", the form kam writes; KAM_MONTH_NONE for anything else. */
KAM_API int kam_month_parse_plain(struct kam_text text);

/* Write "YYYY-MM" and a NUL. */
KAM_API void kam_month_format(int month, char out[KAM_MONTH_SIZE]);

#endif
