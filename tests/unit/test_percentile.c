/* Percentiles by the nearest rank, held against counting. */
#include "random.h"
#include "tier/percentile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 60, ROUNDS = 2000 };

static int64_t percentile_of(const struct kam_decimal *figures, size_t n,
                             struct kam_decimal percentile)
{
    struct kam_decimal out;

    assert_true(kam_percentiles(figures, n, &percentile, 1, &out));
    return (int64_t)(out.units / kam_decimal_of(1).units);
}

static void the_rank_is_rounded_up(void **unused)
{
    static const struct {
        size_t n;
        int64_t percentile, expected;
    } cases[] = {
        {1, 1, 1},  {1, 99, 1}, {2, 50, 1},  {2, 51, 2},  {5, 5, 1},   {5, 30, 2},    {5, 40, 2},
        {5, 41, 3}, {5, 50, 3}, {10, 80, 8}, {10, 81, 9}, {100, 1, 1}, {100, 99, 99}, {60, 5, 3},
    };
    struct kam_decimal figures[100];

    (void)unused;
    for (size_t i = 0; i < 100; i++)
        figures[i] = kam_decimal_of((int64_t)(100 - i));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(percentile_of(figures + 100 - cases[i].n, cases[i].n,
                                       kam_decimal_of(cases[i].percentile)),
                         cases[i].expected);
}

/* The first figure at which at least PERCENTILE hundredths of all are as low. */
static void it_is_the_lowest_that_so_many_reach(void **unused)
{
    struct kam_decimal figures[MOST];
    uint64_t state = 5;

    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        size_t n = 1 + random_below(&state, MOST);
        int64_t percentile = 1 + random_below(&state, 99), expected = INT64_MAX;
        for (size_t i = 0; i < n; i++)
            figures[i] = kam_decimal_of((int64_t)random_below(&state, 40) - 20);
        for (size_t i = 0; i < n; i++) {
            int64_t as_low = 0, figure = (int64_t)(figures[i].units / kam_decimal_of(1).units);
            for (size_t j = 0; j < n; j++)
                as_low += kam_decimal_compare(figures[j], figures[i]) <= 0;
            if (100 * as_low >= percentile * (int64_t)n && figure < expected)
                expected = figure;
        }
        assert_int_equal(percentile_of(figures, n, kam_decimal_of(percentile)), expected);
    }
}

/* Hundredths of a percent, and figures that differ in their last digit. */
static void nothing_is_rounded(void **unused)
{
    struct kam_decimal figures[2] = {{1000000000000000001}, {1000000000000000000}};
    struct kam_decimal percentiles[2] = {kam_decimal_of(50), kam_decimal_of(50)}, out[2];

    (void)unused;
    percentiles[1].units++;
    assert_true(kam_percentiles(figures, 2, percentiles, 2, out));
    assert_true(out[0].units == figures[1].units);
    assert_true(out[1].units == figures[0].units);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rank_is_rounded_up),
        cmocka_unit_test(it_is_the_lowest_that_so_many_reach),
        cmocka_unit_test(nothing_is_rounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
