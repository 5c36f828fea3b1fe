/* Sums, means and deviations of decimals, exactly. */
#include "decimals.h"
#include "score/moments.h"

#include <stdio.h>

/* How many deviations VALUE is above the mean of the numbers in TEXTS[COUNT], with PLACES. */
static const char *z_of(const char *const *texts, size_t count, const char *value, int places)
{
    static char out[KAM_DECIMAL_SIZE];
    struct kam_moments moments = {0};

    for (size_t i = 0; i < count; i++)
        kam_moments_add(&moments, decimal(texts[i]));
    kam_moments_finish(&moments);
    kam_double_format(kam_moments_z(&moments, decimal(value)), places, out);
    return out;
}

#define Z(value, ...)                                                                              \
    z_of((const char *const[]){__VA_ARGS__},                                                       \
         sizeof(const char *const[]){__VA_ARGS__} / sizeof(const char *), value, 6)

static void nothing_to_compare_with_is_the_mean(void **unused)
{
    (void)unused;
    assert_string_equal(z_of(NULL, 0, "5", 6), "0.000000");
    assert_string_equal(Z("5", "5"), "0.000000");
    assert_string_equal(Z("7", "5"), "0.000000");
    assert_string_equal(Z("-1", "3", "3", "3"), "0.000000");
}

/* Wikipedia, "Standard deviation": the grades of eight students, mean 5, deviation 2. */
static void published_grades(void **unused)
{
    static const char *const grades[] = {"2", "4", "4", "4", "5", "5", "7", "9"};

    (void)unused;
    assert_string_equal(z_of(grades, 8, "2", 4), "-1.5000");
    assert_string_equal(z_of(grades, 8, "4", 4), "-0.5000");
    assert_string_equal(z_of(grades, 8, "5", 4), "0.0000");
    assert_string_equal(z_of(grades, 8, "9", 4), "2.0000");
    struct kam_moments moments = {0};
    for (size_t i = 0; i < 8; i++)
        kam_moments_add(&moments, decimal(grades[i]));
    kam_moments_finish(&moments);
    assert_units(kam_moments_mean(&moments), 5 * one);
    assert_units(kam_moments_deviation(&moments), 2 * one);
    struct kam_decimal total;
    assert_true(kam_moments_total(&moments, &total));
    assert_units(total, 40 * one);
}

/*
 * NIST, Statistical Reference Datasets: NumAcc2, NumAcc3 and NumAcc4 are 1001 numbers around 1.2,
 * 1000000.2 and 10000000.2 with a certified sample deviation of 0.1: the population's is that by
 * the root of 1000/1001, so that what is 0.1 above the mean has z = sqrt(1.001).
 */
static void certified_numbers(void **unused)
{
    static const char *const sets[][4] = {
        {"1.2", "1.1", "1.3", "1.200000000000000000"},
        {"1000000.2", "1000000.1", "1000000.3", "1000000.200000000000000000"},
        {"10000000.2", "10000000.1", "10000000.3", "10000000.200000000000000000"},
    };
    char mean[KAM_DECIMAL_SIZE], z[KAM_DECIMAL_SIZE];

    (void)unused;
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        struct kam_moments moments = {0};
        kam_moments_add(&moments, decimal(sets[i][0]));
        for (int j = 0; j < 500; j++) {
            kam_moments_add(&moments, decimal(sets[i][1]));
            kam_moments_add(&moments, decimal(sets[i][2]));
        }
        kam_moments_finish(&moments);
        kam_decimal_format(kam_moments_mean(&moments), 18, mean);
        assert_string_equal(mean, sets[i][3]);
        kam_double_format(kam_moments_z(&moments, decimal(sets[i][2])), 9, z);
        assert_string_equal(z, "1.000499875"); /* of 1.00049987506246... */
    }
}

/* Numbers that no double tells apart, and ones whose sum and squares need more than 128 bits. */
static void nothing_is_too_close_or_too_large(void **unused)
{
    (void)unused;
    assert_string_equal(Z("100000000000000000000.000000000000000003",
                          "100000000000000000000.000000000000000001",
                          "100000000000000000000.000000000000000003"),
                        "1.000000");
    assert_string_equal(Z(LARGEST, LARGEST, "-" LARGEST), "1.000000");
    assert_string_equal(Z("-" LARGEST, LARGEST, LARGEST, "-" LARGEST, "-" LARGEST), "-1.000000");
    assert_string_equal(Z("0", LARGEST, LARGEST, LARGEST, "0"), "-1.732051");
    assert_string_equal(Z("0.000000000000000001", "0", "0.000000000000000001"), "1.000000");
}

static void a_total_that_no_decimal_holds(void **unused)
{
    struct kam_moments moments = {0};
    struct kam_decimal total;

    (void)unused;
    kam_moments_add(&moments, decimal(LARGEST));
    assert_true(kam_moments_total(&moments, &total));
    assert_units(total, largest);
    kam_moments_add(&moments, decimal(LARGEST));
    kam_moments_finish(&moments);
    assert_false(kam_moments_total(&moments, &total));
    assert_units(kam_moments_mean(&moments), largest);
    assert_units(kam_moments_deviation(&moments), 0);
    kam_moments_add(&moments, decimal("-" LARGEST));
    kam_moments_add(&moments, decimal("-" LARGEST));
    kam_moments_finish(&moments);
    assert_true(kam_moments_total(&moments, &total));
    assert_units(total, 0);
    assert_units(kam_moments_mean(&moments), 0);
}

/* Of whole numbers up to a million doubles hold all sums; the order of ours makes no difference. */
static void as_doubles_have_it(void **unused)
{
    enum { NUMBERS = 500, ROUNDS = 40, LIMIT = 1000000 };
    static int64_t numbers[NUMBERS];
    uint64_t random = 77;
    char got[KAM_DECIMAL_SIZE], wanted[KAM_DECIMAL_SIZE];

    (void)unused;
    for (int round = 0; round < ROUNDS; round++) {
        struct kam_moments there = {0}, back = {0};
        double sum = 0, squares = 0, n = 1 + round * 12;
        for (int i = 0; i < (int)n; i++) {
            numbers[i] = (int64_t)random_below(&random, LIMIT) - LIMIT / 2;
            sum += (double)numbers[i];
            squares += (double)numbers[i] * (double)numbers[i];
            kam_moments_add(&there, kam_decimal_of(numbers[i]));
        }
        for (int i = (int)n; i-- > 0;)
            kam_moments_add(&back, kam_decimal_of(numbers[i]));
        kam_moments_finish(&there);
        kam_moments_finish(&back);
        assert_true(kam_moments_sum(&there) == sum);
        for (int i = 0; i < (int)n; i++) {
            double z = kam_moments_z(&there, kam_decimal_of(numbers[i]));
            double variance = n * squares - sum * sum;
            assert_true(z == kam_moments_z(&back, kam_decimal_of(numbers[i])));
            kam_double_format(z, 8, got);
            kam_double_format(
                variance > 0 ? (n * (double)numbers[i] - sum) / __builtin_sqrt(variance) : 0, 8,
                wanted);
            assert_string_equal(got, wanted);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_to_compare_with_is_the_mean),
        cmocka_unit_test(published_grades),
        cmocka_unit_test(certified_numbers),
        cmocka_unit_test(nothing_is_too_close_or_too_large),
        cmocka_unit_test(a_total_that_no_decimal_holds),
        cmocka_unit_test(as_doubles_have_it),
    };

    return cmocka_run_group_tests_name("moments", tests, NULL, NULL);
}
