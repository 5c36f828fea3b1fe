#include "base/month.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9, MAY = 2026 * 12 + 4 };

/* The styles, by the option that stands for them. */
static const struct kam_month_style undecided = {KAM_DATES_UNDECIDED, false},
                                    found_dmy = {KAM_DATES_DMY, false},
                                    found_mdy = {KAM_DATES_MDY, false},
                                    said_ymd = {KAM_DATES_YMD, true},
                                    said_dmy = {KAM_DATES_DMY, true},
                                    said_mdy = {KAM_DATES_MDY, true};

static int parse(const char *cell)
{
    return kam_month_parse(kam_text_of(cell), undecided);
}

/* Every style in turn, by NUMBER. */
enum { STYLES = 8 };
static struct kam_month_style style_of(int number)
{
    return (struct kam_month_style){(enum kam_date_order)(number / 2), number % 2};
}

/* These say October 2026 in any style. */
static void what_is_clear_is_understood_in_any_style(void **unused)
{
    static const char *const cells[] = {
        /* a month */
        "2026-10",
        "202610",
        "202610.0",
        "202610.00",
        "2026/10",
        "10/2026",
        "10-2026",
        "10.2026",
        "2026年10月",
        "2026年10月份",
        "2026 年 10 月",
        "Oct-2026",
        "oct 2026",
        "OCT2026",
        "Oct. 2026",
        "Oct, 2026",
        "Oct/2026",
        "October 2026",
        "october-2026",
        "2026-Oct",
        "2026 October",
        "2026OCT",
        /* a day */
        "2026-10-05",
        "2026-10-5",
        "2026-10-31",
        "2026/10/5",
        "2026/10/05",
        "2026.10.5",
        "2026.10.05",
        "20261005",
        "20261005.0",
        "2026年10月5日",
        "2026年10月05日",
        "2026 年 10 月 5 日",
        "5-Oct-2026",
        "05-OCT-2026",
        "5 Oct 2026",
        "05 October 2026",
        "05OCT2026",
        "5. Oct 2026",
        "5/Oct/2026",
        "Oct 5, 2026",
        "Oct 5 2026",
        "Oct. 5, 2026",
        "October 31,2026",
        "2026-Oct-05",
        "2026 Oct 5",
        "10/10/2026",
        "10.10.2026",
        /* full-width, white space */
        "２０２６年１０月",
        "２０２６／１０／５",
        "２０２６－１０－０５",
        "２０２６．１０．５",
        "２０２６１０",
        "Ｏｃｔ　２０２６",
        " 2026-10 ",
        "\t20261031\r\n",
        "\xC2\xA0"
        "2026/10\xE3\x80\x80",
        "\xEF\xBB\xBF"
        "2026-10",
        "\xE2\x80\x8F"
        "2026-10-05\xE2\x80\x8B",
        /* a spreadsheet's day */
        "46296",
        "46300",
        "46300.5",
        "46300.0",
        "46326.999988426",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        for (int s = 0; s < STYLES; s++)
            if (kam_month_parse(kam_text_of(cells[i]), style_of(s)) != OCTOBER)
                fail_msg("'%s' was not understood in style %d", cells[i], s);
    assert_int_equal(parse("2026-1"), 2026 * 12);
    assert_int_equal(parse("1/2026"), 2026 * 12);
    assert_int_equal(parse("2026/1/31"), 2026 * 12);
    assert_int_equal(parse("2026年1月1日"), 2026 * 12);
    assert_int_equal(parse("29 February 2024"), 2024 * 12 + 1);
    assert_int_equal(parse("190001"), 1900 * 12);
    assert_int_equal(parse("219912"), 2199 * 12 + 11);
    assert_int_equal(parse("5/5/2026"), MAY);
}

static void every_name_of_a_month_is_known(void **unused)
{
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December",
    };
    char cell[40];
    (void)unused;
    for (int i = 0; i < 12; i++) {
        snprintf(cell, sizeof cell, "%s 2026", names[i]);
        assert_int_equal(parse(cell), 2026 * 12 + i);
        snprintf(cell, sizeof cell, "7-%.3s-2026", names[i]);
        assert_int_equal(parse(cell), 2026 * 12 + i);
        snprintf(cell, sizeof cell, "%.2s 2026", names[i]);
        assert_int_equal(parse(cell), KAM_MONTH_NONE);
        snprintf(cell, sizeof cell, "%sx 2026", names[i]);
        assert_int_equal(parse(cell), KAM_MONTH_NONE);
    }
    assert_int_equal(parse("Sept 2026"), 2026 * 12 + 8);
}

