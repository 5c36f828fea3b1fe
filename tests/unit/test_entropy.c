/* Weights by how unevenly points are spread: published ones come out. */
#include "score/entropy.h"

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
    enum kam_unfit unfit = kam_entropy_shares(&sample, shares, dimension);
    kam_arena_free(&arena);
    return unfit;
}

static void test_published(void **state)
{
    static const struct {
        size_t rows, count;
        enum normalisation how;
        double values[MOST_ROWS * MOST_COLUMNS];
        const char *weights[MOST_COLUMNS];
    } cases[] = {
        {2, 2, AS_IT_IS, {1, 2, 4, 16}, {"0.358889", "0.641111"}},
        /* Xu, A note on the subjective and objective integrated approach to determine attribute
           weights, 2004 */
        {4,
         4,
         AS_IT_IS,
         {30, 30, 38, 29, 19, 54, 86, 29, 19, 15, 85, 28.9, 68, 70, 60, 29},
         {"0.4630", "0.3992", "0.1378", "0.0000"}},
        /* Zavadskas and Podvezko, Integrated determination of objective criteria weights in MCDM,
           2016 */
        {4,
         4,
         AS_IT_IS,
         {3, 100, 10, 7, 2.5, 80, 8, 5, 1.8, 50, 20, 11, 2.2, 70, 12, 9},
         {"0.1146", "0.1981", "0.4185", "0.2689"}},
        /* Elsayed, Dawood and Karthikeyan, Evaluating alternatives through the application of
           TOPSIS method with entropy weight, 2017 */
        {12,
         5,
         OF_THE_LARGEST,
         {7,  312, 1891, 6613,  163,   72, 88, 728, 941804, 1078,   10, 252, 2594, 3466, 117471,
          10, 145, 980,  2371,  86329, 65, 54, 350, 501,    29897,  29, 48,  380,  912,  34051,
          7,  476, 3300, 78470, 2212,  70, 87, 650, 733,    819000, 4,  86,  591,  3015, 103,
          12, 79,  579,  3240,  96098, 21, 45, 261, 1253,   453,    1,  72,  530,  4333, .1048},
         {"0.10499", "0.069124", "0.071373", "0.449937", "0.304575"}},
        /* Ersoy, Equipment selection for an e-commerce company using entropy-based TOPSIS, EDAS and
           CODAS methods during the COVID-19, 2021 */
        {6,
         6,
         OF_THE_LARGEST,
         {256, 8, 41, 1.6, 1.77, 7347.16, 256, 8, 32, 1.0, 1.80, 6919.99,
          256, 8, 53, 1.6, 1.90, 8400.00, 256, 8, 41, 1.0, 1.75, 6808.90,
          512, 8, 35, 1.6, 1.70, 8479.99, 256, 4, 35, 1.6, 1.70, 7499.99},
         {"0.405", "0.221", "0.134", "0.199", "0.007", "0.034"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decision decision;
        double values[MOST_ROWS * MOST_COLUMNS], shares[MOST_COLUMNS];
        size_t dimension;
        memcpy(values, cases[i].values, sizeof values);
        for (size_t d = 0; d < cases[i].count; d++)
            normalise(values, cases[i].rows, cases[i].count, d, cases[i].how);
        decide(&decision, values, cases[i].rows, cases[i].count);
        assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
        for (size_t d = 0; d < cases[i].count; d++)
            assert_published(shares[d], cases[i].weights[d]);
    }
}

static void fill(struct decision *decision, uint64_t *random)
{
    size_t rows = 2 + random_below(random, MOST_ROWS - 2);
    size_t count = 1 + random_below(random, MOST_COLUMNS);
    double values[MOST_ROWS * MOST_COLUMNS];

    for (size_t i = 0; i < rows * count; i++)
        values[i] = random_below(random, 500001) / 10000.0;
    decide(decision, values, rows, count);
}

/* Neither the order of rows nor rows that don't count make the least difference. */
static void test_rows(void **state)
{
    uint64_t random = 3;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct decision decision, other = {0};
        double shares[MOST_COLUMNS], others[MOST_COLUMNS];
        size_t dimension;
        fill(&decision, &random);
        size_t rows = decision.points.rows, count = decision.points.count;
        other.points = decision.points;
        other.points.points = other.cells;
        other.points.outside = other.outside;
        for (size_t row = 0; row < rows; row++)
            memcpy(kam_pointtable_row(&other.points, rows - 1 - row),
                   kam_pointtable_row(&decision.points, row), count * sizeof *other.cells);
        if (rows < MOST_ROWS) {
            other.points.rows++;
            bool skipped = random_below(&random, 2);
            other.outside[rows] = !skipped;
            kam_pointtable_row(&other.points, rows)[0] = skipped ? KAM_POINTS_NONE : 5;
        }
        assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
        assert_int_equal(shares_of(&other.points, others, &dimension), KAM_FIT);
        assert_memory_equal(shares, others, count * sizeof *shares);
    }
}

/* Points of twice the size are spread as before. */
static void test_scaling(void **state)
{
    uint64_t random = 4;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct decision decision;
        double before[MOST_COLUMNS], after[MOST_COLUMNS];
        size_t dimension;
        fill(&decision, &random);
        assert_int_equal(shares_of(&decision.points, before, &dimension), KAM_FIT);
        for (size_t row = 0; row < decision.points.rows; row++)
            kam_pointtable_row(&decision.points, row)[0] *= 2;
        assert_int_equal(shares_of(&decision.points, after, &dimension), KAM_FIT);
        for (size_t d = 0; d < decision.points.count; d++)
            assert_true(fabs(before[d] - after[d]) < 1e-12);
    }
}

static void test_unfit(void **state)
{
    static const double constant[] = {50, 1, 50, 2, 50, 3}, zeros[] = {5, 0, 6, 0};
    static const double alike[] = {50, 1, 50, 1}, nearly[] = {50, 1, 50.0001, 1};
    struct decision decision;
    double shares[MOST_COLUMNS];
    size_t dimension;

    (void)state;
    decide(&decision, constant, 3, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
    assert_true(shares[0] == 0 && shares[1] == 1);
    decide(&decision, zeros, 2, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_ZEROS);
    assert_int_equal(dimension, 1);
    decide(&decision, alike, 2, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_ALIKE);
    decide(&decision, nearly, 2, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_FIT);
    assert_true(shares[0] == 1 && shares[1] == 0);
    decide(&decision, alike, 1, 2);
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_FEW);
    decide(&decision, constant, 2, 2);
    decision.cells[0] = KAM_POINTS_NONE;
    assert_int_equal(shares_of(&decision.points, shares, &dimension), KAM_UNFIT_FEW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_scaling),
        cmocka_unit_test(test_unfit),
    };

    return cmocka_run_group_tests_name("entropy", tests, NULL, NULL);
}
