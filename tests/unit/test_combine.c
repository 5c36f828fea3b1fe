/* Points and weights become scores: published ones come out, and the laws of each method hold. */
#include "score/combine.h"

#include "score/apportion.h"

#include "decisions.h"
#include "random.h"

#include <math.h>

enum { CASES = 300 };

struct combined {
    int32_t scores[MOST_ROWS], parts[MOST_ROWS * MOST_COLUMNS];
};

static void weigh(const char *text, struct kam_decimal *weights, size_t count)
{
    struct kam_text rest = kam_text_of(text);
    bool more;

    for (size_t d = 0; d < count; d++)
        assert_int_equal(kam_decimal_parse(kam_text_split(&rest, ' ', &more), &weights[d]),
                         KAM_NUMBER_OK);
}

static void combine(struct combined *combined, enum kam_score_method method,
                    const struct kam_pointtable *points, const struct kam_decimal *weights,
                    const struct kam_peers *peers)
{
    struct kam_arena arena = {0};
    struct kam_combining combining;
    struct kam_share scratch[MOST_COLUMNS];

    assert_true(kam_combining_make(&combining, method, weights, points, peers, &arena));
    for (size_t row = 0; row < points->rows; row++)
        combined->scores[row] =
            kam_combine(&combining, row, scratch, combined->parts + row * points->count);
    kam_arena_free(&arena);
}