static const struct {
    const char *cell;
    const struct kam_month_style *style;
    int month;
} ordered[] = {
    {"5/10/2026", &found_dmy, OCTOBER},
    {"5/10/2026", &found_mdy, MAY},
    {"5/10/2026", &said_dmy, OCTOBER},
    {"5/10/2026", &said_mdy, MAY},
    {"05-10-2026", &found_dmy, OCTOBER},
    {"05-10-2026", &found_mdy, MAY},
    {"5.10.2026", &found_dmy, OCTOBER},
    {"5.10.2026", &found_mdy, MAY},
    {"5. 10. 2026", &found_dmy, OCTOBER},
    {"０５／１０／２０２６", &found_dmy, OCTOBER},
    {"25/10/2026", &found_dmy, OCTOBER},
    {"10/25/2026", &found_mdy, OCTOBER},
    {"5/10/2026 3:45:00 PM", &found_dmy, OCTOBER},
    {"5/10/2026 03:45", &found_mdy, MAY},
    {"31/10/2026T03:45Z", &found_dmy, OCTOBER},
    {"Oct-26", &said_ymd, OCTOBER},
    {"Oct-26", &said_dmy, OCTOBER},
    {"Oct-26", &said_mdy, OCTOBER},
    {"Oct 26", &said_mdy, OCTOBER},
    {"OCT26", &said_dmy, OCTOBER},
    {"26-Oct", &said_ymd, OCTOBER},
    {"5-Oct-26", &said_dmy, OCTOBER},
    {"5-Oct-26", &said_mdy, OCTOBER},
    {"05OCT26", &said_dmy, OCTOBER},
    {"26-Oct-05", &said_ymd, OCTOBER},
    {"26-Oct-5", &said_ymd, OCTOBER},
    {"26-Oct-05", &said_dmy, 2005 * 12 + 9},
    {"Oct 5, 26", &said_ymd, OCTOBER},
    {"Oct 5, 26", &said_mdy, OCTOBER},
    {"05/10/26", &said_dmy, OCTOBER},
    {"05/10/26", &said_mdy, MAY},
    {"10/05/26", &said_mdy, OCTOBER},
    {"5.10.26", &said_dmy, OCTOBER},
    {"05/10/26 23:59", &said_dmy, OCTOBER},
    {"26-10-05", &said_ymd, OCTOBER},
    {"26-10-05", &said_dmy, 2005 * 12 + 9},
    {"26/10", &said_ymd, OCTOBER},
    {"26-10", &said_ymd, OCTOBER},
    {"2610", &said_ymd, OCTOBER},
    {"2012", &said_ymd, 2020 * 12 + 11},
    {"10/26", &said_dmy, OCTOBER},
    {"10/26", &said_mdy, OCTOBER},
    {"5/26", &said_mdy, MAY},
    {"26年10月", &said_ymd, OCTOBER},
    {"26年10月5日", &said_dmy, OCTOBER},
    {"6801", &said_ymd, 2068 * 12},
    {"6901", &said_ymd, 1969 * 12},
    {"1/1/00", &said_dmy, 2000 * 12},
    {"12/31/99", &said_mdy, 1999 * 12 + 11},
};

static void the_order_decides(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof ordered / sizeof ordered[0]; i++)
        if (kam_month_parse(kam_text_of(ordered[i].cell), *ordered[i].style) != ordered[i].month)
            fail_msg("'%s' was not understood in order %d", ordered[i].cell,
                     ordered[i].style->order);
}

