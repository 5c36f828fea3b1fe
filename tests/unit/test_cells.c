#include "account/cells.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "decimals.h"
#include "random.h"

enum { OCTOBER = 2026 * 12 + 9, HINT = 3 };

/* Adds AMOUNT to the cell of MONTH. */
static enum kam_status add(struct kam_cells *cells, struct kam_arena *arena, int month,
                           const char *amount)
{
    struct kam_amount both = kam_amount_of(decimal(amount));

    return kam_cells_add(cells, month, &both, HINT, arena);
}

/* The cell of MONTH as text, "-" if it is empty. */
static const char *cell(const struct kam_cells *cells, int month)
{
    static char text[KAM_DECIMAL_SIZE];
    struct kam_decimal value;

    if (!kam_cells_get(cells, month, &value))
        return "-";
    kam_decimal_format(value, 2, text);
    return text;
}

static void an_empty_cell_is_not_zero(void **unused)
{
    struct kam_arena arena = {0};
    struct kam_cells cells = {0};

    (void)unused;
    assert_int_equal(kam_cells_last(&cells), KAM_MONTH_NONE);
    assert_string_equal(cell(&cells, OCTOBER), "-");
    assert_int_equal(add(&cells, &arena, OCTOBER, "5"), KAM_OK);
    assert_int_equal(add(&cells, &arena, OCTOBER, "-5"), KAM_OK);
    assert_int_equal(add(&cells, &arena, OCTOBER + 2, "0"), KAM_OK);
    assert_string_equal(cell(&cells, OCTOBER), "0.00");
    assert_string_equal(cell(&cells, OCTOBER + 1), "-");
    assert_string_equal(cell(&cells, OCTOBER + 2), "0.00");
    assert_string_equal(cell(&cells, OCTOBER - 1), "-");
    assert_string_equal(cell(&cells, OCTOBER + 3), "-");
    assert_int_equal(cells.first, OCTOBER);
    assert_int_equal(kam_cells_last(&cells), OCTOBER + 2);
    assert_false(cells.wide);
    kam_arena_free(&arena);
}

static void months_before_the_first_move_the_others(void **unused)
{
    struct kam_arena arena = {0};
    struct kam_cells cells = {0};

    (void)unused;
    assert_int_equal(add(&cells, &arena, OCTOBER, "3"), KAM_OK);
    assert_int_equal(add(&cells, &arena, OCTOBER - 2, "1"), KAM_OK);
    assert_int_equal(add(&cells, &arena, KAM_MONTH_FIRST, "-7"), KAM_OK);
    assert_int_equal(add(&cells, &arena, KAM_MONTH_LAST, "9"), KAM_OK);
    assert_string_equal(cell(&cells, KAM_MONTH_FIRST), "-7.00");
    assert_string_equal(cell(&cells, KAM_MONTH_FIRST + 1), "-");
    assert_string_equal(cell(&cells, OCTOBER - 2), "1.00");
    assert_string_equal(cell(&cells, OCTOBER - 1), "-");
    assert_string_equal(cell(&cells, OCTOBER), "3.00");
    assert_string_equal(cell(&cells, KAM_MONTH_LAST), "9.00");
    kam_arena_free(&arena);
}

static void the_edge_of_64_bits_widens_all_cells(void **unused)
{
    static const struct {
        const char *first, *second, *sum;
        bool wide;
    } cases[] = {
        {"922337203685477.5806", "0.0001", "922337203685477.5807", false},
        {"922337203685477.5807", "0.0001", "922337203685477.5808", true},
        {"-922337203685477.5806", "-0.0001", "-922337203685477.5807", false},
        /* The next number of 64 bits says "empty". */
        {"-922337203685477.5807", "-0.0001", "-922337203685477.5808", true},
        {"-922337203685477.5808", "0", "-922337203685477.5808", true},
        {"1.5", "0.00001", "1.50001", true},
        {"0", "0.000000000000000001", "0.000000000000000001", true},
        {"170141183460469231731", "-0.5", "170141183460469231730.50", true},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_arena arena = {0};
        struct kam_cells cells = {0};
        assert_int_equal(add(&cells, &arena, OCTOBER - 2, "-1.25"), KAM_OK);
        assert_int_equal(add(&cells, &arena, OCTOBER, cases[i].first), KAM_OK);
        assert_int_equal(add(&cells, &arena, OCTOBER, cases[i].second), KAM_OK);
        assert_string_equal(cell(&cells, OCTOBER), cases[i].sum);
        assert_int_equal(cells.wide, cases[i].wide);
        assert_string_equal(cell(&cells, OCTOBER - 1), "-");
        assert_string_equal(cell(&cells, OCTOBER - 2), "-1.25");
        /* and it grows on both sides afterwards, too */
        assert_int_equal(add(&cells, &arena, OCTOBER - 9, "2"), KAM_OK);
        assert_int_equal(add(&cells, &arena, OCTOBER + 9, "4"), KAM_OK);
        assert_string_equal(cell(&cells, OCTOBER - 9), "2.00");
        assert_string_equal(cell(&cells, OCTOBER - 8), "-");
        assert_string_equal(cell(&cells, OCTOBER), cases[i].sum);
        assert_string_equal(cell(&cells, OCTOBER + 8), "-");
        assert_string_equal(cell(&cells, OCTOBER + 9), "4.00");
        kam_arena_free(&arena);
    }
}

