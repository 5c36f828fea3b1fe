/* Cells that say a month or a day in one way only. */
#include "months.h"

#include <stdio.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_clear_is_understood_in_any_style),
        cmocka_unit_test(every_name_of_a_month_is_known),
        cmocka_unit_test(every_day_of_a_spreadsheet_is_known),
        cmocka_unit_test(the_length_is_respected),
        cmocka_unit_test(a_long_cell_is_no_date),
        cmocka_unit_test(the_day_has_to_exist),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
