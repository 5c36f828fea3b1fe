#include "diff/transition.h"

#include "bases.h"

#include <stdlib.h>

static void matrix_of(struct kam_transition *matrix, const struct comparison *c,
                      enum kam_transition_figure figure, enum kam_transition_form form)
{
    const struct kam_transition_options options = {.figure = figure, .form = form};
    struct kam_error error;

    assert_int_equal(kam_transition_compute(matrix, &c->diff, &options, &error), KAM_OK);
}

static struct kam_decimal cell_of(const struct kam_transition *matrix, size_t row, size_t column)
{
    return matrix->cells[row * matrix->size + column];
}

static void assert_transposed(const struct kam_transition *there, const struct kam_transition *here)
{
    size_t size = there->size;

    for (size_t i = 0; i < size * size; i++)
        assert_int_equal(
            kam_decimal_compare(there->cells[i], here->cells[i % size * size + i / size]), 0);
}

static void the_matrix_counts_every_customer(void **unused)
{
    enum { ABSENT = TIERS, TOTAL = TIERS + 1, SIZE = TIERS + 2 };
    uint64_t state = 6;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        struct kam_transition matrix;
        int64_t expected[SIZE * SIZE] = {0};
        start(&c, &old, &new, &state);
        matrix_of(&matrix, &c, KAM_TRANSITION_CUSTOMERS, KAM_TRANSITION_SUMS);
        assert_int_equal(matrix.size, SIZE);
        for (unsigned i = 0; i < CUSTOMERS; i++) {
            unsigned from = old.facts[i].present ? old.facts[i].tier : ABSENT;
            unsigned to = new.facts[i].present ? new.facts[i].tier : ABSENT;
            if (from != ABSENT || to != ABSENT)
                expected[from * SIZE + to]++;
        }
        for (unsigned i = 0; i <= ABSENT; i++)
            for (unsigned j = 0; j <= ABSENT; j++) {
                int64_t count = expected[i * SIZE + j];
                expected[i * SIZE + TOTAL] += count;
                expected[TOTAL * SIZE + j] += count;
                expected[TOTAL * SIZE + TOTAL] += count;
            }
        for (unsigned i = 0; i < SIZE * SIZE; i++)
            assert_decimal(matrix.cells[i], expected[i] * PLACES);
        kam_transition_free(&matrix);
        stop(&c);
    }
}

/* ---- customers that were merged, split, renamed, lost by lost-after ---------------------------
 */

enum { PART = TIERS, ABSENT, TOTAL, SIZE };

static bool is_lost(const struct fact *fact, unsigned lost_after)
{
    return !fact->present || (lost_after && fact->idle >= lost_after);
}

/* What customer I adds to a cell, and which one; false if it is in neither snapshot. */
static bool find_cell(const struct base *old, const struct base *new, unsigned i,
                      unsigned lost_after, unsigned *row, unsigned *column)
{
    const struct fact *was = &old->facts[i], *is = &new->facts[i];

    *row = was->head != NOBODY ? PART : is_lost(was, lost_after) ? ABSENT : was->tier;
    *column = is->head != NOBODY ? PART : is_lost(is, lost_after) ? ABSENT : is->tier;
    return was->present || is->present;
}

static int64_t figure_of(const struct fact *was, const struct fact *is,
                         enum kam_transition_figure figure)
{
    int64_t from = was->present ? was->revenue : 0, to = is->present ? is->revenue : 0;

    switch (figure) {
    case KAM_TRANSITION_REVENUE_FROM:
        return from;
    case KAM_TRANSITION_REVENUE_TO:
        return to;
    case KAM_TRANSITION_REVENUE_DELTA:
        return to - from;
    case KAM_TRANSITION_CUSTOMERS:
        break;
    }
    return PLACES;
}

static void assert_cells(const struct kam_transition *matrix, const struct base *old,
                         const struct base *new, unsigned lost_after)
{
    int64_t expected[SIZE][SIZE] = {{0}};

    for (unsigned i = 0; i < CUSTOMERS; i++) {
        unsigned row, column;
        if (!find_cell(old, new, i, lost_after, &row, &column))
            continue;
        int64_t figure = figure_of(&old->facts[i], &new->facts[i], matrix->options.figure);
        expected[row][column] += figure;
        expected[row][TOTAL] += figure;
        expected[TOTAL][column] += figure;
        expected[TOTAL][TOTAL] += figure;
    }
    for (unsigned row = 0; row < SIZE; row++)
        for (unsigned column = 0; column < SIZE; column++)
            assert_decimal(cell_of(matrix, row, column), expected[row][column]);
}

