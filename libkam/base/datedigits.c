#include "base/datedigits.h"
#include "base/calendar.h"
#include "base/clock.h"
#include "base/scan.h"

/* ".0": what is left of a whole number that went through a program with floating point only. */
static bool is_zero_fraction(struct kam_text rest)
{
    if (!kam_scan_skip(&rest, KAM_TEXT(".")) || !rest.len)
        return false;
    while (kam_scan_skip(&rest, KAM_TEXT("0")))
        ;
    return !rest.len;
}

static bool is_fraction(struct kam_text rest)
{
    return kam_scan_skip(&rest, KAM_TEXT(".")) && rest.len && kam_scan_digits(rest) == rest.len;
}

/* 2610 */
static int read_four(int number, struct kam_month_style style)
{
    int month = kam_calendar_month(kam_calendar_full_year(number / 100), number % 100);

    if (style.short_years && style.order == KAM_DATES_YMD && month >= 0)
        return month;
    if (kam_calendar_is_likely(number))
        return KAM_NO_MONTH_YEAR_ALONE;
    if (month < 0)
        return KAM_NO_MONTH;
    return style.short_years ? KAM_NO_MONTH_ORDER : KAM_NO_MONTH_SHORT_YEAR;
}

/* Whether six digits are a day in some order, its year of two of them. */
static bool is_short_day(int a, int b, int c)
{
    return kam_calendar_day(kam_calendar_full_year(a), b, c) >= 0 ||
           kam_calendar_day(kam_calendar_full_year(c), b, a) >= 0 ||
           kam_calendar_day(kam_calendar_full_year(c), a, b) >= 0;
}

/* 202610 */
static int read_six(int number)
{
    int month = kam_calendar_month(number / 100, number % 100);

    if (kam_calendar_is_likely(number / 100) && month >= 0)
        return month;
    if (is_short_day(number / 10000, number / 100 % 100, number % 100))
        return KAM_NO_MONTH_SHORT_DAY;
    return kam_calendar_is_likely(number / 100) ? month : KAM_NO_MONTH;
}

int kam_date_digits_read(struct kam_text text, struct kam_month_style style)
{
    struct kam_text rest = text;
    size_t digits = kam_scan_digits(text);
    int number = kam_scan_number(&rest, 1, digits < 8 ? digits : 8), month;

    switch (digits) {
    case 4:
        return rest.len ? KAM_NO_MONTH : read_four(number, style);
    case 5:
        return !rest.len || is_fraction(rest) ? kam_calendar_serial(number) : KAM_NO_MONTH;
    case 6:
        month = read_six(number);
        if (month < 0 || !rest.len || is_zero_fraction(rest))
            return month;
        return KAM_NO_MONTH_MORE;
    case 8:
        month = kam_calendar_day(number / 10000, number / 100 % 100, number % 100);
        if (month < 0 || is_zero_fraction(rest) || kam_clock_may_follow(rest))
            return month;
        return KAM_NO_MONTH_TIME;
    case 14:
        month = kam_calendar_day(number / 10000, number / 100 % 100, number % 100);
        return month < 0 || kam_clock_is_digits(rest) ? month : KAM_NO_MONTH_TIME;
    default:
        return KAM_NO_MONTH;
    }
}
