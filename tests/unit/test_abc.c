#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "decimals.h"
#include "tier/abc.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST = 32 };

static int by_size(const void *a, const void *b)
{
    const struct kam_decimal *x = a, *y = b;

    return kam_decimal_compare(*y, *x);
}

/* "A AB": the customers in A, and in A or B. */
static const char *ends_of(const struct kam_decimal *figures, size_t count)
{
    static char text[48];
    struct kam_decimal falling[MOST];
    size_t a = 77, ab = 77;

    assert_true(count <= MOST);
    for (size_t i = 0; i < count; i++)
        falling[i] = figures[i];
    qsort(falling, count, sizeof *falling, by_size);
    if (!kam_abc(falling, count, &a, &ab)) {
        assert_true(a == 77 && ab == 77);
        return "out of range";
    }
    snprintf(text, sizeof text, "%zu %zu", a, ab);
    return text;
}

struct example {
    int figures[MOST];
    size_t count;
    const char *ends;
};

static void assert_ends(const struct example *example)
{
    struct kam_decimal figures[MOST];

    for (size_t i = 0; i < example->count; i++)
        figures[i] = kam_decimal_of(example->figures[i]);
    const char *ends = ends_of(figures, example->count);
    if (strcmp(ends, example->ends) != 0)
        fail_msg("%d, %d, ...: %s instead of %s", example->figures[0], example->figures[1], ends,
                 example->ends);
}

/*
 * What the implementations of the method publish as their results. Equal figures are still parted
 * here; whoever cuts by the result keeps them together, as cABCanalysis does.
 *
 * One more example is too long to stand here, the data set SwissInhabitants of ABCanalysis: 2896
 * villages, for which the tests of CalculatedABC.jl have A = 642 and B = 434, with the Pareto point
 * at 735 and the submarginal point at 1076. It looks at corners only. On the lines between them
 * these two are at 734.6 and 1075.6, so that A is the same here and B one less.
 */