static void test_published(void **state)
{
    static const struct {
        enum kam_score_method method;
        size_t rows, count;
        enum normalisation how[MOST_COLUMNS];
        double values[MOST_ROWS * MOST_COLUMNS];
        const char *weights;
        double unit; /* of what is published, in points */
        const char *scores[12];
    } cases[] = {
        /* Triantaphyllou, Multi-Criteria Decision Making Methods: A Comparative Study, 2000 */
        {KAM_SCORE_SUM,
         3,
         4,
         {AS_IT_IS},
         {25, 20, 15, 30, 10, 30, 20, 30, 30, 10, 30, 10},
         "0.20 0.15 0.40 0.25",
         1,
         {"21.50", "22.00", "22.00"}},
        /* Afshari, Mojahed and Yusuff, Simple additive weighting approach to personnel selection
           problem, 2010 */
        {KAM_SCORE_SUM,
         5,
         7,
         {OF_THE_LARGEST, OF_THE_LARGEST, OF_THE_LARGEST, OF_THE_LARGEST, OF_THE_LARGEST,
          OF_THE_LARGEST, OF_THE_LARGEST},
         {4, 7, 3, 2, 2, 2, 2, 4, 4, 6, 4, 4, 3, 7, 7, 6, 4, 2,
          5, 5, 3, 3, 2, 5, 3, 3, 2, 5, 4, 2, 2, 5, 5, 3, 6},
         "0.283 0.162 0.162 0.07 0.085 0.162 0.076",
         100,
         {"0.553", "0.713", "0.837", "0.515", "0.579"}},
        /* Chakraborty, Zavadskas and Antucheviciene, Applications of WASPAS method as a
           multi-criteria decision-making tool, 2015, second example: its weighted sums (three
           places of the four, as the fourth is cut off rather than rounded in one of them) */
        {KAM_SCORE_SUM,
         10,
         4,
         {SMALLEST_OF, SMALLEST_OF, SMALLEST_OF, OF_THE_LARGEST},
         {581818, 54.49, 3,      5500,  595454, 49.73, 3,      4500,  586060, 51.24,
          3,      5000,  522727, 45.71, 3,      5800,  561818, 52.66, 3,      5200,
          543030, 74.46, 4,      5600,  522727, 75.42, 4,      5800,  486970, 62.62,
          4,      5600,  509394, 65.87, 4,      6400,  513333, 70.67, 4,      6000},
         "0.467 0.160 0.095 0.278",
         100,
         {"0.859", "0.819", "0.843", "0.942", "0.865", "0.832", "0.855", "0.898", "0.907",
          "0.878"}},
        /* and its weighted products */
        {KAM_SCORE_PRODUCT,
         10,
         4,
         {SMALLEST_OF, SMALLEST_OF, SMALLEST_OF, OF_THE_LARGEST},
         {581818, 54.49, 3,      5500,  595454, 49.73, 3,      4500,  586060, 51.24,
          3,      5000,  522727, 45.71, 3,      5800,  561818, 52.66, 3,      5200,
          543030, 74.46, 4,      5600,  522727, 75.42, 4,      5800,  486970, 62.62,
          4,      5600,  509394, 65.87, 4,      6400,  513333, 70.67, 4,      6000},
         "0.467 0.160 0.095 0.278",
         100,
         {"0.8578", "0.8144", "0.8408", "0.9413", "0.8632", "0.8241", "0.8454", "0.8915", "0.8987",
          "0.8697"}},
        /* Zavadskas, Turskis, Antucheviciene and Zakarevicius, Optimization of Weighted Aggregated
           Sum Product Assessment, 2012 */
        {KAM_SCORE_PRODUCT,
         5,
         6,
         {OF_THE_LARGEST, SMALLEST_OF, SMALLEST_OF, OF_THE_LARGEST, SMALLEST_OF, OF_THE_LARGEST},
         {3,   12.5, 2, 120, 14, 3, 5,   15, 3, 110, 38, 4,   3,   13, 2,
          120, 19,   3, 4,   14, 2, 100, 31, 4, 3,   15, 1.5, 125, 40, 4},
         "0.221 0.159 0.175 0.127 0.117 0.201",
         100,
         {"0.7975", "0.7533", "0.7647", "0.7874", "0.7674"}},
        /* Tzeng and Huang, Multiple Attribute Decision Making, 2011 */
        {KAM_SCORE_TOPSIS,
         4,
         3,
         {AS_IT_IS},
         {5, 8, 4, 7, 6, 8, 8, 8, 6, 7, 4, 6},
         "0.3 0.4 0.3",
         100,
         {"0.5037", "0.6581", "0.7482", "0.3340"}},
        /* Hwang and Yoon, Multiple Attribute Decision Making, 1981: which fighter to buy. The price
           is mirrored at its mean, which keeps both its norm and all distances. Of the three places
           of the book, which rounds all that comes before, the last is off by one. */
        {KAM_SCORE_TOPSIS,
         4,
         6,
         {AS_IT_IS, OF_THE_LARGEST, OF_THE_LARGEST, AS_IT_IS, AS_IT_IS, AS_IT_IS},
         {2.0, 1500, 20000, 2 * 5.375 - 5.5, 5, 9, 2.5, 2700, 18000, 2 * 5.375 - 6.5, 3, 5,
          1.8, 2000, 21000, 2 * 5.375 - 4.5, 7, 7, 2.2, 1800, 20000, 2 * 5.375 - 5.0, 5, 5},
         "0.2 0.1 0.1 0.1 0.2 0.3",
         100,
         {"0.64", "0.27", "0.61", "0.31"}},
        /* Papathanasiou and Ploskas, Multiple Criteria Decision Aid, 2018: where to build */
        {KAM_SCORE_TOPSIS,
         6,
         4,
         {AS_IT_IS},
         {8, 7, 2, 1, 5, 3, 7, 5, 7, 5, 6, 4, 9, 9, 7, 3, 11, 10, 3, 7, 6, 9, 5, 4},
         "0.4 0.3 0.1 0.2",
         100,
         {"0.387", "0.327", "0.391", "0.615", "0.868", "0.493"}},
        /* Celikbilek, Cok Kriterli Karar Verme Yontemleri, 2018 */
        {KAM_SCORE_TOPSIS,
         3,
         4,
         {AS_IT_IS},
         {9, 7, 6, 7, 8, 7, 9, 6, 7, 8, 6, 6},
         "4 2 6 8",
         100,
         {"0.3877", "0.6503", "0.0835"}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decision decision;
        struct combined combined;
        struct kam_decimal weights[MOST_COLUMNS];
        double values[MOST_ROWS * MOST_COLUMNS];
        memcpy(values, cases[i].values, sizeof values);
        for (size_t d = 0; d < cases[i].count; d++)
            normalise(values, cases[i].rows, cases[i].count, d, cases[i].how[d]);
        decide(&decision, values, cases[i].rows, cases[i].count);
        weigh(cases[i].weights, weights, cases[i].count);
        combine(&combined, cases[i].method, &decision.points, weights, NULL);
        for (size_t row = 0; row < cases[i].rows; row++)
            assert_published(kam_points_value(combined.scores[row]) / cases[i].unit,
                             cases[i].scores[row]);
    }
}

/* Triantaphyllou (2000) compares products by their ratios. */
static void test_published_ratios(void **state)
{
    static const double values[] = {25, 20, 15, 30, 10, 30, 20, 30, 30, 10, 30, 10};
    struct decision decision;
    struct combined combined;
    struct kam_decimal weights[4];

    (void)state;
    decide(&decision, values, 3, 4);
    weigh("0.20 0.15 0.40 0.25", weights, 4);
    combine(&combined, KAM_SCORE_PRODUCT, &decision.points, weights, NULL);
    double a = combined.scores[0], b = combined.scores[1], c = combined.scores[2];
    assert_published(a / b, "1.007");
    assert_published(a / c, "1.067");
    assert_published(b / c, "1.059");
}

/* ---- laws ---------------------------------------------------------------------------------- */

struct world {
    struct decision decision;
    struct kam_decimal weights[MOST_COLUMNS];
    uint32_t groups[MOST_ROWS];
    struct kam_peers peers;
};

static void fill(struct world *world, uint64_t *random)
{
    size_t rows = 1 + random_below(random, MOST_ROWS / 2);
    size_t count = 1 + random_below(random, MOST_COLUMNS);
    double values[MOST_ROWS * MOST_COLUMNS];

    for (size_t i = 0; i < rows * count; i++)
        values[i] = random_below(random, 4) ? random_below(random, 1000001) / 10000.0 : 0;
    decide(&world->decision, values, rows, count);
    for (size_t i = 0; i < rows * count; i++)
        if (random_below(random, 6) == 0)
            world->decision.cells[i] = KAM_POINTS_NONE;
    for (size_t d = 0; d < count; d++)
        world->weights[d] = kam_decimal_of(random_below(random, 5));
    world->weights[0] = kam_decimal_of(3);
    for (size_t row = 0; row < rows; row++) {
        world->groups[row] = random_below(random, 3);
        world->decision.outside[row] = random_below(random, 5) == 0;
    }
    world->decision.points.outside = world->decision.outside;
    world->peers = (struct kam_peers){world->groups, 3};
}

static void test_parts_add_up(void **state)
{
    uint64_t random = 11;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct world world;
        struct combined combined;
        fill(&world, &random);
        const struct kam_pointtable *points = &world.decision.points;
        combine(&combined, round % 2 ? KAM_SCORE_TOPSIS : KAM_SCORE_SUM, points, world.weights,
                &world.peers);
        for (size_t row = 0; row < points->rows; row++) {
            int32_t sum = 0;
            for (size_t d = 0; d < points->count; d++) {
                int32_t part = combined.parts[row * points->count + d];
                assert_true(part >= 0);
                if (kam_pointtable_row(points, row)[d] == KAM_POINTS_NONE)
                    assert_int_equal(part, 0);
                sum += part;
            }
            assert_int_equal(sum, combined.scores[row]);
            assert_in_range(sum, 0, KAM_POINTS_MOST);
        }
    }
}

