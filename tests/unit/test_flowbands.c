#include "report/flowbands.h"

#include "random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { TIERS = 9, SIZE = TIERS + 3 };

struct matrix {
    struct kam_ladder ladder;
    struct kam_diff diff;
    struct kam_decimal cells[SIZE * SIZE];
    struct kam_transition transition;
};

static void make(struct matrix *matrix, size_t tiers)
{
    static const char *const names[TIERS] = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    struct kam_text texts[TIERS];
    struct kam_error error = {0};

    memset(matrix, 0, sizeof *matrix);
    for (size_t i = 0; i < tiers; i++)
        texts[i] = kam_text_of(names[i]);
    assert_int_equal(kam_ladder_of_model(&matrix->ladder, texts, tiers, &error), KAM_OK);
    matrix->diff.ladder = &matrix->ladder;
    matrix->transition =
        (struct kam_transition){.diff = &matrix->diff, .size = tiers + 3, .cells = matrix->cells};
}

static void set(struct matrix *matrix, size_t from, size_t to, int64_t customers)
{
    matrix->cells[from * matrix->transition.size + to] = kam_decimal_of(customers);
}

static void assert_near(double a, double b)
{
    if (fabs(a - b) > 1e-6)
        fail_msg("%f, not %f", a, b);
}

static void bands_are_roots_of_customers(void **unused)
{
    struct kam_arena arena = {0};
    struct kam_flowbands bands;
    struct matrix matrix;

    (void)unused;
    make(&matrix, 2);
    set(&matrix, 0, 0, 100);
    set(&matrix, 1, 0, 25);
    set(&matrix, 3, 1, 400);
    set(&matrix, 3, 3, 1000000); /* neither before nor after */
    set(&matrix, 3, 2, 1000000);
    assert_true(kam_flowbands_make(&bands, &matrix.transition, 10, &arena));
    assert_int_equal(bands.count, 3);
    assert_int_equal(bands.items[0].kind, KAM_FLOWBAND_SAME);
    assert_int_equal(bands.items[1].kind, KAM_FLOWBAND_CAME);
    assert_int_equal(bands.items[2].kind, KAM_FLOWBAND_UP);
    assert_near(bands.items[1].thickness, 2 * bands.items[0].thickness);
    assert_near(bands.items[2].thickness, bands.items[0].thickness / 2);
    assert_int_equal(bands.shown[KAM_FLOWSIDE_BEFORE], 3);
    assert_int_equal(bands.shown[KAM_FLOWSIDE_NOW], 2);
    assert_int_equal(bands.nodes[KAM_FLOWSIDE_NOW][0].customers, 125);
    assert_int_equal(kam_flowbands_moving(&matrix.transition), 2);
    kam_arena_free(&arena);
    kam_ladder_free(&matrix.ladder);
}

static void check_side(const struct kam_flowbands *bands, enum kam_flowside side, double top)
{
    const double rounding = 1e-6;
    double reached = top, sums[SIZE] = {0};

    for (size_t i = 0; i < bands->size; i++) {
        const struct kam_flownode *node = &bands->nodes[side][i];
        if (!node->is_shown)
            continue;
        assert_true(node->top >= reached - rounding);
        reached = node->top + node->height;
    }
    assert_true(reached <= top + bands->height + rounding);
    for (size_t i = 0; i < bands->count; i++) {
        const struct kam_flowband *band = &bands->items[i];
        const struct kam_flownode *node = &bands->nodes[side][band->ends[side]];
        assert_true(band->top[side] >= node->top - rounding);
        assert_true(band->top[side] + band->thickness <= node->top + node->height + rounding);
        sums[band->ends[side]] += band->thickness;
    }
    for (size_t i = 0; i < bands->size; i++)
        assert_near(sums[i], bands->nodes[side][i].height);
}

/* Whatever the matrix: bars are below each other and all of them within the height. */
static void bands_fill_their_bars(void **unused)
{
    uint64_t state = 1;

    (void)unused;
    for (unsigned round = 0; round < 200; round++) {
        struct kam_arena arena = {0};
        struct kam_flowbands bands;
        struct matrix matrix;
        make(&matrix, 1 + round % TIERS);
        for (size_t i = 0; i < matrix.transition.size * matrix.transition.size; i++)
            if (random_below(&state, 4) < round % 5)
                matrix.cells[i] = kam_decimal_of((int64_t)(random_bits(&state) % 1000000));
        assert_true(kam_flowbands_make(&bands, &matrix.transition, 20, &arena));
        check_side(&bands, KAM_FLOWSIDE_BEFORE, 20);
        check_side(&bands, KAM_FLOWSIDE_NOW, 20);
        kam_arena_free(&arena);
        kam_ladder_free(&matrix.ladder);
    }
}

static void the_largest_are_in_the_order_of_their_ends(void **unused)
{
    const struct kam_flowband *largest[2];
    struct kam_arena arena = {0};
    struct kam_flowbands bands;
    struct matrix matrix;

    (void)unused;
    make(&matrix, 3);
    set(&matrix, 0, 2, 30);
    set(&matrix, 1, 0, 20);
    set(&matrix, 1, 1, 1000);
    set(&matrix, 2, 1, 10);
    assert_true(kam_flowbands_make(&bands, &matrix.transition, 0, &arena));
    assert_int_equal(kam_flowbands_largest(&bands, largest, 2), 2);
    assert_int_equal(largest[0]->customers, 20);
    assert_int_equal(largest[1]->customers, 30);
    kam_arena_free(&arena);
    kam_ladder_free(&matrix.ladder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_are_roots_of_customers),
        cmocka_unit_test(bands_fill_their_bars),
        cmocka_unit_test(the_largest_are_in_the_order_of_their_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
