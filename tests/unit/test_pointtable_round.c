/* Points as they are printed, in units of the last place. */
#include "base/minor.h"
#include "random.h"
#include "score/pointtable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <math.h>

/* POINTS are rounded as kam_double_format prints them. */
static void check(double points)
{
    char printed[KAM_DECIMAL_SIZE], rounded[KAM_DECIMAL_SIZE];

    kam_double_format(points, KAM_POINTS_PLACES, printed);
    kam_minor_format(kam_points_round(points), KAM_POINTS_PLACES, rounded);
    if (strcmp(printed, rounded) != 0)
        fail_msg("%.20g is printed as %s, but rounded to %s", points, printed, rounded);
}

static void test_ends(void **state)
{
    (void)state;
    assert_int_equal(kam_points_round(0), 0);
    assert_int_equal(kam_points_round(100), KAM_POINTS_MOST);
    assert_int_equal(kam_points_round(nextafter(100, 0)), KAM_POINTS_MOST);
    assert_int_equal(kam_points_round(nextafter(0, 1)), 0);
}

/* Numbers of halves of the last place that a double holds: x/32, as 10^4 is 16 times 625. */
static void test_true_ties(void **state)
{
    (void)state;
    assert_int_equal(kam_points_round(0.03125), 312);
    assert_int_equal(kam_points_round(0.09375), 938);
    for (int i = 0; i <= 3200; i++)
        check(i / 32.0);
}

/* What looks like a tie when it is written, or once it is multiplied, and isn't one. */
static void test_near_ties(void **state)
{
    (void)state;
    for (int i = 0; i < KAM_POINTS_MOST; i += 7) {
        double tie = (i + 0.5) / KAM_POINTS_UNIT;
        check(tie);
        check(nextafter(tie, 0));
        check(nextafter(tie, 101));
    }
}

static void test_any(void **state)
{
    enum { ROUNDS = 100000 };
    uint64_t random = 4711;

    (void)state;
    for (int i = 0; i < ROUNDS; i++)
        check(ldexp((double)(random_bits(&random) >> 11), -53) * 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_true_ties),
        cmocka_unit_test(test_near_ties),
        cmocka_unit_test(test_any),
    };

    return cmocka_run_group_tests_name("pointtable_round", tests, NULL, NULL);
}