/* The printed factors come to the printed score, as nearly as four places tell. */
static void test_factors_multiply_up(void **state)
{
    uint64_t random = 12;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct world world;
        struct combined combined;
        fill(&world, &random);
        const struct kam_pointtable *points = &world.decision.points;
        combine(&combined, KAM_SCORE_PRODUCT, points, world.weights, NULL);
        for (size_t row = 0; row < points->rows; row++) {
            const int32_t *own = kam_pointtable_row(points, row);
            double product = 1, weight = 0;
            bool zero = false;
            for (size_t d = 0; d < points->count; d++) {
                double part = kam_points_value(combined.parts[row * points->count + d]);
                if (own[d] == KAM_POINTS_NONE)
                    continue;
                product *= part;
                weight += kam_decimal_to_double(world.weights[d]);
                zero |= own[d] == 0 && kam_decimal_sign(world.weights[d]) > 0;
            }
            double score = kam_points_value(combined.scores[row]);
            if (weight == 0 || zero)
                assert_true(score == 0);
            else
                assert_true(fabs(product - score) <= 0.001 * (1 + score));
        }
    }
}

/* More points never make a lower score, the others being what they are. */
static void test_more_points(void **state)
{
    static const enum kam_score_method methods[] = {KAM_SCORE_SUM, KAM_SCORE_PRODUCT,
                                                    KAM_SCORE_TOPSIS};
    uint64_t random = 13;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct world world;
        struct combined before, after;
        fill(&world, &random);
        const struct kam_pointtable *points = &world.decision.points;
        size_t row = random_below(&random, (unsigned)points->rows);
        int32_t *own =
            kam_pointtable_row(points, row) + random_below(&random, (unsigned)points->count);
        if (*own == KAM_POINTS_NONE)
            continue;
        /* so that what the peers have in common stays as it is */
        world.decision.outside[row] = true;
        for (size_t m = 0; m < sizeof methods / sizeof *methods; m++) {
            int32_t points_before = *own;
            combine(&before, methods[m], points, world.weights, &world.peers);
            *own += (int32_t)random_below(&random, (unsigned)(KAM_POINTS_MOST - *own) + 1);
            combine(&after, methods[m], points, world.weights, &world.peers);
            assert_true(after.scores[row] >= before.scores[row]);
            *own = points_before;
        }
    }
}

