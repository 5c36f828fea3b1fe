#include "account/figures.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { JANUARY = 2026 * 12, HINT = 4 };

static const char *ratio(bool known, struct kam_decimal value, char *text)
{
    if (!known)
        return "-";
    kam_decimal_format(value, 4, text);
    return text;
}

/*
 * The figures of the cells that MONTHS lists, separated by spaces ("-" is an empty cell), from
 * January on: months revenue period average peak growth growth_3 growth_yoy.
 */
static const char *figures(const char *months)
{
    static char line[512];
    char texts[8][KAM_DECIMAL_SIZE];
    struct kam_account account = {.id_ptr = "A", .id_len = 1};
    struct kam_arena arena = {0};
    struct kam_figures f;
    struct kam_error error;
    struct kam_text rest = kam_text_of(months);
    unsigned count = 0;
    bool more = rest.len > 0;

    while (more) {
        struct kam_text cell = kam_text_split(&rest, ' ', &more);
        struct kam_decimal value;
        int month = JANUARY + (int)count++;
        if (kam_text_equal(cell, KAM_TEXT("-")))
            continue;
        assert_int_equal(kam_decimal_parse(cell, &value), KAM_NUMBER_OK);
        struct kam_amount amount = kam_amount_of(value);
        assert_int_equal(kam_cells_add(&account.revenue, month, &amount, HINT, &arena), KAM_OK);
    }
    assert_int_equal(
        kam_figures_compute(&f, &account, (struct kam_months){JANUARY, count}, NULL, &error),
        KAM_OK);
    kam_decimal_format(f.revenue, 2, texts[0]);
    kam_decimal_format(f.period_revenue, 2, texts[1]);
    snprintf(line, sizeof line, "%u %s %s %s %s %s %s %s", f.months, texts[0],
             f.period_known ? texts[1] : "-", ratio(f.average_known, f.average, texts[2]),
             ratio(f.peak_share_known, f.peak_share, texts[3]),
             ratio(f.growth_known, f.growth, texts[4]),
             ratio(f.growth_3_known, f.growth_3, texts[5]),
             ratio(f.growth_yoy_known, f.growth_yoy, texts[6]));
    kam_arena_free(&arena);
    return line;
}

static void windows_too_short_leave_growth_open(void **unused)
{
    (void)unused;
    assert_string_equal(figures(""), "0 0.00 - - - - - -");
    assert_string_equal(figures("5"), "1 5.00 5.00 5.0000 1.0000 - - -");
    assert_string_equal(figures("4 5"), "2 9.00 5.00 4.5000 0.5556 0.2500 - -");
    /* the middle of an odd number of months belongs to neither half */
    assert_string_equal(figures("4 100 5"), "3 109.00 5.00 36.3333 0.9174 0.2500 - -");
    assert_string_equal(figures("1 2 9 3 4"), "5 19.00 4.00 3.8000 0.4737 1.3333 - -");
    assert_string_equal(figures("1 2 3 4 5 6"), "6 21.00 6.00 3.5000 0.2857 1.5000 1.5000 -");
}

static void growth_compares_like_with_like(void **unused)
{
    (void)unused;
    /* halves 21 and 57, quarters 24 and 33 */
    assert_string_equal(figures("1 2 3 4 5 6 7 8 9 10 11 12"),
                        "12 78.00 12.00 6.5000 0.1538 1.7143 0.3750 -");
    /* of 13 months: halves 27 and 63 without the seventh, quarters 27 and 36, 13 against 1 */
    assert_string_equal(figures("1 2 3 4 5 6 7 8 9 10 11 12 13"),
                        "13 91.00 13.00 7.0000 0.1429 2.0000 0.3333 12.0000");
    /* of 14 the year before is the second */
    assert_string_equal(figures("9 2 3 4 5 6 7 8 9 10 11 12 13 14"),
                        "14 113.00 14.00 8.0714 0.1239 1.1389 0.3000 6.0000");
}

