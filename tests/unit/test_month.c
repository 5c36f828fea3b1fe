#include "base/month.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { OCTOBER = 2026 * 12 + 9 };

static int parse(const char *cell)
{
    return kam_month_parse(kam_text_of(cell));
}

static void assert_refused(const char *cell)
{
    if (parse(cell) != KAM_MONTH_NONE)
        fail_msg("'%s' was taken for a month", cell);
}

static void every_form_is_understood(void **unused)
{
    static const char *const cells[] = {
        "2026-10",
        "202610",
        "2026/10",
        "2026/10/5",
        "2026/10/05",
        "2026-10-05",
        "2026-10-5",
        "2026.10.5",
        "2026.10.05",
        "20261005",
        "2026年10月",
        "2026年10月5日",
        "2026年10月05日",
        " 2026-10 ",
        "\t20261031\r\n",
        "\xC2\xA0"
        "2026/10\xE3\x80\x80",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        if (parse(cells[i]) != OCTOBER)
            fail_msg("'%s' was not understood", cells[i]);
    assert_int_equal(parse("2026-1"), 2026 * 12);
    assert_int_equal(parse("2026/1/31"), 2026 * 12);
    assert_int_equal(parse("2026年1月"), 2026 * 12);
    assert_int_equal(parse("2026年1月1日"), 2026 * 12);
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
        "2026-10-05 23:59:59-0330",
        "2026-10-05 23:59:59+08",
        "2026-10-05 23:59+14:59",
        "2026-10-05T23:59Z",
        "2026/10/5 0:00",
        "2026.10.5 10:00",
        "2026年10月5日 10:00:00",
        "20261005 23:59:59",
        "20261005T23:59:59",
        "20261005235959",
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
        "2026-10-05 23:60",
        "2026-10-05 23:59:61",
        "2026-10-05 23",
        "2026-10-05 23:",
        "2026-10-05 23:5",
        "2026-10-05 23:59:",
        "2026-10-05 23:59:5",
        "2026-10-05 23:59:59.",
        "2026-10-05 23:59:59.x",
        "2026-10-05 23:59:59.5x",
        "2026-10-05 23:59:59,5",
        "2026-10-05 :59",
        "2026-10-05 123:59",
        "2026-10-05 x",
        "2026-10-05 T10:00",
        "2026-10-05T 10:00",
        "2026-10-05TT10:00",
        "2026-10-05T",
        "2026-10-0510:00",
        "2026-10-05t10:00",
        "2026-10-05 10:00 PM",
        "2026-10-05 10:00ZZ",
        "2026-10-05 10:00z",
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
        "20261005235959Z",
        "20261005 235959",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        assert_refused(cells[i]);
}

static void what_is_no_month_is_refused(void **unused)
{
    static const char *const cells[] = {
        "",
        " ",
        "2026",
        "2026-",
        "2026-0",
        "2026-00",
        "2026-13",
        "2026-100",
        "202600",
        "202613",
        "20261",
        "2026101",
        "26-10",
        "2610",
        "026-10",
        "26/10/05",
        "12026-10",
        "-2026-10",
        "+2026-10",
        "2026 10",
        "2026:10",
        "2026_10",
        "2026.10",
        "2026.1",
        "2026-10-",
        "2026-10.05",
        "2026/10-05",
        "2026.10/5",
        "2026-10-00",
        "2026-10-32",
        "2026-10-x",
        "2026-x-05",
        "2026-10-005",
        "2026-010",
        "2026--10",
        "2026-10x",
        "2026-10-5x",
        "20261000",
        "20261032",
        "202610x",
        "20261005x",
        "2026-10 x",
        "2026年",
        "2026年月",
        "2026年10",
        "2026年13月",
        "2026年0月",
        "2026年10月5",
        "2026年10月日",
        "2026年10月005日",
        "2026年10月5日x",
        "2026年10月32日",
        "2026年10月x",
        "年10月",
        "2026年010月",
        "10/2026",
        "05/10/2026",
        "Oct-26",
        "x026-10",
        "2O26-10",
        "1899-12",
        "3000-01",
        "189912",
        "300001",
        "0000-01",
        "2026-\xE5",
        "2026\xE5\xB9",
        "2026-10\xE6\x9C\x88",
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++)
        assert_refused(cells[i]);
    assert_int_equal(kam_month_parse((struct kam_text){"2026-10\0", 8}), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse((struct kam_text){"2026\0", 5}), KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse((struct kam_text){"2026\0"
                                                       "10",
                                                       7}),
                     KAM_MONTH_NONE);
    assert_int_equal(kam_month_parse((struct kam_text){NULL, 0}), KAM_MONTH_NONE);
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
        assert_int_equal(kam_month_parse((struct kam_text){cell, n}), expected);
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
        cmocka_unit_test(every_form_is_understood), cmocka_unit_test(a_time_may_follow_a_day),
        cmocka_unit_test(a_wrong_time_is_refused),  cmocka_unit_test(what_is_no_month_is_refused),
        cmocka_unit_test(the_length_is_respected),  cmocka_unit_test(the_day_has_to_exist),
        cmocka_unit_test(every_month_comes_back),   cmocka_unit_test(the_plain_form_is_only_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