/* A group by itself scores as it does beside others, in whatever order its rows are. */
static void test_peers(void **state)
{
    uint64_t random = 14;

    (void)state;
    for (size_t round = 0; round < CASES; round++) {
        struct world world;
        struct decision alone = {0};
        struct combined together, apart;
        size_t rows[MOST_ROWS], found = 0;
        fill(&world, &random);
        const struct kam_pointtable *points = &world.decision.points;
        combine(&together, KAM_SCORE_TOPSIS, points, world.weights, &world.peers);
        alone.points = *points;
        alone.points.points = alone.cells;
        alone.points.outside = alone.outside;
        for (size_t row = points->rows; row-- > 0;) {
            if (world.groups[row] != 1)
                continue;
            memcpy(kam_pointtable_row(&alone.points, found), kam_pointtable_row(points, row),
                   points->count * sizeof *alone.cells);
            alone.outside[found] = world.decision.outside[row];
            rows[found++] = row;
        }
        alone.points.rows = found;
        combine(&apart, KAM_SCORE_TOPSIS, &alone.points, world.weights, NULL);
        for (size_t i = 0; i < found; i++)
            assert_int_equal(apart.scores[i], together.scores[rows[i]]);
    }
}

static void test_edges(void **state)
{
    enum { NONE = KAM_POINTS_NONE };
    static const double equal[] = {30, 60, 30, 60};
    struct decision decision;
    struct combined combined;
    struct kam_decimal weights[2];

    (void)state;
    weigh("3 1", weights, 2);
    /* all the same: in the middle, by weight */
    decide(&decision, equal, 2, 2);
    combine(&combined, KAM_SCORE_TOPSIS, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 500000);
    assert_int_equal(combined.parts[0], 375000);
    assert_int_equal(combined.parts[1], 125000);
    /* the worst, and the best */
    decision.cells[0] = 0;
    combine(&combined, KAM_SCORE_TOPSIS, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 0);
    assert_int_equal(combined.parts[0] + combined.parts[1], 0);
    assert_int_equal(combined.scores[1], KAM_POINTS_MOST);
    /* beyond the best there is nothing */
    decision.points.outside = decision.outside;
    memset(decision.outside, 0, sizeof decision.outside);
    decision.outside[1] = true;
    combine(&combined, KAM_SCORE_TOPSIS, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[1], 500000);
    /* nobody to be compared with */
    decision.outside[0] = true;
    combine(&combined, KAM_SCORE_TOPSIS, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 500000);
    /* nothing counts */
    decision.cells[0] = decision.cells[1] = NONE;
    for (int method = KAM_SCORE_SUM; method <= KAM_SCORE_TOPSIS; method++) {
        combine(&combined, (enum kam_score_method)method, &decision.points, weights, NULL);
        assert_int_equal(combined.scores[0], 0);
    }
    /* the weight of what is skipped goes to the others; 0 points are the end of a product */
    decision.cells[0] = NONE;
    decision.cells[1] = 250000;
    combine(&combined, KAM_SCORE_PRODUCT, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 250000);
    decision.cells[0] = 0;
    combine(&combined, KAM_SCORE_PRODUCT, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 0);
    weigh("0 1", weights, 2);
    combine(&combined, KAM_SCORE_PRODUCT, &decision.points, weights, NULL);
    assert_int_equal(combined.scores[0], 250000);
    assert_int_equal(combined.parts[0], KAM_POINTS_UNIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_published),    cmocka_unit_test(test_published_ratios),
        cmocka_unit_test(test_parts_add_up), cmocka_unit_test(test_factors_multiply_up),
        cmocka_unit_test(test_more_points),  cmocka_unit_test(test_peers),
        cmocka_unit_test(test_edges),
    };

    return cmocka_run_group_tests_name("combine", tests, NULL, NULL);
}
