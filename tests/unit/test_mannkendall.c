/* The test of Mann and Kendall: published tables, every order of few figures, ties. */
#include "diff/mannkendall.h"
#include "points.h"

/*
 * Gilbert (1987), Statistical Methods for Environmental Pollution Monitoring, 16.4.1: the figures
 * 10, 15, 14, 20 have S = 4, whose probability among four is 0.167.
 */
static void published_by_gilbert(void **unused)
{
    struct points points = points_of("10 15 14 20");
    struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);

    (void)unused;
    assert_int_equal(test.s, 4);
    assert_int_equal(test.orders, 24);
    assert_int_equal(test.beyond, 4);
    assert_false(kam_mannkendall_is_trend(&test));
}

/*
 * The same, 16.4.2: of 23, 24, t, 6, t, 24, 24, t, 23 with trace values t, two, three and three are
 * equal, which takes 18 + 66 + 66 from 1656 in the variance.
 */
static void published_ties(void **unused)
{
    struct points points = points_of("23 24 1 6 1 24 24 1 23");
    struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);

    (void)unused;
    assert_true(test.variance == 1506 / 18.0);
    assert_int_equal(test.orders, 9 * 8 * 7 * 6 * 5 * 4 * 3 * 2 / (2 * 6 * 6));
}

/* COUNT figures, all rising but for the first FALLS pairs that can be inverted. */
static struct points with_inversions(size_t count, size_t falls)
{
    struct points points = {.count = count};
    bool taken[MOST_POINTS] = {false};

    for (size_t i = 0; i < count; i++) {
        size_t here = falls < count - 1 - i ? falls : count - 1 - i, number = 0;
        falls -= here;
        for (;; number++) {
            if (taken[number])
                continue;
            if (here-- == 0)
                break;
        }
        taken[number] = true;
        points.items[i] = (struct kam_point){24000 + (int)i, kam_decimal_of((int64_t)number)};
    }
    return points;
}

/* Table A18 there, which is Kendall's: the probability of an S of at least so much. */
static void published_table(void **unused)
{
    static const struct {
        size_t count;
        int s;
        const char *probability;
    } table[] = {
        {3, 1, "0.500"},   {3, 3, "0.167"},   {4, 2, "0.375"},   {4, 6, "0.042"},
        {5, 2, "0.408"},   {5, 4, "0.242"},   {5, 6, "0.117"},   {5, 8, "0.042"},
        {6, 1, "0.500"},   {6, 7, "0.136"},   {6, 9, "0.068"},   {6, 11, "0.028"},
        {7, 9, "0.119"},   {7, 11, "0.068"},  {7, 13, "0.035"},  {8, 10, "0.138"},
        {8, 12, "0.089"},  {8, 14, "0.054"},  {8, 16, "0.031"},  {9, 12, "0.130"},
        {9, 14, "0.090"},  {9, 16, "0.060"},  {9, 18, "0.038"},  {10, 1, "0.500"},
        {10, 15, "0.108"}, {10, 17, "0.078"}, {10, 19, "0.054"}, {10, 21, "0.036"},
        {10, 23, "0.023"},
    };

    (void)unused;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t pairs = table[i].count * (table[i].count - 1) / 2;
        struct points points = with_inversions(table[i].count, (pairs - (size_t)table[i].s) / 2);
        struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);
        char probability[KAM_DECIMAL_SIZE];
        assert_int_equal(test.s, table[i].s);
        kam_double_format((double)test.beyond / (double)test.orders, 3, probability);
        assert_string_equal(probability, table[i].probability);
        assert_int_equal(kam_mannkendall_is_trend(&test), strtod(table[i].probability, NULL) < 0.1);
    }
}

/*
 * The package MannKendall.jl (M. M. Hussain, 2019) has in its tests that the figures 1 to 100 have
 * S = 4950, a variance of 112750 and z = 14.7387.
 */
