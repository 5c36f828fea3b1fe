/*
 * calendar: the months of years, days and spreadsheets' day numbers, and why there is none.
 */
#ifndef KAM_BASE_CALENDAR_H
#define KAM_BASE_CALENDAR_H

#include "month.h"

/* What a cell that says no month is told; stands where a month would, hence all are negative. */
enum kam_no_month {
    KAM_NO_MONTH = KAM_MONTH_NONE, /* nothing known about it */
    KAM_NO_MONTH_EMPTY = -2,
    KAM_NO_MONTH_SUCH_YEAR = -3, /* before 1900 or after 2999 */
    KAM_NO_MONTH_SUCH_MONTH = -4,
    KAM_NO_MONTH_SUCH_DAY = -5,
    KAM_NO_MONTH_ORDER = -6,         /* the order of day, month and year has to be known */
    KAM_NO_MONTH_SHORT_YEAR = -7,    /* would be one if years of two digits were allowed */
    KAM_NO_MONTH_SHORT_DAY = -8,     /* 261005: never, since 201005 is 2010-05 */
    KAM_NO_MONTH_YEAR_ALONE = -9,    /* 2026 */
    KAM_NO_MONTH_WITHOUT_YEAR = -10, /* October, 5 Oct */
    KAM_NO_MONTH_NUMBER = -11,       /* 2026.10, which may have been 2026.1 */
    KAM_NO_MONTH_SERIAL = -12,       /* five digits, but not of a spreadsheet's day 1990 to 2099 */
    KAM_NO_MONTH_QUARTER = -13,
    KAM_NO_MONTH_TIME = -14, /* a day and something that is no time of day */
    KAM_NO_MONTH_MORE = -15, /* a month and something */
};

/* The month MONTH (1 to 12) of YEAR. */
int kam_calendar_month(int year, int month);

/* The month of a day that has to exist. */
int kam_calendar_day(int year, int month, int day);

/*
 * The month of day number SERIAL of a spreadsheet (1 is 1900-01-01, and 60 the 29 February 1900
 * that wasn't, so that all since are one more than the days gone by). 1990 to 2099 only: other
 * numbers of five digits are probably something else.
 */
int kam_calendar_serial(int serial);

/*
 * Whether YEAR is one of billing, where it might be something else: 261005 isn't May 2610, nor is
 * 2.2610.
 */
static inline bool kam_calendar_is_likely(int year)
{
    return year >= 1900 && year <= 2199;
}

/* The year that two digits mean: 69 to 99 are 19xx, 00 to 68 20xx, as POSIX strptime has %y. */
static inline int kam_calendar_full_year(int two_digits)
{
    return two_digits + (two_digits < 69 ? 2000 : 1900);
}

#endif