static void a_sum_out_of_range_is_told(void **unused)
{
    struct kam_arena arena = {0};
    struct kam_cells cells = {0};

    (void)unused;
    assert_int_equal(add(&cells, &arena, OCTOBER, "170141183460469231731"), KAM_OK);
    assert_int_equal(add(&cells, &arena, OCTOBER, "1"), KAM_DATA);
    assert_int_equal(add(&cells, &arena, OCTOBER + 1, "-170141183460469231731"), KAM_OK);
    /* -2^127 units would be the mark of an empty cell. */
    assert_int_equal(add(&cells, &arena, OCTOBER + 1, "-0.687303715884105727"), KAM_OK);
    assert_string_equal(cell(&cells, OCTOBER + 1), "-170141183460469231731.687303715884105727");
    assert_int_equal(add(&cells, &arena, OCTOBER + 1, "-0.000000000000000001"), KAM_DATA);
    kam_arena_free(&arena);
}

/* Random amounts in random months, dealt out to two runs of cells, merged either way. */
static void merging_is_adding(void **unused)
{
    enum { MONTHS = 9, ADDITIONS = 8 };
    static const char *const amounts[] = {"0", "1.5", "-1.5", "922337203685477.5807", "0.00001"};

    (void)unused;
    for (uint64_t round = 1; round <= 2000; round++) {
        struct kam_arena arena = {0};
        struct kam_cells all = {0}, parts[2] = {{0}, {0}};
        uint64_t seed = round;

        for (unsigned i = random_below(&seed, ADDITIONS); i > 0; i--) {
            int month = OCTOBER + (int)random_below(&seed, MONTHS);
            const char *amount = amounts[random_below(&seed, 5)];
            assert_int_equal(add(&all, &arena, month, amount), KAM_OK);
            assert_int_equal(add(&parts[random_below(&seed, 2)], &arena, month, amount), KAM_OK);
        }
        unsigned into = random_below(&seed, 2);
        assert_int_equal(kam_cells_merge(&parts[into], &parts[1 - into], HINT, &arena), KAM_OK);
        assert_int_equal(parts[into].count, all.count);
        for (int month = OCTOBER; month < OCTOBER + MONTHS; month++) {
            char expected[KAM_DECIMAL_SIZE];
            snprintf(expected, sizeof expected, "%s", cell(&all, month));
            assert_string_equal(cell(&parts[into], month), expected);
        }
        kam_arena_free(&arena);
    }
}

/* Totals over accounts are what adding cell by cell gives, narrow or wide. */
static void totals_are_those_of_the_cells(void **unused)
{
    enum { MONTHS = 5, ACCOUNTS = 40 };
    static const char *const amounts[] = {"0", "1.5", "-1.5", "922337203685477.5807", "0.00001"};
    struct kam_cells_total totals[MONTHS] = {{0}};
    struct kam_decimal sums[MONTHS] = {{0}};
    uint64_t counts[MONTHS] = {0}, seed = 1;
    struct kam_arena arena = {0};

    (void)unused;
    for (int a = 0; a < ACCOUNTS; a++) {
        struct kam_cells cells = {0};
        for (unsigned i = random_below(&seed, MONTHS + 1); i > 0; i--)
            assert_int_equal(add(&cells, &arena, OCTOBER + (int)random_below(&seed, MONTHS),
                                 amounts[random_below(&seed, 5)]),
                             KAM_OK);
        kam_cells_add_up(&cells, OCTOBER, totals);
        for (int m = 0; m < MONTHS; m++) {
            struct kam_decimal value;
            if (!kam_cells_get(&cells, OCTOBER + m, &value))
                continue;
            counts[m]++;
            assert_true(kam_decimal_add(&sums[m], value));
        }
    }
    for (int m = 0; m < MONTHS; m++) {
        struct kam_decimal revenue;
        assert_int_equal(totals[m].accounts, counts[m]);
        assert_true(kam_cells_total_revenue(&totals[m], &revenue));
        assert_int_equal(kam_decimal_compare(revenue, sums[m]), 0);
    }
    kam_arena_free(&arena);
}

static void totals_out_of_range_are_told(void **unused)
{
    static const struct {
        const char *amounts[3];
        bool fits;
    } cases[] = {
        {{"170141183460469231731", NULL, NULL}, true},
        {{"170141183460469231731", "0.687303715884105727", NULL}, true},
        {{"170141183460469231731", "0.687303715884105728", NULL}, false},
        {{"170141183460469231731", "900000000000000", NULL}, false},
        {{"170141183460469231731", "170141183460469231731", NULL}, false},
        {{"-170141183460469231731", "-900000000000000", NULL}, false},
        {{"170141183460469231731", "900000000000000", "-900000000000000"}, true},
    };

    (void)unused;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct kam_cells_total total = {0};
        struct kam_arena arena = {0};
        struct kam_decimal revenue;
        for (size_t i = 0; i < 3 && cases[c].amounts[i]; i++) {
            struct kam_cells cells = {0};
            assert_int_equal(add(&cells, &arena, OCTOBER, cases[c].amounts[i]), KAM_OK);
            kam_cells_add_up(&cells, OCTOBER, &total);
        }
        assert_int_equal(kam_cells_total_revenue(&total, &revenue), cases[c].fits);
        kam_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_cell_is_not_zero),
        cmocka_unit_test(months_before_the_first_move_the_others),
        cmocka_unit_test(the_edge_of_64_bits_widens_all_cells),
        cmocka_unit_test(a_sum_out_of_range_is_told),
        cmocka_unit_test(merging_is_adding),
        cmocka_unit_test(totals_are_those_of_the_cells),
        cmocka_unit_test(totals_out_of_range_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
