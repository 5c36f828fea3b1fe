/* Weights from comparisons in pairs: published ones come out, to the last digit. */
#include "score/ahp.h"

#include "decisions.h"
#include "random.h"

#include <math.h>

enum { MOST = 8, CASES = 500 };

static void read_judgements(const char *text, size_t count, double *square)
{
    static const struct kam_place place = {.file = "m.kam", .line = 1};
    struct kam_arena arena = {0};
    struct kam_error error;
    struct kam_text names[MOST];
    struct kam_matrix matrix;
    const double *read;

    for (size_t i = 0; i < count; i++)
        names[i] = KAM_TEXT("d");
    const struct kam_text_list list = {names, count};
    assert_int_equal(kam_value_matrix(&matrix, kam_text_of(text), &place, &arena, &error), KAM_OK);
    assert_int_equal(kam_judgements_read(&read, &matrix, &list, &place, &arena, &error), KAM_OK);
    memcpy(square, read, count * count * sizeof *square);
    kam_arena_free(&arena);
}

static void test_published(void **state)
{
    static const struct {
        const char *judgements;
        size_t count;
        const char *weights[MOST];
        const char *lambda_max, *ratio;
    } cases[] = {
        {"1 4 3 7 / 1/4 1 1/3 3 / 1/3 3 1 5 / 1/7 1/3 1/5 1",
         4,
         {".5476", ".1266", ".2699", ".0559"},
         "4.118418",
         ".0439"},
        /* Saaty, A scaling method for priorities in hierarchical structures, 1977: distances from a
           lamp */
        {"1 5 6 7 / 1/5 1 4 6 / 1/6 1/4 1 4 / 1/7 1/6 1/4 1",
         4,
         {".62", ".24", ".10", ".05"},
         "4.39",
         ".14"},
        /* the same: the wealth of seven nations */
        {"1 4 9 6 6 5 5 / 1/4 1 7 5 5 3 4 / 1/9 1/7 1 1/5 1/5 1/7 1/5 /"
         "1/6 1/5 5 1 1 1/3 1/3 / 1/6 1/5 5 1 1 1/3 1/3 / 1/5 1/3 7 3 3 1 2 / 1/5 1/4 5 3 3 1/2 1",
         7,
         {".427", ".230", ".021", ".052", ".052", ".123", ".094"},
         "7.61",
         ".08"},
        /* Wang and Chin, A linear programming approximation to the eigenvector method in the
           analytic hierarchy process, 2011, of Saaty's choice of a school */
        {"1 4 3 1 3 4 / 1/4 1 7 3 1/5 1 / 1/3 1/7 1 1/5 1/5 1/6 / 1 1/3 5 1 1 1/3 /"
         "1/3 5 5 1 1 3 / 1/4 1 6 3 1/3 1",
         6,
         {".3208", ".1395", ".0348", ".1285", ".2374", ".1391"},
         "7.42",
         ".23"},
        /* Saaty, How to make a decision: the analytic hierarchy process, 1990: buying a house */
        {"1 5 3 7 6 6 1/3 1/4 / 1/5 1 1/3 5 3 3 1/5 1/7 / 1/3 3 1 6 3 4 6 1/5 /"
         "1/7 1/5 1/6 1 1/3 1/4 1/7 1/8 / 1/6 1/3 1/3 3 1 1/2 1/5 1/6 / 1/6 1/3 1/4 4 2 1 1/5 1/6 /"
         "3 5 1/6 7 5 5 1 1/2 / 4 7 5 8 6 6 2 1",
         8,
         {".173", ".054", ".188", ".018", ".031", ".036", ".167", ".333"},
         "9.669",
         ".169"},
        /* Saaty, Decision making with the analytic hierarchy process, 2008: what is drunk */
        {"1 9 5 2 1 1 1/2 / 1/9 1 1/3 1/9 1/9 1/9 1/9 / 1/5 3 1 1/3 1/4 1/3 1/9 /"
         "1/2 9 3 1 1/2 1 1/3 / 1 9 4 2 1 2 1/2 / 1 9 3 1 1/2 1 1/3 / 2 9 9 3 2 3 1",
         7,
         {".177", ".019", ".042", ".116", ".190", ".129", ".327"},
         "7.18",
         ".022"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double square[MOST * MOST];
        struct kam_ahp ahp;
        char digits[16] = "0";
        read_judgements(cases[i].judgements, cases[i].count, square);
        kam_ahp_solve(&ahp, square, cases[i].count);
        for (size_t d = 0; d < cases[i].count; d++) {
            strcpy(digits + 1, cases[i].weights[d]);
            assert_published(ahp.weights[d], digits);
        }
        assert_published(ahp.lambda_max, cases[i].lambda_max);
        strcpy(digits + 1, cases[i].ratio);
        assert_published(ahp.consistency_ratio, digits);
    }
}

/* Judgements that are ratios of weights give these, without any contradiction. */
static void test_consistent_judgements(void **state)
{
    uint64_t random = 7;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        size_t count = 1 + random_below(&random, MOST);
        double weights[MOST], square[MOST * MOST], sum = 0;
        struct kam_ahp ahp;
        for (size_t i = 0; i < count; i++)
            sum += weights[i] = 1 + random_below(&random, 9);
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++)
                square[i * count + j] = weights[i] / weights[j];
        kam_ahp_solve(&ahp, square, count);
        for (size_t i = 0; i < count; i++)
            assert_true(fabs(ahp.weights[i] - weights[i] / sum) < 1e-12);
        assert_true(fabs(ahp.consistency_ratio) < 1e-12);
        assert_true(fabs(ahp.lambda_max - (double)count) < 1e-12);
    }
}

