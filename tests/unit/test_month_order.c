/* Cells that depend on the order of days and months, and the reasons of those that are refused. */
#include "months.h"

/* The other styles, by the option that stands for them. */
static const struct kam_month_style found_dmy = {KAM_DATES_DMY, false},
                                    found_mdy = {KAM_DATES_MDY, false},
                                    said_ymd = {KAM_DATES_YMD, true},
                                    said_dmy = {KAM_DATES_DMY, true},
                                    said_mdy = {KAM_DATES_MDY, true};

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

static void a_run_of_months_stretches(void **unused)
{
    static const struct {
        struct kam_months months;
        int first, last;
        struct kam_months stretched;
    } cases[] = {
        {KAM_MONTHS_NONE, 24000, 24000, {24000, 1}}, {KAM_MONTHS_NONE, 24000, 24011, {24000, 12}},
        {{24000, 1}, 24000, 24000, {24000, 1}},      {{24000, 3}, 24001, 24002, {24000, 3}},
        {{24000, 3}, 24001, 24003, {24000, 4}},      {{24000, 3}, 23999, 24000, {23999, 4}},
        {{24000, 3}, 23000, 25000, {23000, 2001}},   {{24000, 3}, 24005, 24005, {24000, 6}},
        {{24000, 3}, 23990, 23991, {23990, 13}},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_months months = cases[i].months;
        kam_months_include(&months, cases[i].first, cases[i].last);
        assert_int_equal(months.first, cases[i].stretched.first);
        assert_int_equal(months.count, cases[i].stretched.count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_decides),
        cmocka_unit_test(what_is_refused_has_a_reason),
        cmocka_unit_test(a_cell_hints_at_the_order_of_its_file),
        cmocka_unit_test(a_run_of_months_stretches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
