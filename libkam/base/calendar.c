#include "base/calendar.h"

enum {
    MONTHS_PER_YEAR = 12,
    FIRST_SERIAL = 32874, /* 1990-01-01 */
    LAST_SERIAL = 73050,  /* 2099-12-31 */
    LEAP_YEAR = 1988,     /* where counting begins: up to 2099 each fourth year from here is one */
    LEAP_SERIAL = 32143,
    DAYS_OF_FOUR_YEARS = 4 * 365 + 1,
};

static int days_in(int year, int month)
{
    static const int days[MONTHS_PER_YEAR] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

int kam_calendar_month(int year, int month)
{
    if (year < KAM_MONTH_FIRST / MONTHS_PER_YEAR || year > KAM_MONTH_LAST / MONTHS_PER_YEAR)
        return KAM_NO_MONTH_SUCH_YEAR;
    if (month < 1 || month > MONTHS_PER_YEAR)
        return KAM_NO_MONTH_SUCH_MONTH;
    return year * MONTHS_PER_YEAR + month - 1;
}

int kam_calendar_day(int year, int month, int day)
{
    int result = kam_calendar_month(year, month);

    if (result < 0)
        return result;
    return day < 1 || day > days_in(year, month) ? KAM_NO_MONTH_SUCH_DAY : result;
}

int kam_calendar_serial(int serial)
{
    if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
        return KAM_NO_MONTH_SERIAL;
    int left = serial - LEAP_SERIAL;
    int month = (LEAP_YEAR + 4 * (left / DAYS_OF_FOUR_YEARS)) * MONTHS_PER_YEAR;
    left %= DAYS_OF_FOUR_YEARS;
    for (;; month++) {
        int days = days_in(month / MONTHS_PER_YEAR, month % MONTHS_PER_YEAR + 1);
        if (left < days)
            return month;
        left -= days;
    }
}