static void what_has_no_divisor_is_open(void **unused)
{
    (void)unused;
    assert_string_equal(figures("- -"), "0 0.00 - - - - - -");
    assert_string_equal(figures("0 0"), "0 0.00 0.00 - - - - -");
    assert_string_equal(figures("- 5"), "1 5.00 5.00 5.0000 1.0000 - - -");
    assert_string_equal(figures("5 -"), "1 5.00 - 5.0000 1.0000 -1.0000 - -");
    assert_string_equal(figures("-4 1"), "2 -3.00 1.00 -1.5000 - - - -");
    assert_string_equal(figures("5 -5"), "2 0.00 -5.00 0.0000 - -2.0000 - -");
    assert_string_equal(figures("10 -5 0"), "2 5.00 0.00 2.5000 2.0000 -1.0000 - -");
    assert_string_equal(figures("1 1 1 -1 0 0"), "4 2.00 0.00 0.5000 0.5000 -1.3333 -1.3333 -");
    assert_string_equal(figures("1 - - - - - - - - - - - -"),
                        "1 1.00 - 1.0000 1.0000 -1.0000 - -1.0000");
    assert_string_equal(figures("-1 1 1 1 1 1 1 1 1 1 1 1 1"),
                        "13 11.00 1.00 0.8462 0.0909 0.5000 0.0000 -");
}

static void ratios_are_rounded_half_to_even(void **unused)
{
    (void)unused;
    assert_string_equal(figures("0.00005 -"), "1 0.00005 - 0.0000 1.0000 -1.0000 - -");
    assert_string_equal(figures("0.00015 -"), "1 0.00015 - 0.0002 1.0000 -1.0000 - -");
    assert_string_equal(figures("2 2.0001"), "2 4.0001 2.0001 2.0000 0.5000 0.0000 - -");
    assert_string_equal(figures("2 2.0003"), "2 4.0003 2.0003 2.0002 0.5000 0.0002 - -");
}

static void a_margin_needs_a_cost(void **unused)
{
    struct kam_account account = {.id_ptr = "A", .id_len = 1};
    struct kam_arena arena = {0};
    struct kam_amount amount = kam_amount_of(kam_decimal_of(8));
    struct kam_decimal cost = kam_decimal_of(6);
    const struct kam_months months = {JANUARY, 1};
    struct kam_figures f;
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_cells_add(&account.revenue, JANUARY, &amount, HINT, &arena), KAM_OK);
    assert_int_equal(kam_figures_compute(&f, &account, months, &cost, &error), KAM_OK);
    assert_int_equal(kam_decimal_compare(f.margin, kam_decimal_of(2)), 0);
    char text[KAM_DECIMAL_SIZE];
    assert_string_equal(ratio(f.margin_rate_known, f.margin_rate, text), "0.2500");
    assert_int_equal(kam_figures_compute(&f, &account, months, NULL, &error), KAM_OK);
    assert_false(f.margin_rate_known);
    kam_arena_free(&arena);
}

static void sums_out_of_range_are_told(void **unused)
{
    struct kam_account account = {.id_ptr = "A", .id_len = 1};
    struct kam_arena arena = {0};
    struct kam_decimal largest, small = kam_decimal_of(-1);
    struct kam_figures f;
    struct kam_error error;

    (void)unused;
    assert_int_equal(kam_decimal_parse(KAM_TEXT("170141183460469231731"), &largest), KAM_NUMBER_OK);
    struct kam_amount amount = kam_amount_of(largest);
    assert_int_equal(kam_cells_add(&account.revenue, JANUARY, &amount, HINT, &arena), KAM_OK);
    assert_true(kam_figures_may_fail(&account, NULL));
    assert_int_equal(
        kam_figures_compute(&f, &account, (struct kam_months){JANUARY, 1}, NULL, &error), KAM_OK);
    assert_int_equal(
        kam_figures_compute(&f, &account, (struct kam_months){JANUARY, 1}, &small, &error),
        KAM_DATA);
    assert_int_equal(kam_cells_add(&account.revenue, JANUARY + 1, &amount, HINT, &arena), KAM_OK);
    assert_int_equal(
        kam_figures_compute(&f, &account, (struct kam_months){JANUARY, 2}, NULL, &error), KAM_DATA);
    assert_string_equal(error.text, "a figure of account 'A' becomes too large");
    kam_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_too_short_leave_growth_open),
        cmocka_unit_test(growth_compares_like_with_like),
        cmocka_unit_test(what_has_no_divisor_is_open),
        cmocka_unit_test(ratios_are_rounded_half_to_even),
        cmocka_unit_test(a_margin_needs_a_cost),
        cmocka_unit_test(sums_out_of_range_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