static const struct {
    const char *cell;
    const struct kam_month_style *style;
    const char *reason;
} refused[] = {
    {"", &undecided, "no month"},
    {" \xE2\x80\x8B ", &undecided, "no month"},
    {"x", &undecided, "not a month"},
    {"NULL", &undecided, "not a month"},
    {"1,234.50", &said_dmy, "not a month"},
    /* the order */
    {"5/10/2026", &undecided, "day or month first? say --dates dmy or --dates mdy"},
    {"5-10-2026 10:00", &undecided, "day or month first? say --dates dmy or --dates mdy"},
    {"5.10.2026", &said_ymd, "day or month first? say --dates dmy or --dates mdy"},
    {"25/10/2026", &undecided, "is the day first? say --dates dmy"},
    {"25/10/2026", &said_ymd, "is the day first? say --dates dmy"},
    {"10/25/2026", &undecided, "is the month first? say --dates mdy"},
    {"25/10/2026", &found_mdy, "no such month: is the day first? say --dates dmy"},
    {"25/10/2026", &said_mdy, "no such month: is the day first? say --dates dmy"},
    {"10/25/2026", &found_dmy, "no such month: is the month first? say --dates mdy"},
    {"10/25/26", &said_dmy, "no such month: is the month first? say --dates mdy"},
    {"10/25/26", &said_ymd, "no such month: is the month first? say --dates mdy"},
    {"26/10/05", &said_mdy, "no such month: year or day first? say --dates ymd or --dates dmy"},
    {"32/10/05", &said_dmy, "no such day: is the year first? say --dates ymd"},
    {"05/10/32", &said_ymd, "no such day: day or month first? say --dates dmy or --dates mdy"},
    {"5/10/26", &said_ymd, "day or month first? say --dates dmy or --dates mdy"},
    {"5-Oct-26", &said_ymd, "day or month first? say --dates dmy or --dates mdy"},
    {"26/1", &said_dmy, "is the year first? say --dates ymd"},
    {"2610", &said_dmy, "is the year first? say --dates ymd"},
    /* years of two digits */
    {"Oct-26", &undecided, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"Oct 26", &found_dmy, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"26-Oct", &undecided, "a year of two digits: say --dates ymd"},
    {"26-Oct", &said_dmy, "a month without a year"},
    {"5-Oct-26", &undecided, "a year of two digits: say --dates dmy or --dates mdy"},
    {"05-Oct-26", &undecided, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"05/10/26", &undecided, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"25/12/26", &undecided, "a year of two digits: say --dates ymd or --dates dmy"},
    {"12/25/26", &found_dmy, "a year of two digits: say --dates mdy"},
    {"31/10/5", &undecided, "a year of two digits: say --dates ymd"},
    {"5/13/26", &undecided, "a year of two digits: say --dates mdy"},
    {"26-10", &undecided, "a year of two digits: say --dates ymd"},
    {"10/26", &undecided, "a year of two digits: say --dates dmy or --dates mdy"},
    {"05/10", &undecided, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"2610", &undecided, "a year of two digits: say --dates ymd"},
    {"26年10月", &undecided, "a year of two digits: say --dates ymd, dmy or mdy"},
    {"261005", &undecided, "a year of two digits: six digits have to be a month, as 202610"},
    {"261005", &said_ymd, "a year of two digits: six digits have to be a month, as 202610"},
    {"051026", &said_dmy, "a year of two digits: six digits have to be a month, as 202610"},
    {"211231", &undecided, "a year of two digits: six digits have to be a month, as 202610"},
    {"1/2", &undecided, "not a month"},
    {"1/2/3", &said_dmy, "not a month"},
    {"99/99/99", &undecided, "not a month"},
    {"10.26", &said_dmy, "not a month"},
    {"10.202", &undecided, "not a month"},
    {"010-26", &said_dmy, "not a month"},
    {"010-10-26", &said_dmy, "not a month"},
    {"5/10/20265", &said_dmy, "not a month"},
    {"Oct 026", &said_dmy, "not a month"},
    {"Oct 00026", &said_dmy, "not a month"},
    {"Oct 5, 026", &said_dmy, "not a month"},
    {"Oct 5, 20265", &said_dmy, "not a month"},
    {"12", &said_dmy, "not a month"},
    {"311299", &undecided, "a year of two digits: six digits have to be a month, as 202610"},
    {"991231", &undecided, "a year of two digits: six digits have to be a month, as 202610"},
    {"123126", &undecided, "a year of two digits: six digits have to be a month, as 202610"},
    {"2.2610", &undecided, "not a month"},
    /* what doesn't exist */
    {"2026-13", &undecided, "no such month"},
    {"2026-0", &undecided, "no such month"},
    {"2026-00", &undecided, "no such month"},
    {"202600", &undecided, "no such month"},
    {"202613", &undecided, "no such month"},
    {"13/2026", &found_dmy, "no such month"},
    {"2026年13月", &undecided, "no such month"},
    {"2026年0月", &undecided, "no such month"},
    {"13/13/2026", &undecided, "no such month"},
    {"2026-02-29", &undecided, "no such day"},
    {"2026-06-31", &undecided, "no such day"},
    {"2026-10-00", &undecided, "no such day"},
    {"2026-10-32", &undecided, "no such day"},
    {"20260631", &undecided, "no such day"},
    {"20261000", &undecided, "no such day"},
    {"20261032", &undecided, "no such day"},
    {"20260631235959", &undecided, "no such day"},
    {"2026年10月32日", &undecided, "no such day"},
    {"31-Jun-2026", &undecided, "no such day"},
    {"Feb 30, 2026", &undecided, "no such day"},
    {"31/06/2026", &undecided, "no such day"},
    {"31/06/2026", &found_dmy, "no such day"},
    {"31/06/2026", &found_mdy, "no such month"},
    {"06/31/2026", &undecided, "no such day"},
    {"1899-12", &undecided, "no such year: 1900 to 2999 are understood"},
    {"3000-01", &undecided, "no such year: 1900 to 2999 are understood"},
    {"0000-01", &undecided, "no such year: 1900 to 2999 are understood"},
    {"05102026", &found_dmy, "no such year: 1900 to 2999 are understood"},
    {"189912", &undecided, "not a month"},
    {"300001", &undecided, "not a month"},
    {"220001", &undecided, "not a month"},
    {"32873", &undecided, "not a day of a spreadsheet: 1990 to 2099 are 32874 to 73050"},
    {"73051", &undecided, "not a day of a spreadsheet: 1990 to 2099 are 32874 to 73050"},
    {"20261", &undecided, "not a day of a spreadsheet: 1990 to 2099 are 32874 to 73050"},
    /* less or more than a month */
    {"2026", &undecided, "a year without a month"},
    {"2026", &said_ymd, "a year without a month"},
    {"2012", &undecided, "a year without a month"},
    {"October", &undecided, "a month without a year"},
    {"Oct-5", &said_dmy, "a month without a year"},
    {"2026.10", &undecided, "a month or a number? write it as 2026-10"},
    {"2026.1", &said_ymd, "a month or a number? write it as 2026-10"},
    {"2026Q3", &undecided, "a quarter, not a month"},
    {"2026Q1", &undecided, "a quarter, not a month"},
    {"2026-q4", &undecided, "a quarter, not a month"},
    {"2026Q5", &undecided, "not a month"},
    {"2026Q0", &undecided, "not a month"},
    {"October x", &undecided, "not a month"},
    {"Q3 2026", &undecided, "a quarter, not a month"},
    {"2026年第3季度", &undecided, "a quarter, not a month"},
    {"2026-10-", &undecided, "something stands behind the month"},
    {"2026-10~2026-11", &undecided, "something stands behind the month"},
    {"2026-10 10:00", &undecided, "something stands behind the month"},
    {"202610 10:00", &undecided, "something stands behind the month"},
    {"202610.", &undecided, "something stands behind the month"},
    {"202610.5", &undecided, "something stands behind the month"},
    {"202610x", &undecided, "something stands behind the month"},
    {"2026年10月 10:00", &undecided, "something stands behind the month"},
    {"2026年10月5", &undecided, "something stands behind the month"},
    {"2026年10月日", &undecided, "something stands behind the month"},
    {"2026年10月005日", &undecided, "something stands behind the month"},
    {"2026年10月x", &undecided, "something stands behind the month"},
    {"2026-10-05x", &undecided, "what stands behind the day is not a time"},
    {"2026-10-05~2026-10-31", &undecided, "what stands behind the day is not a time"},
    {"2026-10-05 24:00", &undecided, "what stands behind the day is not a time"},
    {"2026年10月5日x", &undecided, "what stands behind the day is not a time"},
    {"20261005x", &undecided, "what stands behind the day is not a time"},
    {"20261005.5", &undecided, "what stands behind the day is not a time"},
    /* nothing that could be meant */
    {"2026-", &undecided, "not a month"},
    {"2026-100", &undecided, "not a month"},
    {"2026-010", &undecided, "not a month"},
    {"2026-10-005", &undecided, "not a month"},
    {"2026-x-05", &undecided, "not a month"},
    {"2026--10", &undecided, "not a month"},
    {"2026 10", &undecided, "not a month"},
    {"2026:10", &undecided, "not a month"},
    {"2026_10", &undecided, "not a month"},
    {"2026-10.05", &undecided, "not a month"},
    {"2026/10-05", &undecided, "not a month"},
    {"2026.10/5", &undecided, "not a month"},
    {"026-10", &undecided, "not a month"},
    {"12026-10", &undecided, "not a month"},
    {"-2026-10", &undecided, "not a month"},
    {"+2026-10", &undecided, "not a month"},
    {"2026101", &undecided, "not a month"},
    {"202610051", &undecided, "not a month"},
    {"202610052359", &undecided, "not a month"},
    {"46300.", &undecided, "not a month"},
    {"46300.x", &undecided, "not a month"},
    {"4.63E+04", &undecided, "not a month"},
    {"20:0-10", &undecided, "not a month"},
    {"202:-10", &undecided, "not a month"},
    {"2026-0:", &undecided, "no such month"},
    {"20x6-10", &undecided, "not a month"},
    {"2O26-10", &undecided, "not a month"},
    {"Octo 2026", &undecided, "not a month"},
    {"10月5日", &undecided, "not a month"},
    {"年10月", &undecided, "not a month"},
    {"2026年", &undecided, "not a month"},
    {"2026年月", &undecided, "not a month"},
    {"2026年10", &undecided, "not a month"},
    {"2026年010月", &undecided, "not a month"},
    {"二〇二六年十月", &undecided, "not a month"},
    {"2026-Oct-Nov", &undecided, "not a month"},
    {"Oct Nov 2026", &undecided, "not a month"},
    {"5 10 2026", &found_dmy, "not a month"},
    {"2026-\xE5", &undecided, "not a month"},
    {"2026\xE5\xB9", &undecided, "not a month"},
    {"2026-10\xE6\x9C\x88", &undecided, "something stands behind the month"},
};