static void test_published(void **state)
{
    static const struct example examples[] = {
        /* PyPI, abc-analysis 0.1: A = {25, 22, 17}, B = {15, 6} */
        {{1, 15, 25, 17, 2, 3, 5, 6, 2, 3, 22}, 11, "3 5"},
        /* its tests: A = {9, 8, 7} */
        {{1, 2, 3, 4, 5, 6, 7, 8, 9}, 9, "3 5"},
        /* Tests of cABCanalysis 1.0.2 (Loetsch, Himmelspach), for R. A = {10}, B = {5} */
        {{10, 5, 0, 3, 0, 0}, 6, "1 2"},
        /* A = {10, 7}, B = {5} */
        {{10, 0, 5, 7, 0, 3}, 6, "2 3"},
        /* A = {100} */
        {{100, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 11, "1 3"},
        /* A = all three 10, B = all three 5: the limit of B is among the equal ones */
        {{10, 10, 10, 5, 5, 5, 1, 1, 1}, 9, "3 4"},
        /* A = all three 3, B = {}: the limit of A is among the equal ones */
        {{3, 1, 3, 1, 1, 3}, 6, "2 3"},
        /* A = {60}; B = {} in R, all 14 others in Python: the limit of B is among them */
        {{60, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, 15, "1 8"},
        /* A = all 13 */
        {{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 13, "6 9"},
        /* A = {42} */
        {{42}, 1, "1 1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_ends(&examples[i]);
}

static void test_few_and_extreme(void **state)
{
    static const struct example examples[] = {
        {{0}, 0, "0 0"},
        {{0}, 1, "0 0"},
        {{-7}, 1, "0 0"},
        {{0, 0, 0, -1}, 4, "0 0"},
        {{5, 5}, 2, "1 1"},
        {{10, 4}, 2, "1 1"},
        {{7, 7, 7, 7}, 4, "2 3"},
        {{1000000, 1, 1, 1, 1, 1, 1, 1}, 8, "1 1"},
        /* Those without anything are customers, too. */
        {{9, 0, 0, 0}, 4, "1 1"},
        {{9, 0, 0, -4}, 4, "1 1"},
        {{3, 2, 1}, 3, "1 2"},
        {{3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 12, "2 3"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_ends(&examples[i]);
}

/* ---- the same by geometry, in integers: small figures only */

enum { FEW = 9, SMALL = 20 };

/* over / under */
struct ratio {
    kam_int128 over, under;
};

static bool is_less(struct ratio a, struct ratio b)
{
    return a.over * b.under < b.over * a.under;
}

/*
 * N times the abscissa of the point of the curve that is nearest to (C / N, 1): the nearest of the
 * nearest points of all its lines. Both axes are taken n * sum times, and then C's divisor times.
 */
static struct ratio nearest_by_geometry(const int *falling, int count, int sum, struct ratio c)
{
    struct ratio best = {0, 1}, best_distance = {-1, 1};
    int before = 0;

    for (int i = 0; i < count; i++) {
        /* from the corner to the target, and along the line */
        kam_int128 x = (c.over - i * c.under) * sum;
        kam_int128 y = (kam_int128)(sum - before) * count * c.under;
        kam_int128 dx = sum, dy = (kam_int128)falling[i] * count, square = dx * dx + dy * dy;
        kam_int128 along = x * dx + y * dy, across = x * dy - y * dx;
        struct ratio distance = {across * across, square}, at = {along, square * c.under};
        if (along < 0) {
            distance = (struct ratio){x * x + y * y, 1};
            at = (struct ratio){0, 1};
        } else if (along > square * c.under) {
            x -= dx * c.under;
            y -= dy * c.under;
            distance = (struct ratio){x * x + y * y, 1};
            at = (struct ratio){1, 1};
        }
        if (best_distance.over < 0 || is_less(distance, best_distance)) {
            best_distance = distance;
            best = (struct ratio){i * at.under + at.over, at.under};
        }
        before += falling[i];
    }
    return best;
}

/* Where the slope is 1, in halves: the middle of the corners that have it on neither side below. */
static struct ratio break_even(const int *falling, int count, int sum)
{
    int first = 0, last = 0;

    while (first < count && falling[first] * count > sum)
        first++;
    for (last = first; last < count && falling[last] * count == sum;)
        last++;
    return (struct ratio){first + last, 2};
}

static const char *ends_by_geometry(const int *falling, int count, int sum)
{
    static char text[48];
    struct ratio pareto = nearest_by_geometry(falling, count, sum, (struct ratio){0, 1});
    struct ratio even = break_even(falling, count, sum);
    struct ratio first = is_less(even, pareto) ? even : pareto;
    struct ratio later = is_less(even, pareto) ? pareto : even;
    struct ratio submarginal = nearest_by_geometry(falling, count, sum, later);
    int a = (int)(first.over / first.under), b = (int)(submarginal.over / submarginal.under);

    a = a ? a : 1;
    snprintf(text, sizeof text, "%d %d", a, a > b ? a : b);
    return text;
}

/* Falling figures below SMALL, some equal, some 0. Returns their sum. */
static int make_figures(uint64_t *random, int *falling, int count)
{
    unsigned limit = 2 + random_below(random, SMALL - 2);
    int sum = 0;

    for (int i = 0; i < count; i++) {
        int figure = (int)random_below(random, limit), at = i;
        for (; at > 0 && falling[at - 1] < figure; at--)
            falling[at] = falling[at - 1];
        falling[at] = figure;
        sum += figure;
    }
    return sum;
}

static void test_against_geometry(void **state)
{
    uint64_t random = 20261122;

    (void)state;
    for (int round = 0; round < 50000; round++) {
        struct kam_decimal figures[FEW];
        int falling[FEW], count = 1 + (int)random_below(&random, FEW);
        int sum = make_figures(&random, falling, count);
        if (sum == 0)
            continue;
        for (int i = 0; i < count; i++)
            figures[i] = kam_decimal_of(falling[i]);
        const char *ends = ends_of(figures, (size_t)count);
        const char *expected = ends_by_geometry(falling, count, sum);
        if (strcmp(ends, expected) != 0)
            fail_msg("round %d, %d customers: %s instead of %s", round, count, ends, expected);
    }
}

/* ---- laws */

/* In units of 10^-18, up to what a decimal holds. */
static void test_scale_changes_nothing(void **state)
{
    uint64_t random = 20261123;

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct kam_decimal figures[FEW];
        int falling[FEW], count = 1 + (int)random_below(&random, FEW);
        int sum = make_figures(&random, falling, count);
        char expected[48];
        if (sum == 0)
            continue;
        const kam_int128 factors[] = {1, 3, one / 100, one, largest / sum};
        for (size_t f = 0; f < sizeof factors / sizeof *factors; f++) {
            for (int i = 0; i < count; i++)
                figures[i].units = falling[i] * factors[f];
            const char *ends = ends_of(figures, (size_t)count);
            if (f == 0)
                snprintf(expected, sizeof expected, "%s", ends);
            else
                assert_string_equal(ends, expected);
        }
    }
}

static void test_too_large(void **state)
{
    struct kam_decimal figures[] = {{largest}, {0}, {-1}};

    (void)state;
    assert_string_equal(ends_of(figures, 3), "1 1");
    figures[1].units = 1;
    assert_string_equal(ends_of(figures, 3), "out of range");
}

/* Money of any kind: A ends not behind B, and neither behind those that have something. */
static void test_order_of_the_limits(void **state)
{
    uint64_t random = 20261124;

    (void)state;
    for (int round = 0; round < 5000; round++) {
        struct kam_decimal falling[MOST];
        size_t count = random_below(&random, MOST + 1), positive = 0, a, ab;
        for (size_t i = 0; i < count; i++) {
            falling[i].units = awkward(&random).units / MOST;
            positive += kam_decimal_sign(falling[i]) > 0;
        }
        qsort(falling, count, sizeof *falling, by_size);
        assert_true(kam_abc(falling, count, &a, &ab));
        assert_true(a <= ab && ab <= positive);
        assert_true(a > 0 || positive == 0);
    }
}

/*
 * The Pareto point of 30, 30, 15, 0, 0 is the second corner itself: 2 / 5 * 1 / 5 = 15 / 75 * 30
 * / 75. A hair less behind it, and the point is before that corner.
 */
static void test_exactly_on_the_limit(void **state)
{
    struct kam_decimal figures[] = {{30 * one}, {30 * one}, {15 * one}, {0}, {0}};

    (void)state;
    assert_string_equal(ends_of(figures, 5), "2 2");
    figures[2].units++;
    assert_string_equal(ends_of(figures, 5), "2 3");
    figures[2].units -= 2;
    assert_string_equal(ends_of(figures, 5), "1 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published),
        cmocka_unit_test(test_few_and_extreme),
        cmocka_unit_test(test_against_geometry),
        cmocka_unit_test(test_scale_changes_nothing),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_order_of_the_limits),
        cmocka_unit_test(test_exactly_on_the_limit),
    };

    return cmocka_run_group_tests_name("abc", tests, NULL, NULL);
}