/* Dimensions in another order have the same weights, and the same contradictions. */
static void test_order_of_dimensions(void **state)
{
    uint64_t random = 8;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        size_t count = 2 + random_below(&random, MOST - 1);
        double square[MOST * MOST], turned[MOST * MOST];
        struct kam_ahp ahp, other;
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j <= i; j++) {
                double judged = i == j ? 1 : 1 + random_below(&random, 9);
                square[i * count + j] = judged;
                square[j * count + i] = 1 / judged;
            }
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++)
                turned[(count - 1 - i) * count + count - 1 - j] = square[i * count + j];
        kam_ahp_solve(&ahp, square, count);
        kam_ahp_solve(&other, turned, count);
        for (size_t i = 0; i < count; i++)
            assert_true(fabs(ahp.weights[i] - other.weights[count - 1 - i]) < 1e-12);
        assert_true(fabs(ahp.consistency_ratio - other.consistency_ratio) < 1e-12);
        assert_true(ahp.consistency_ratio > -1e-12);
    }
}

static void test_the_judgement_that_contradicts_most(void **state)
{
    double square[9];
    struct kam_ahp ahp;

    (void)state;
    /* a is twice b, b is twice c, and so a should be four times c. */
    read_judgements("1 2 1/9 / 1/2 1 2 / 9 1/2 1", 3, square);
    kam_ahp_solve(&ahp, square, 3);
    assert_int_equal(ahp.row, 0);
    assert_int_equal(ahp.column, 2);
    assert_published(ahp.judged, "0.11");
    assert_true(ahp.implied > ahp.judged);
    assert_true(ahp.consistency_ratio > KAM_AHP_TOLERABLE);
}

/* Saaty, The Analytic Hierarchy Process, 1980: what judgements by chance have on average. */
static void test_random_indices(void **state)
{
    static const int hundredths[KAM_JUDGEMENTS_MOST] = {0,   0,   58,  90,  112, 124, 132, 141,
                                                        145, 149, 151, 148, 156, 157, 159};
    double equal[KAM_JUDGEMENTS_MOST * KAM_JUDGEMENTS_MOST];
    struct kam_ahp ahp;

    (void)state;
    for (size_t i = 0; i < sizeof equal / sizeof *equal; i++)
        equal[i] = 1;
    for (size_t count = 1; count <= KAM_JUDGEMENTS_MOST; count++) {
        kam_ahp_solve(&ahp, equal, count);
        assert_int_equal(lround(100 * ahp.random_index), hundredths[count - 1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published),
        cmocka_unit_test(test_consistent_judgements),
        cmocka_unit_test(test_order_of_dimensions),
        cmocka_unit_test(test_the_judgement_that_contradicts_most),
        cmocka_unit_test(test_random_indices),
    };

    return cmocka_run_group_tests_name("ahp", tests, NULL, NULL);
}