static void many_figures_are_normal(void **unused)
{
    struct points points = with_inversions(100, 0);
    struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);
    char z[KAM_DECIMAL_SIZE];

    (void)unused;
    kam_double_format(test.z, 4, z);
    assert_int_equal(test.s, 4950);
    assert_int_equal(test.orders, 0);
    assert_true(test.variance == 112750);
    assert_string_equal(z, "14.7387");
    assert_true(kam_mannkendall_is_trend(&test));
    /* of 21 figures z is (S - 1) / 33.116: 44 is a trend, and 42 isn't */
    points = with_inversions(21, (210 - 44) / 2);
    test = kam_mannkendall_of(points.items, points.count);
    assert_int_equal(test.s, 44);
    assert_true(kam_mannkendall_is_trend(&test));
    points = with_inversions(21, (210 - 42) / 2);
    test = kam_mannkendall_of(points.items, points.count);
    assert_int_equal(test.s, 42);
    assert_false(kam_mannkendall_is_trend(&test));
}

static void all_equal_is_no_trend(void **unused)
{
    static const char *const courses[] = {"", "5", "5 5", "5 5 5 5 5 5",
                                          "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"};

    (void)unused;
    for (size_t i = 0; i < sizeof courses / sizeof *courses; i++) {
        struct points points = points_of(courses[i]);
        struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);
        assert_int_equal(test.s, 0);
        assert_true(test.z == 0);
        assert_false(kam_mannkendall_is_trend(&test));
    }
}

/* The most figures whose orders are counted. */
static void twenty_figures_fit(void **unused)
{
    struct points points = with_inversions(20, 0);
    struct kam_mannkendall test = kam_mannkendall_of(points.items, points.count);

    (void)unused;
    assert_true(test.orders == UINT64_C(2432902008176640000));
    assert_int_equal(test.beyond, 1);
    points = with_inversions(20, 95);
    test = kam_mannkendall_of(points.items, points.count);
    assert_int_equal(test.s, 0);
    /* S is 0 in the middle, so a little more than half of the orders have one of at least 0 */
    assert_true(test.beyond > test.orders / 2 && test.beyond < test.orders / 2 + test.orders / 20);
}

/* ---- every order ----------------------------------------------------------------------------- */

static void swap(struct kam_decimal *a, struct kam_decimal *b)
{
    struct kam_decimal kept = *a;

    *a = *b;
    *b = kept;
}

static int s_of(const struct kam_decimal *figures, size_t count)
{
    int s = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            s += kam_decimal_compare(figures[i], figures[j]);
    return s;
}

/* Of all orders of FIGURES from PLACE on, those whose S is as far from 0 as S, on its side. */
static uint64_t count_beyond(struct kam_decimal *figures, size_t count, size_t place, int64_t s,
                             uint64_t *orders)
{
    uint64_t beyond = 0;

    if (place == count) {
        int here = s_of(figures, count);
        ++*orders;
        return s < 0 ? here <= s : here >= s;
    }
    for (size_t i = place; i < count; i++) {
        swap(&figures[place], &figures[i]);
        beyond += count_beyond(figures, count, place + 1, s, orders);
        swap(&figures[place], &figures[i]);
    }
    return beyond;
}

static void every_order_is_counted(void **unused)
{
    uint64_t state = 3;

    (void)unused;
    for (int round = 0; round < 120; round++) {
        size_t count = 1 + random_below(&state, 7);
        unsigned values = 1 + random_below(&state, 6);
        struct points points = {.count = count};
        struct kam_decimal figures[8];
        for (size_t i = 0; i < count; i++) {
            figures[i] = kam_decimal_of((int64_t)random_below(&state, values));
            points.items[i] = (struct kam_point){24000 + (int)i, figures[i]};
        }
        struct kam_mannkendall test = kam_mannkendall_of(points.items, count);
        uint64_t orders = 0, beyond = count_beyond(figures, count, 0, test.s, &orders);
        /* Equal figures in another order are no other order, so each was counted several times. */
        assert_true(beyond * test.orders == test.beyond * orders);
        assert_int_equal(kam_mannkendall_is_trend(&test), test.s != 0 && beyond * 10 < orders);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_by_gilbert),   cmocka_unit_test(published_ties),
        cmocka_unit_test(published_table),        cmocka_unit_test(many_figures_are_normal),
        cmocka_unit_test(all_equal_is_no_trend),  cmocka_unit_test(twenty_figures_fit),
        cmocka_unit_test(every_order_is_counted),
    };

    return cmocka_run_group_tests_name("mannkendall", tests, NULL, NULL);
}
