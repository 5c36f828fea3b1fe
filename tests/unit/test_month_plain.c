/* YYYY-MM, as kam writes months. */
#include "months.h"

#include <stdio.h>

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
        cmocka_unit_test(every_month_comes_back),
        cmocka_unit_test(the_plain_form_is_only_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
