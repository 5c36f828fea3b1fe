#include "base/date.h"

enum { YMD = 1 << KAM_DATES_YMD, DMY = 1 << KAM_DATES_DMY, MDY = 1 << KAM_DATES_MDY };

/* The set of the orders in which TEXT is a month. */
static unsigned orders_of(struct kam_text text, bool short_years)
{
    unsigned orders = 0;

    for (enum kam_date_order order = KAM_DATES_YMD; order <= KAM_DATES_MDY; order++)
        if (kam_date_read(text, (struct kam_month_style){order, short_years}) >= 0)
            orders |= 1U << order;
    return orders;
}

/* The reasons that ask for another order, by the set of those that would do. */
#define WHICH_ORDER(prefix)                                                                        \
    {                                                                                              \
        [YMD] = prefix "is the year first? say --dates ymd",                                       \
        [DMY] = prefix "is the day first? say --dates dmy",                                        \
        [MDY] = prefix "is the month first? say --dates mdy",                                      \
        [DMY | MDY] = prefix "day or month first? say --dates dmy or --dates mdy",                 \
        [YMD | DMY] = prefix "year or day first? say --dates ymd or --dates dmy",                  \
        [YMD | MDY] = prefix "year or month first? say --dates ymd or --dates mdy",                \
        [YMD | DMY | MDY] = prefix "year, day or month first? say --dates ymd, dmy or mdy",        \
    }

static const char *ask_order(int refusal, unsigned orders)
{
    static const char *const month[] = WHICH_ORDER("no such month: ");
    static const char *const day[] = WHICH_ORDER("no such day: ");
    static const char *const other[] = WHICH_ORDER("");

    if (refusal == KAM_NO_MONTH_SUCH_MONTH)
        return month[orders];
    return refusal == KAM_NO_MONTH_SUCH_DAY ? day[orders] : other[orders];
}

static const char *ask_short_years(unsigned orders)
{
    static const char *const reasons[] = {
        [YMD] = "a year of two digits: say --dates ymd",
        [DMY] = "a year of two digits: say --dates dmy",
        [MDY] = "a year of two digits: say --dates mdy",
        [DMY | MDY] = "a year of two digits: say --dates dmy or --dates mdy",
        [YMD | DMY] = "a year of two digits: say --dates ymd or --dates dmy",
        [YMD | MDY] = "a year of two digits: say --dates ymd or --dates mdy",
        [YMD | DMY | MDY] = "a year of two digits: say --dates ymd, dmy or mdy",
    };
    return reasons[orders];
}

/* The reason that no style could do anything about. */
static const char *reason_of(int refusal)
{
    static const char *const reasons[] = {
        [-KAM_NO_MONTH] = "not a month",
        [-KAM_NO_MONTH_EMPTY] = "no month",
        [-KAM_NO_MONTH_SUCH_YEAR] = "no such year: 1900 to 2999 are understood",
        [-KAM_NO_MONTH_SUCH_MONTH] = "no such month",
        [-KAM_NO_MONTH_SUCH_DAY] = "no such day",
        [-KAM_NO_MONTH_ORDER] = "not a month",
        [-KAM_NO_MONTH_SHORT_YEAR] = "not a month",
        [-KAM_NO_MONTH_SHORT_DAY] =
            "a year of two digits: six digits have to be a month, as 202610",
        [-KAM_NO_MONTH_YEAR_ALONE] = "a year without a month",
        [-KAM_NO_MONTH_WITHOUT_YEAR] = "a month without a year",
        [-KAM_NO_MONTH_NUMBER] = "a month or a number? write it as 2026-10",
        [-KAM_NO_MONTH_SERIAL] = "not a day of a spreadsheet: 1990 to 2099 are 32874 to 73050",
        [-KAM_NO_MONTH_QUARTER] = "a quarter, not a month",
        [-KAM_NO_MONTH_TIME] = "what stands behind the day is not a time",
        [-KAM_NO_MONTH_MORE] = "something stands behind the month",
    };
    return reasons[-refusal];
}

/* Whether a style in which the cell is a month may be looked for. */
static bool may_be_style(int refusal)
{
    return refusal == KAM_NO_MONTH_ORDER || refusal == KAM_NO_MONTH_SHORT_YEAR ||
           refusal == KAM_NO_MONTH_SUCH_MONTH || refusal == KAM_NO_MONTH_SUCH_DAY;
}

const char *kam_month_reason(struct kam_text text, struct kam_month_style style)
{
    int refusal = kam_date_read(text, style);

    if (refusal >= 0)
        return NULL;
    if (!may_be_style(refusal))
        return reason_of(refusal);
    unsigned orders = orders_of(text, false);
    if (!orders && !style.short_years) {
        orders = orders_of(text, true);
        return orders ? ask_short_years(orders) : reason_of(refusal);
    }
    if (!orders)
        orders = orders_of(text, true);
    return orders ? ask_order(refusal, orders) : reason_of(refusal);
}

enum kam_date_hint kam_month_hint(struct kam_text text)
{
    int dmy = kam_date_read(text, (struct kam_month_style){KAM_DATES_DMY, false});
    int mdy = kam_date_read(text, (struct kam_month_style){KAM_DATES_MDY, false});

    if (dmy == mdy || (dmy < 0 && mdy < 0))
        return KAM_DATE_HINT_NONE;
    if (mdy < 0)
        return KAM_DATE_HINT_DMY;
    return dmy < 0 ? KAM_DATE_HINT_MDY : KAM_DATE_HINT_EITHER;
}
