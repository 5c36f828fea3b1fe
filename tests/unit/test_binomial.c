#include "base/binomial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_tail(uint64_t n, uint64_t hits, double p, double expected)
{
    double tail = kam_binomial_tail(n, hits, p), error = tail / expected - 1;

    if (!(error < 1e-9 && error > -1e-9))
        fail_msg("P(X >= %llu), X ~ B(%llu, %g): %.15g instead of %.15g", (unsigned long long)hits,
                 (unsigned long long)n, p, tail, expected);
}

static void the_ends_are_certain(void **unused)
{
    (void)unused;
    assert_true(kam_binomial_tail(10, 0, 0.1) == 1);
    assert_true(kam_binomial_tail(0, 0, 0.1) == 1);
    assert_true(kam_binomial_tail(0, 1, 0.1) == 0);
    assert_true(kam_binomial_tail(10, 11, 0.9) == 0);
    assert_true(kam_binomial_tail(10, 1, 0) == 0);
    assert_true(kam_binomial_tail(10, 10, 1) == 1);
    assert_true(kam_binomial_tail(10, 11, 1) == 0);
}

/* Sums of exact fractions. */
static void the_tail_is_that_of_exact_fractions(void **unused)
{
    (void)unused;
    assert_tail(1, 1, 0.1, 0.1);
    assert_tail(3, 2, 0.1, 0.028);
    assert_tail(3, 3, 0.1, 0.001);
    assert_tail(7, 7, 0.9, 0.4782969);
    assert_tail(10, 8, 0.5, 56.0 / 1024);
    assert_tail(1001, 501, 0.5, 0.5);
    assert_tail(20, 5, 0.1, 0.043174495284463384);
    assert_tail(15, 4, 0.25, 0.5387131236493587);
    assert_tail(100, 1, 0.01, 0.6339676587267705);
    assert_tail(1000, 90, 0.1, 0.8665962282358926);
    assert_tail(1000, 101, 0.1, 0.47340091870483486);
    assert_tail(1000, 130, 0.1, 0.001341398370873429);
    assert_tail(5000, 20, 0.001, 3.378827708890364e-07);
    assert_tail(300, 20, 0.01, 5.191169959450144e-11);
    assert_tail(2000, 400, 0.1, 1.081033764938646e-40);
}

/* What is at least K in N trials isn't, in the others, at least N - K + 1. */
static void hits_and_misses_add_up(void **unused)
{
    static const double chances[] = {0.001, 0.1, 0.5, 0.97};
    (void)unused;
    for (size_t i = 0; i < sizeof chances / sizeof *chances; i++)
        for (uint64_t n = 1; n < 200; n += 7)
            for (uint64_t k = 1; k <= n; k++) {
                double sum = kam_binomial_tail(n, k, chances[i]) +
                             kam_binomial_tail(n, n - k + 1, 1 - chances[i]);
                assert_true(sum > 1 - 1e-9 && sum < 1 + 1e-9);
            }
}

static void many_trials_take_no_time(void **unused)
{
    double middle = kam_binomial_tail(UINT64_C(1000000000), 100000000, 0.1);

    (void)unused;
    assert_true(middle > 0.5 && middle < 0.5001);
    assert_true(kam_binomial_tail(UINT64_C(1000000000), 110000000, 0.1) < 1e-300);
    assert_true(kam_binomial_tail(UINT64_C(1000000000), 90000000, 0.1) > 1 - 1e-9);
    assert_true(kam_binomial_tail(UINT64_C(1000000000), 1000000000, 0.1) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ends_are_certain),
        cmocka_unit_test(the_tail_is_that_of_exact_fractions),
        cmocka_unit_test(hits_and_misses_add_up),
        cmocka_unit_test(many_trials_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
