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

/* A run of months, such as those that a table covers. */
struct kam_months {
    int first; /* KAM_MONTH_NONE where count is 0 */
    unsigned count;
};

#define KAM_MONTHS_NONE ((struct kam_months){KAM_MONTH_NONE, 0})

/* How a file writes its days. Zero-initialised: nothing decided, years have four digits. */
enum kam_date_order { KAM_DATES_UNDECIDED, KAM_DATES_YMD, KAM_DATES_DMY, KAM_DATES_MDY };

struct kam_month_style {
    enum kam_date_order order;
    /* Years of two digits are allowed: 69 to 99 are 19xx, 00 to 68 20xx, as POSIX strptime has %y.
     */
    bool short_years;
};

/* Of a file about which nothing is known: only what is clear is a month. */
#define KAM_MONTH_CLEAR ((struct kam_month_style){KAM_DATES_UNDECIDED, false})

/*
 * Parse a cell that says a month or a day of it. Whatever the style:
 *
 *     2026-10  202610  202610.0  2026/10  10/2026  10-2026  10.2026  2026年10月  2026年10月份
 *     Oct-2026  October 2026  OCT2026  2026-Oct
 *     2026-10-05  2026/10/5  2026.10.5  20261005  20261005.0  2026年10月5日  20261005235959
 *     5-Oct-2026  05 October 2026  05OCT2026  Oct 5, 2026  2026-Oct-05
 *     10/10/2026
 *     46300  46300.5: a spreadsheet's day number, 1990-01-01 (32874) to 2099-12-31 (73050)
 *
 * In the order DMY 5/10/2026, 05-10-2026, 5.10.2026 are of October, in MDY they are of May. Years
 * of two digits, where they are allowed: Oct-26, Oct 5, 26 and 26年10月; 26-10, 26-10-05, 26-Oct,
 * 26-Oct-05 and 2610 in YMD; 10/26, 5-Oct-26 and 5/10/26 or 10/5/26 in DMY or MDY.
 *
 * A day may have a time behind it, with a zone or without (clock.h): no time is converted from one
 * zone to another. The day has to exist. Names are English, in any case. White space around the
 * whole and full-width characters are fine. Six digits are a month in 1900 to 2199 only, so that
 * 261005 isn't one, and 2026.10 is never one: it may have been 2026.1.
 *
 * Returns the month, or KAM_MONTH_NONE.
 */
KAM_API int kam_month_parse(struct kam_text text, struct kam_month_style style);

/* Why kam_month_parse refuses TEXT, for a message, and what to do; NULL if it doesn't. */
KAM_API const char *kam_month_reason(struct kam_text text, struct kam_month_style style);

/* What a cell says about the order of days and months in its file. */
enum kam_date_hint {
    KAM_DATE_HINT_NONE, /* it is clear in any order, or in none */
    KAM_DATE_HINT_DMY,  /* 25/10/2026 */
    KAM_DATE_HINT_MDY,  /* 10/25/2026 */
    KAM_DATE_HINT_EITHER,
};

/* The hint of TEXT; years of two digits give none, as they aren't read unless the order is known.
 */
KAM_API enum kam_date_hint kam_month_hint(struct kam_text text);

/* Parse exactly "YYYY-MM", the form kam writes; KAM_MONTH_NONE for anything else. */
KAM_API int kam_month_parse_plain(struct kam_text text);

/* Stretch MONTHS, if need be, so that they include those from FIRST to LAST. */
void kam_months_include(struct kam_months *months, int first, int last);

/* Write "YYYY-MM" and a NUL. */
KAM_API void kam_month_format(int month, char out[KAM_MONTH_SIZE]);

#endif
