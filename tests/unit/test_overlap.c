#include "import/overlap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "decimals.h"
#include "random.h"

enum { OCTOBER = 2026 * 12 + 9, HINT = 3 };

static void add(struct kam_cells *cells, struct kam_arena *arena, int month, const char *text)
{
    struct kam_amount amount = kam_amount_of(decimal(text));

    assert_int_equal(kam_cells_add(cells, month, &amount, HINT, arena), KAM_OK);
}

/* Cells for August to November; NULL: no line in that month. */
static struct kam_cells cells_of(const char *const amounts[4], struct kam_arena *arena)
{
    struct kam_cells cells = {0};

    for (int i = 0; i < 4; i++)
        if (amounts[i])
            add(&cells, arena, OCTOBER - 2 + i, amounts[i]);
    return cells;
}

static void cells_that_both_have_are_compared_exactly(void **unused)
{
    static const char many[] = "922337203685477.5808", tiny[] = "0.000000000000000001";
    static const struct {
        const char *before[4], *row[4];
        unsigned shared, equal;
    } cases[] = {
        {{NULL}, {NULL}, 0, 0},
        {{"1", "2", "3", "4"}, {NULL}, 0, 0},
        {{NULL}, {"1", "2", "3", "4"}, 0, 0},
        {{"1", "2", NULL, NULL}, {NULL, NULL, "1", "2"}, 0, 0},
        {{NULL, NULL, "1", "2"}, {"1", "2", NULL, NULL}, 0, 0},
        {{"1", NULL, "3", NULL}, {NULL, "2", NULL, "4"}, 0, 0},
        {{"1", NULL, "3", "4"}, {"1", "2", NULL, "5"}, 2, 1},
        {{"1", "2", "3", NULL}, {NULL, "2", "3.0", "4"}, 2, 2},
        {{"0", "-5", "5", "1"}, {"0.00", "-5", "-5", "1.0001"}, 4, 2},
        {{NULL, "0", NULL, NULL}, {"0", NULL, "0", NULL}, 0, 0}, /* empty isn't zero */
        /* kept in 64 bits, and in 128 */
        {{"1", "2", many, NULL}, {"1", "2.5", NULL, NULL}, 2, 1},
        {{"1", "2", NULL, NULL}, {"1", "2", many, NULL}, 2, 2},
        {{"1", many, tiny, NULL}, {"1", many, tiny, "7"}, 3, 3},
        {{NULL, tiny, NULL, "4"}, {NULL, "0", NULL, "4"}, 2, 1},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_arena arena = {0};
        struct kam_cells before = cells_of(cases[i].before, &arena);
        struct kam_cells row = cells_of(cases[i].row, &arena);
        struct kam_overlap overlap = {100, 50};
        kam_overlap_note(&overlap, &before, &row);
        assert_int_equal(overlap.shared, 100 + cases[i].shared);
        assert_int_equal(overlap.equal, 50 + cases[i].equal);
        kam_overlap_note(&overlap, &row, &before);
        assert_int_equal(overlap.shared, 100 + 2 * cases[i].shared);
        assert_int_equal(overlap.equal, 50 + 2 * cases[i].equal);
        kam_arena_free(&arena);
    }
}

static void half_and_ten_are_suspicious(void **unused)
{
    static const struct {
        uint64_t shared, equal;
        bool suspicious;
    } cases[] = {
        {0, 0, false},
        {9, 9, false},
        {10, 9, false},
        {10, 10, true},
        {18, 9, false},
        {19, 10, true},
        {20, 10, true},
        {21, 10, false},
        {1000, 499, false},
        {1000, 500, true},
        {UINT64_MAX, UINT64_MAX, true},
        {UINT64_MAX, UINT64_MAX / 2, false},
        {UINT64_MAX, UINT64_MAX / 2 + 1, true},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kam_overlap overlap = {cases[i].shared, cases[i].equal};
        assert_int_equal(kam_overlap_is_suspicious(&overlap), cases[i].suspicious);
    }
}

static void the_warning_has_the_numbers(void **unused)
{
    const struct kam_overlap overlap = {24, 12};
    struct kam_error warning;

    (void)unused;
    assert_int_equal(kam_overlap_warning(&overlap, "october.csv", &warning), KAM_DATA);
    assert_string_equal(warning.text,
                        "of the 24 account-months that october.csv and the inputs before it "
                        "share, 12 have the same revenue: is it counted twice?");
}

/* Random cells, narrow and wide, against amounts in an array. */
static void a_note_and_a_loop_agree(void **unused)
{
    enum { MONTHS = 6, AMOUNTS = 4 };
    static const char *const amounts[AMOUNTS] = {"0", "7.5", "-7.5", "0.00001"};
    unsigned both = 0;

    (void)unused;
    for (uint64_t round = 1; round <= 2000; round++) {
        struct kam_arena arena = {0};
        struct kam_cells cells[2] = {{0}, {0}};
        unsigned chosen[2][MONTHS];
        struct kam_overlap overlap = {0}, expected = {0};
        uint64_t seed = round;

        for (int side = 0; side < 2; side++)
            for (int m = 0; m < MONTHS; m++) {
                chosen[side][m] = random_below(&seed, AMOUNTS + 2); /* above: no line */
                if (chosen[side][m] < AMOUNTS)
                    add(&cells[side], &arena, OCTOBER + m, amounts[chosen[side][m]]);
            }
        for (int m = 0; m < MONTHS; m++)
            if (chosen[0][m] < AMOUNTS && chosen[1][m] < AMOUNTS) {
                expected.shared++;
                expected.equal += chosen[0][m] == chosen[1][m];
            }
        kam_overlap_note(&overlap, &cells[0], &cells[1]);
        assert_int_equal(overlap.shared, expected.shared);
        assert_int_equal(overlap.equal, expected.equal);
        both += expected.equal > 0 && cells[0].wide != cells[1].wide;
        kam_arena_free(&arena);
    }
    assert_true(both > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_that_both_have_are_compared_exactly),
        cmocka_unit_test(half_and_ten_are_suspicious),
        cmocka_unit_test(the_warning_has_the_numbers),
        cmocka_unit_test(a_note_and_a_loop_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
