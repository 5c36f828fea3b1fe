#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random.h"
#include "tier/concentration.h"

enum measure { GINI, TOP_SHARE };

/* "none", or the measure of VALUES[COUNT] with six places. */
static const char *measured(enum measure measure, const struct kam_decimal *values, size_t count)
{
    static char text[KAM_DECIMAL_SIZE];
    struct kam_decimal value = kam_decimal_of(-1);
    bool there =
        measure == GINI ? kam_gini(values, count, &value) : kam_top_share(values, count, &value);

    if (!there) {
        assert_int_equal(kam_decimal_compare(value, kam_decimal_of(-1)), 0);
        return "none";
    }
    kam_decimal_format(value, 6, text);
    return text;
}

static void assert_measures(const int *whole, size_t count, const char *gini, const char *top)
{
    struct kam_decimal values[20];

    assert_true(count <= sizeof values / sizeof *values);
    for (size_t i = 0; i < count; i++)
        values[i] = kam_decimal_of(whole[i]);
    assert_string_equal(measured(GINI, values, count), gini);
    assert_string_equal(measured(TOP_SHARE, values, count), top);
}

static void test_known(void **state)
{
    (void)state;
    assert_measures((int[]){10, 20, 30, 40, 50}, 5, "0.266667", "0.333333");
    assert_measures((int[]){7, 7, 7, 7}, 4, "0.000000", "0.250000");
    assert_measures((int[]){0, 0, 0, 9}, 4, "0.750000", "1.000000");
    assert_measures((int[]){5}, 1, "0.000000", "1.000000");
    /* ceil(6 / 5) = 2 */
    assert_measures((int[]){1, 1, 1, 1, 8, 8}, 6, "0.466667", "0.800000");
}

/* Computed elsewhere; the top share is 1 - L(0.8), where the Lorenz curve L is given, too. */
static void test_published(void **state)
{
    (void)state;
    /* The incomes in the examples of the R packages ineq and acid, which prints 0.4620911 */
    assert_measures((int[]){541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261}, 10,
                    "0.462091", "0.513096");
    /* A worksheet for teaching (Scribd 375822197): 0.2086956522; L(0.8) = 0.6739130435 */
    assert_measures((int[]){4, 8, 9, 10, 15}, 5, "0.208696", "0.326087");
    /* A worksheet for teaching (docstoc 10699438), thousands: 0.38625; L(0.8) = 0.588 */
    assert_measures((int[]){1, 3, 4, 5, 6, 8, 8, 9, 11, 12, 14, 17, 19, 21, 23, 27, 29, 32, 33, 38},
                    20, "0.386250", "0.412500");
    /* Seven with 5000 and one with 150000 (Scribd 523444415): 0.6858108108 */
    assert_measures((int[]){5000, 5000, 5000, 5000, 5000, 5000, 5000, 150000}, 8, "0.685811",
                    "0.837838");
    /* Annual dollars of ten items (Heizer, Render, Operations Management): 72 % in two of them */
    assert_measures((int[]){150, 504, 850, 1200, 8502, 12500, 15001, 26350, 77000, 90000}, 10,
                    "0.653729", "0.719651");
}

static void test_negative_counts_as_zero(void **state)
{
    (void)state;
    assert_measures((int[]){-50, 0, 10}, 3, "0.666667", "1.000000");
    assert_measures((int[]){0, 0, 10}, 3, "0.666667", "1.000000");
}

static void test_nothing_to_measure(void **state)
{
    (void)state;
    assert_measures((int[]){0}, 0, "none", "none");
    assert_measures((int[]){0, 0}, 2, "none", "none");
    assert_measures((int[]){-3, -2, 0}, 3, "none", "none");
}

/* 1/2000000 and 3/2000000 lie halfway between two millionths. */
static void test_half_to_even(void **state)
{
    struct kam_decimal values[5] = {{0}};

    (void)state;
    for (int part = 1; part <= 3; part += 2) {
        /* The largest of 5 has 1 - PART / 2000000 of the sum: 0.9999995 and 0.9999985 */
        values[3] = kam_decimal_of(part);
        values[4] = kam_decimal_of(2000000 - part);
        assert_string_equal(measured(TOP_SHARE, values, 5), part == 1 ? "1.000000" : "0.999998");
    }
}

/* What is printed as a half may be less. */
static void test_half_of_the_sum(void **state)
{
    struct kam_decimal values[5] = {{0}};

    (void)state;
    assert_false(kam_top_has_half(values, 0));
    assert_false(kam_top_has_half(values, 5));
    values[0] = kam_decimal_of(-9);
    values[3] = values[4] = (struct kam_decimal){((kam_int128)1 << 126) - 1};
    assert_true(kam_top_has_half(values, 5));
    values[2].units = 1;
    assert_false(kam_top_has_half(values, 5));
    assert_string_equal(measured(TOP_SHARE, values, 5), "0.500000");
}

static void test_largest_sums(void **state)
{
    struct kam_decimal small[3] = {{0}}, large[3] = {{0}};
    const struct kam_decimal huge = {(((kam_int128)1 << 126) - 1) / 3 * 2};

    (void)state;
    small[1] = kam_decimal_of(1);
    small[2] = kam_decimal_of(2);
    large[1].units = huge.units / 2;
    large[2] = huge;
    const char *expected = measured(GINI, small, 3);
    assert_string_equal(expected, "0.444444");
    assert_string_equal(measured(GINI, large, 3), "0.444444");
    assert_string_equal(measured(TOP_SHARE, large, 3), "0.666667");
}

/* Half the mean absolute difference, relative to the mean: the definition, in O(n^2). */
static void test_against_definition(void **state)
{
    uint64_t random = 20261001;

    (void)state;
    for (int round = 0; round < 500; round++) {
        struct kam_decimal values[12];
        int64_t whole[12], last = 0, sum = 0, differences = 0;
        size_t count = 1 + random_below(&random, 12);
        for (size_t i = 0; i < count; i++) {
            whole[i] = last += (int64_t)random_below(&random, 1000);
            values[i] = kam_decimal_of(whole[i]);
            sum += whole[i];
            for (size_t j = 0; j < i; j++)
                differences += whole[i] - whole[j];
        }
        if (sum == 0)
            continue;
        struct kam_decimal expected;
        char text[KAM_DECIMAL_SIZE];
        assert_int_equal(kam_decimal_divide(kam_decimal_of(differences),
                                            kam_decimal_of((int64_t)count * sum), 6, &expected),
                         KAM_NUMBER_OK);
        kam_decimal_format(expected, 6, text);
        assert_string_equal(measured(GINI, values, count), text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_published),
        cmocka_unit_test(test_negative_counts_as_zero),
        cmocka_unit_test(test_nothing_to_measure),
        cmocka_unit_test(test_half_to_even),
        cmocka_unit_test(test_half_of_the_sum),
        cmocka_unit_test(test_largest_sums),
        cmocka_unit_test(test_against_definition),
    };

    return cmocka_run_group_tests_name("concentration", tests, NULL, NULL);
}
