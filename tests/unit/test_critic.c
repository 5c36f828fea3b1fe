/* Weights by how much points differ and how little they repeat: published ones come out. */
#include "score/critic.h"

#include "decisions.h"
#include "random.h"

#include <math.h>

enum { CASES = 300 };

static enum kam_unfit shares_of(const struct kam_pointtable *points, double *shares,
                                size_t *dimension)
{
    struct kam_arena arena = {0};
    struct kam_sample sample;

    assert_true(kam_sample_make(&sample, points, &arena));
    enum kam_unfit unfit = kam_critic_shares(&sample, shares, dimension);
    kam_arena_free(&arena);
    return unfit;
}

static void test_published(void **state)
{
    static const struct {
        size_t rows, count;
        enum normalisation how[MOST_COLUMNS];
        double values[MOST_ROWS * MOST_COLUMNS];
        const char *weights[MOST_COLUMNS];
    } cases[] = {
        /* Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria
           problems: the CRITIC method, 1995 */
        {8,
         3,
         {IN_THE_RANGE, IN_THE_RANGE, IN_THE_RANGE},
         {61,  1.08, 4.33, 20.7, 0.26, 4.34, 16.3, 1.98, 2.53, 9,     3.29, 1.65,
          5.4, 2.77, 2.33, 4,    4.12, 1.21, -6.1, 3.52, 2.10, -34.6, 3.31, 0.98},
         {"0.20223", "0.48090", "0.31687"}},
        /* Akcakanat, Aksoy and Teker, CRITIC ve MDL Temelli EDAS Yontemi ile TR-61 Bolgesi
           Bankalarinin Performans Degerlendirmesi, 2018 */
        {3,
         4,
         {IN_THE_RANGE, IN_THE_RANGE, FROM_THE_TOP, IN_THE_RANGE},
         {12.9918, 0.7264, -1.1009, 1.598139592, 4.1201, 5.8824, 3.4483, 1.021563567, 4.1039, 0,
          -0.5076, 0.984469444},
         {"0.1688", "0.4184", "0.2491", "0.1636"}},
        /* Tus and Aytac Adali, The new combination with CRITIC and WASPAS methods for the time and
           attendance software selection problem, 2019 */
        {5,
         6,
         {IN_THE_RANGE, IN_THE_RANGE, IN_THE_RANGE, IN_THE_RANGE, IN_THE_RANGE, IN_THE_RANGE},
         {5000, 3, 3, 4,   3, 2, 680, 5, 3, 2,   2, 1, 2000, 3, 2,
          3,    4, 3, 600, 4, 3, 1,   2, 2, 800, 2, 4, 3,    3, 4},
         {"0.157", "0.249", "0.168", "0.121", "0.154", "0.151"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decision decision;
        double values[MOST_ROWS * MOST_COLUMNS], shares[MOST_COLUMNS];
        size_t dimension;
        memcpy(values, cases[i].values, sizeof values);
        for (size_t d = 0; d < cases[i].count; d++)
            normalise(values, cases[i].rows, cases[i].count, d, cases[i].how[d]);
        decide(&decision, values, cases[i].rows, cases[i].count);
        assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
        for (size_t d = 0; d < cases[i].count; d++)
            assert_published(shares[d], cases[i].weights[d]);
    }
}

/* The formula as it is written, in doubles: a second way to the same weights. */
static double covariance(const struct kam_pointtable *points, size_t a, size_t b)
{
    double mean_a = 0, mean_b = 0, sum = 0, rows = (double)points->rows;

    for (size_t row = 0; row < points->rows; row++) {
        mean_a += kam_points_value(kam_pointtable_row(points, row)[a]) / rows;
        mean_b += kam_points_value(kam_pointtable_row(points, row)[b]) / rows;
    }
    for (size_t row = 0; row < points->rows; row++)
        sum += (kam_points_value(kam_pointtable_row(points, row)[a]) - mean_a) *
               (kam_points_value(kam_pointtable_row(points, row)[b]) - mean_b);
    return sum / rows;
}

static void test_reference(void **state)
{
    uint64_t random = 3;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        size_t rows = 3 + random_below(&random, MOST_ROWS - 3);
        size_t count = 2 + random_below(&random, MOST_COLUMNS - 1), dimension;
        double values[MOST_ROWS * MOST_COLUMNS], shares[MOST_COLUMNS], expected[MOST_COLUMNS];
        double sum = 0;
        struct decision decision;
        for (size_t i = 0; i < rows * count; i++)
            values[i] = random_below(&random, 1000001) / 10000.0;
        decide(&decision, values, rows, count);
        for (size_t a = 0; a < count; a++) {
            double conflicts = 0, variance = covariance(&decision.points, a, a);
            for (size_t b = 0; b < count; b++)
                conflicts += 1 - covariance(&decision.points, a, b) /
                                     sqrt(variance * covariance(&decision.points, b, b));
            sum += expected[a] = sqrt(variance) * conflicts;
        }
        assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
        for (size_t d = 0; d < count; d++)
            assert_true(fabs(shares[d] - expected[d] / sum) < 1e-9);
    }
}

/* r is 1/2, -1/2 and -1: conflicts of 5/2, 7/2 and 2, while all differ by as much. */
static void test_exact_opposites(void **state)
{
    static const double values[] = {10, 40, 10, 20, 30, 30, 30, 20, 20};
    struct decision decision;
    double shares[MOST_COLUMNS];
    size_t dimension;

    (void)state;
    decide(&decision, values, 3, 3);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
    assert_published(shares[0], "0.3125");
    assert_published(shares[1], "0.4375");
    assert_published(shares[2], "0.2500");
}

static void test_unfit(void **state)
{
    static const double constant[] = {1, 50, 2, 50, 3, 50};
    static const double together[] = {10, 20, 20, 40, 35, 70}, against[] = {10, 40, 20, 30, 30, 20};
    struct decision decision;
    double shares[MOST_COLUMNS];
    size_t dimension;

    (void)state;
    decide(&decision, constant, 3, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_CONSTANT);
    assert_int_equal(dimension, 1);
    decide(&decision, together, 3, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_ALIKE);
    decide(&decision, together, 6, 1);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_ALIKE);
    decide(&decision, against, 3, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
    assert_true(shares[0] == 0.5 && shares[1] == 0.5);
    decide(&decision, against, 1, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_FEW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published),
        cmocka_unit_test(test_reference),
        cmocka_unit_test(test_exact_opposites),
        cmocka_unit_test(test_unfit),
    };

    return cmocka_run_group_tests_name("critic", tests, NULL, NULL);
}