/* The total of totals is what the bridge has. */
static void assert_as_bridge(const struct kam_transition *matrix, const struct kam_bridge *bridge)
{
    struct kam_decimal all = cell_of(matrix, TOTAL, TOTAL);

    switch (matrix->options.figure) {
    case KAM_TRANSITION_REVENUE_FROM:
        all.units -= bridge->steps[KAM_BRIDGE_OLD_TOTAL].revenue.units;
        break;
    case KAM_TRANSITION_REVENUE_TO:
        all.units -= bridge->steps[KAM_BRIDGE_NEW_TOTAL].revenue.units;
        break;
    case KAM_TRANSITION_REVENUE_DELTA:
        all.units -= bridge->change.units;
        break;
    case KAM_TRANSITION_CUSTOMERS:
        all.units -= kam_decimal_of((int64_t)bridge->diff->count).units;
        break;
    }
    assert_decimal(all, 0);
}

static void every_cell_is_the_sum_of_its_customers(void **unused)
{
    uint64_t state = 61;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        unsigned lost_after = round % 2 ? LOST_AFTER : 0;
        struct comparison c;
        entangle(&old, &new, &state);
        start_with(&c, &old, &new, lost_after, &state);
        for (int figure = KAM_TRANSITION_CUSTOMERS; figure <= KAM_TRANSITION_REVENUE_DELTA;
             figure++) {
            struct kam_transition matrix;
            matrix_of(&matrix, &c, (enum kam_transition_figure)figure, KAM_TRANSITION_SUMS);
            assert_int_equal(matrix.size, SIZE);
            assert_cells(&matrix, &old, &new, lost_after);
            assert_as_bridge(&matrix, &c.bridge);
            kam_transition_free(&matrix);
        }
        stop(&c);
    }
}

static void swapped_snapshots_have_the_transposed_matrix(void **unused)
{
    static const enum kam_transition_figure pairs[][2] = {
        {KAM_TRANSITION_CUSTOMERS, KAM_TRANSITION_CUSTOMERS},
        {KAM_TRANSITION_REVENUE_FROM, KAM_TRANSITION_REVENUE_TO},
    };
    uint64_t state = 62;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison forth, back;
        entangle(&old, &new, &state);
        start(&forth, &old, &new, &state);
        start(&back, &new, &old, &state);
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
            struct kam_transition there, here;
            matrix_of(&there, &forth, pairs[i][0], KAM_TRANSITION_SUMS);
            matrix_of(&here, &back, pairs[i][1], KAM_TRANSITION_SUMS);
            assert_transposed(&there, &here);
            kam_transition_free(&there);
            kam_transition_free(&here);
        }
        stop(&back);
        stop(&forth);
    }
}

/* ---- rates ------------------------------------------------------------------------------------
 */

static void rates_are_cells_by_totals_and_add_up_to_one(void **unused)
{
    /* Half of the last of six places for each cell of a row, in units of 10^-18. */
    const int64_t tolerance = INT64_C(500000000000) * TOTAL;
    uint64_t state = 63;
    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct base old = random_base(&state), new = random_base(&state);
        struct comparison c;
        struct kam_transition sums, rates;
        entangle(&old, &new, &state);
        start_with(&c, &old, &new, LOST_AFTER, &state);
        matrix_of(&sums, &c, KAM_TRANSITION_CUSTOMERS, KAM_TRANSITION_SUMS);
        matrix_of(&rates, &c, KAM_TRANSITION_CUSTOMERS, KAM_TRANSITION_RATES);
        for (size_t row = 0; row < SIZE; row++) {
            struct kam_decimal total = cell_of(&sums, row, TOTAL), sum = KAM_DECIMAL_ZERO, rate;
            for (size_t column = 0; column < SIZE; column++) {
                if (kam_decimal_sign(total) == 0) {
                    assert_false(kam_is_number(cell_of(&rates, row, column)));
                    continue;
                }
                assert_int_equal(kam_decimal_divide(cell_of(&sums, row, column), total, 6, &rate),
                                 KAM_NUMBER_OK);
                assert_int_equal(kam_decimal_compare(cell_of(&rates, row, column), rate), 0);
                if (column != TOTAL)
                    assert_true(kam_decimal_add(&sum, rate));
            }
            if (kam_decimal_sign(total) != 0) {
                int64_t beside_one = (int64_t)(sum.units - kam_decimal_of(1).units);
                assert_in_range(llabs(beside_one), 0, tolerance);
            }
        }
        kam_transition_free(&sums);
        kam_transition_free(&rates);
        stop(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_matrix_counts_every_customer),
        cmocka_unit_test(every_cell_is_the_sum_of_its_customers),
        cmocka_unit_test(swapped_snapshots_have_the_transposed_matrix),
        cmocka_unit_test(rates_are_cells_by_totals_and_add_up_to_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