static void what_is_refused_has_a_reason(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct kam_text cell = kam_text_of(refused[i].cell);
        const char *reason = kam_month_reason(cell, *refused[i].style);
        if (kam_month_parse(cell, *refused[i].style) != KAM_MONTH_NONE)
            fail_msg("'%s' was taken for a month", refused[i].cell);
        if (!reason || strcmp(reason, refused[i].reason) != 0)
            fail_msg("'%s' in order %d: %s", refused[i].cell, refused[i].style->order, reason);
    }
    for (size_t i = 0; i < sizeof ordered / sizeof ordered[0]; i++)
        assert_null(kam_month_reason(kam_text_of(ordered[i].cell), *ordered[i].style));
}

static void a_cell_hints_at_the_order_of_its_file(void **unused)
{
    static const struct {
        const char *cell;
        enum kam_date_hint hint;
    } hints[] = {
        {"5/10/2026", KAM_DATE_HINT_EITHER},
        {"12-11-2026", KAM_DATE_HINT_EITHER},
        {"05.10.2026 3:45", KAM_DATE_HINT_EITHER},
        {"25/10/2026", KAM_DATE_HINT_DMY},
        {"13.1.2026", KAM_DATE_HINT_DMY},
        {"１３／１／２０２６", KAM_DATE_HINT_DMY},
        {"10/25/2026", KAM_DATE_HINT_MDY},
        {"1-13-2026 10:00:00 AM", KAM_DATE_HINT_MDY},
        {"10/10/2026", KAM_DATE_HINT_NONE},
        {"31/06/2026", KAM_DATE_HINT_NONE},
        {"25/10/26", KAM_DATE_HINT_NONE},
        {"2026-10-05", KAM_DATE_HINT_NONE},
        {"10/2026", KAM_DATE_HINT_NONE},
        {"5-Oct-2026", KAM_DATE_HINT_NONE},
        {"46300", KAM_DATE_HINT_NONE},
        {"25/10/2026x", KAM_DATE_HINT_NONE},
        {"", KAM_DATE_HINT_NONE},
        {"Total", KAM_DATE_HINT_NONE},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        if (kam_month_hint(kam_text_of(hints[i].cell)) != hints[i].hint)
            fail_msg("'%s' hints at %d", hints[i].cell,
                     (int)kam_month_hint(kam_text_of(hints[i].cell)));
}

/* Days are counted here one by one. */
static void every_day_of_a_spreadsheet_is_known(void **unused)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int serial = 32874;
    char cell[16];
    (void)unused;
    for (int year = 1990; year <= 2099; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= days[month - 1] + (month == 2 && year % 4 == 0); day++) {
                snprintf(cell, sizeof cell, "%d", serial);
                assert_int_equal(parse(cell), year * 12 + month - 1);
                snprintf(cell, sizeof cell, "%d.75", serial++);
                assert_int_equal(parse(cell), year * 12 + month - 1);
            }
    assert_int_equal(serial, 73051);
}

static void a_time_may_follow_a_day(void **unused)
{
    static const char *const cells[] = {
        "2026-10-05 23:59:59",
        "2026-10-05 00:00:00",
        "2026-10-05 23:59",
        "2026-10-05 3:05",
        "2026-10-05   3:05",
        "2026-10-05T23:59:60",
        "2026-10-05T23:59:59.000+08:00",
        "2026-10-05T23:59:59.123456789Z",
        "2026-10-05 23:59:59.9",
        "2026-10-05 23:59:59,9",
        "2026-10-05t10:00z",
        "2026-10-05 10:00 Z",
        "2026-10-05 10:00:00 UTC",
        "2026-10-05 10:00:00 GMT+8",
        "2026-10-05 10:00:00 UTC+08:00",
        "2026-10-05 10:00:00 +0800",
        "2026-10-05 3:45:00 PM",
        "2026-10-05 3:45 am",
        "2026-10-05 12:45:00.5PM",
        "2026-10-05 3:45 p.m.",
        "2026-10-05 03:45:00\xE2\x80\xAFPM",
        "2026/10/5 下午 3:45:00",
        "2026/10/5 上午10:45",
        "2026年10月5日 下午03:45:00",
        "2026-10-05　23：59：59",
        "05-Oct-2026 23:59:59",
        "5Oct2026 3:45",
        "October 5, 2026 3:45:00 PM",
        "10/10/2026 3:45:00 PM",
        "2026-10-05T235959Z",
        "2026-10-05 23:59:59-0330",
        "2026-10-05 23:59:59+08",
        "2026-10-05 23:59+14:59",
        "2026-10-05 23:59+00:00",
        "2026-10-05T23:59Z",
        "2026/10/5 0:00",
        "2026.10.5 10:00",
        "2026年10月5日 10:00:00",
        "20261005 23:59:59",
        "20261005T23:59:59",
        "20261005235959",
        "20261005235959Z",
        "20261005235959.0",
        "20261005 235959",
        "20261005T235959+0800",
        "20261005000000",
        "20261005235960",
        " 20261005235959 ",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        if (parse(cells[i]) != OCTOBER)
            fail_msg("'%s' was not understood", cells[i]);
}

static void a_wrong_time_is_refused(void **unused)
{
    static const char *const cells[] = {
        "2026-10 10:00",
        "202610 10:00",
        "2026/10 10:00",
        "2026年10月 10:00",
        "2026-10-05 24:00",
        "2026-10-05 24:00:00",
        "2026-10-05 23:60",
        "2026-10-05 23:60:00",
        "2026-10-05 23:059",
        "2026-10-05 23:59:059",
        "2026-10-05 23-59:59",
        "2026-10-05 23:59-59",
        "2026-10-05x23:59:59",
        "2026-10-05 23:59:61",
        "2026-10-05 23",
        "2026-10-05 23:",
        "2026-10-05 23:5",
        "2026-10-05 23:59:",
        "2026-10-05 23:59:5",
        "2026-10-05 23:59:59.",
        "2026-10-05 23:59:59.x",
        "2026-10-05 23:59:59.5x",
        "2026-10-05 :59",
        "2026-10-05 123:59",
        "2026-10-05 x",
        "2026-10-05 13:00 PM",
        "2026-10-05 10:00 XM",
        "2026-10-05 10:00 P",
        "2026-10-05 10:00 PM PM",
        "2026-10-05 下午 13:00",
        "2026-10-05 下午 3:00 PM",
        "2026-10-05 下午",
        "2026-10-05 10:00 UTC+15",
        "2026-10-05 10:00 CEST",
        "2026-10-05 10",
        "2026-10-05 1000",
        "2026-10-05 246060",
        "2026-10-05 T10:00",
        "2026-10-05T 10:00",
        "2026-10-05TT10:00",
        "2026-10-05T",
        "2026-10-0510:00",
        "2026-10-05 10:00ZZ",
        "2026-10-05 10:00+",
        "2026-10-05 10:00+8",
        "2026-10-05 10:00+15",
        "2026-10-05 10:00+08:",
        "2026-10-05 10:00+08:0",
        "2026-10-05 10:00+08:60",
        "2026-10-05 10:00+08:00x",
        "2026-10-05 10:00+080",
        "2026-10-05 10:00+08000",
        "2026-10-05 10:00*08",
        "20261005235",
        "202610052359",
        "2026100523595",
        "20261005235961",
        "20261005236059",
        "20261005245959",
        "202610052359599",
        "202610052359005",
        "20261005235959 10:00",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        if (parse(cells[i]) != KAM_MONTH_NONE)
            fail_msg("'%s' was taken for a month", cells[i]);
}

/* Nothing is read behind the end, even where what stands there would make it a month. */
static void the_length_is_respected(void **unused)
{
    static const char cell[] = "2026-10-05 23:59:59+08:00";
    (void)unused;
    for (size_t n = 0; n <= strlen(cell); n++) {
        bool good =
            n == 6 || n == 7 || n == 10 || n == 11 || n == 16 || n == 19 || n == 22 || n == 25;
        int expected = n == 6 ? 2026 * 12 : good ? OCTOBER : KAM_MONTH_NONE;
        assert_int_equal(kam_month_parse((struct kam_text){cell, n}, undecided), expected);
    }
    assert_int_equal(kam_month_parse((struct kam_text){"2026-10\0", 8}, undecided), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse((struct kam_text){"2026\0", 5}, undecided), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse((struct kam_text){NULL, 0}, undecided), KAM_MONTH_NONE);
}

/* Whatever its length, folded or as it stands, nothing is written behind the room for it. */
static void a_long_cell_is_no_date(void **unused)
{
    static const char plain[] = "Oct 5, 2026 3:45:00.", wide[] = "Oct 5, 2026　3:45:00.";
    char cell[200];
    (void)unused;
    for (size_t n = 1; n < 100; n++)
        for (int is_wide = 0; is_wide < 2; is_wide++) {
            const char *start = is_wide ? wide : plain;
            size_t length = strlen(start);
            memset(cell, '0', sizeof cell);
            for (size_t i = 0; i < length; i++)
                cell[i] = start[i];
            int expected = strlen(plain) + n <= 64 ? OCTOBER : KAM_MONTH_NONE;
            assert_int_equal(kam_month_parse((struct kam_text){cell, length + n}, undecided),
                             expected);
        }
}

static void the_day_has_to_exist(void **unused)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int years[] = {1900, 1904, 2000, 2023, 2024, 2100, 2400, 2999};
    char cell[32];
    (void)unused;
    for (size_t y = 0; y < sizeof years / sizeof years[0]; y++)
        for (int month = 1; month <= 12; month++)
            for (int day = 0; day <= 32; day++) {
                int year = years[y];
                bool leap = year == 1904 || year == 2000 || year == 2024 || year == 2400;
                int last = days[month - 1] + (month == 2 && leap);
                int expected = day >= 1 && day <= last ? year * 12 + month - 1 : KAM_MONTH_NONE;
                snprintf(cell, sizeof cell, "%04d-%02d-%02d", year, month, day);
                assert_int_equal(parse(cell), expected);
                snprintf(cell, sizeof cell, "%04d%02d%02d", year, month, day);
                assert_int_equal(parse(cell), expected);
                snprintf(cell, sizeof cell, "%04d年%d月%d日", year, month, day);
                assert_int_equal(parse(cell), expected);
            }
}

static void every_month_comes_back(void **unused)
{
    char expected[32], text[KAM_MONTH_SIZE];
    (void)unused;
    assert_int_equal(KAM_MONTH_FIRST, 1900 * 12);
    assert_int_equal(KAM_MONTH_LAST, 2999 * 12 + 11);
    for (int month = KAM_MONTH_FIRST; month <= KAM_MONTH_LAST; month++) {
        snprintf(expected, sizeof expected, "%04d-%02d", month / 12, month % 12 + 1);
        memset(text, 'x', sizeof text);
        kam_month_format(month, text);
        assert_string_equal(text, expected);
        assert_int_equal(parse(text), month);
        assert_int_equal(kam_month_parse_plain(kam_text_of(text)), month);
    }
}

static void the_plain_form_is_only_one(void **unused)
{
    static const char *const cells[] = {
        "",        "2026",     "2026-",    "2026-1",     "2026-100", "2026-10-05",
        "202610",  "02026-10", "2026-010", "2026/10",    "2026-00",  "2026-13",
        "1899-12", "3000-01",  " 2026-10", "2026-10 ",   "26-10",    "x026-10",
        "2026-1x", "2026-x1",  "+026-10",  "2026年10月",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        assert_int_equal(kam_month_parse_plain(kam_text_of(cells[i])), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse_plain((struct kam_text){NULL, 0}), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse_plain((struct kam_text){"2026-10", 6}), KAM_MONTH_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_clear_is_understood_in_any_style),
        cmocka_unit_test(every_name_of_a_month_is_known),
        cmocka_unit_test(the_order_decides),
        cmocka_unit_test(what_is_refused_has_a_reason),
        cmocka_unit_test(a_cell_hints_at_the_order_of_its_file),
        cmocka_unit_test(every_day_of_a_spreadsheet_is_known),
        cmocka_unit_test(a_time_may_follow_a_day),
        cmocka_unit_test(a_wrong_time_is_refused),
        cmocka_unit_test(the_length_is_respected),
        cmocka_unit_test(a_long_cell_is_no_date),
        cmocka_unit_test(the_day_has_to_exist),
        cmocka_unit_test(every_month_comes_back),
        cmocka_unit_test(the_plain_form_is_only_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
