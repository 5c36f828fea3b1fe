/* The slope of Theil and Sen: published examples, gaps, even and odd numbers of slopes. */
#include "points.h"

static struct kam_trend_step room[MOST_POINTS * MOST_POINTS];

/* The slope of TEXT (points.h), rounded to PLACES. */
static const char *slope_of(const char *text, int places)
{
    static char out[KAM_DECIMAL_SIZE];
    struct points points = points_of(text);
    struct kam_fraction slope;
    struct kam_decimal rounded;

    if (!kam_trend_slope(points.items, points.count, room, &slope))
        return "out of range";
    assert_int_equal(kam_fraction_round(slope, places, &rounded), KAM_NUMBER_OK);
    kam_decimal_format(rounded, 0, out);
    return out;
}

/*
 * Sen (1968), Estimates of the regression coefficient based on Kendall's tau: his example of seven
 * points at uneven distances, whose slope is 4.
 */
static void published_by_sen(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("1:9 2:15 3:19 4:20 10:45 12:55 18:78", 18), "4");
}

/*
 * Hollander, Wolfe and Chicken (2014), Nonparametric Statistical Methods, example 9.1 (cloud
 * seeding): -0.056, which is -0.05625 before it is rounded.
 */
static void published_by_hollander_and_wolfe(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("1.26 1.27 1.12 1.16 1.03", 18), "-0.05625");
}

static void two_points_are_a_line(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("1:10 2:13", 4), "3");
    assert_string_equal(slope_of("1:10 4:11", 18), "0.333333333333333333");
    assert_string_equal(slope_of("1:10 4:12", 4), "0.6667");
    assert_string_equal(slope_of("1:-5 12:-5", 4), "0");
}

static void a_line_has_its_slope_whatever_the_gaps(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("1:100 2:99.5 7:97 8:96.5 30:85.5", 4), "-0.5");
    assert_string_equal(slope_of("7 7 7 7 7 7", 4), "0");
}

/* Of 21 slopes the one wild figure spoils six. */
static void a_single_month_does_nothing(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("10 20 30 9999999 50 60 70", 4), "10");
    assert_string_equal(slope_of("10 20 30 -9999999 50 60 70", 4), "10");
}

/* Of an even number it is the mean of the middle two. */
static void the_mean_is_rounded_once(void **unused)
{
    (void)unused;
    /* 0, 1/3, 1/2 */
    assert_string_equal(slope_of("1:0 2:0 4:1", 18), "0.333333333333333333");
    /* -2, 0, 1/3, 1, 3/2, 2 */
    assert_string_equal(slope_of("0:0 1:1 2:3 3:1", 18), "0.666666666666666667");
}

/* Such slopes can't be multiplied crosswise in 128 bits, but are compared all the same. */
static void the_largest_numbers(void **unused)
{
    (void)unused;
    assert_string_equal(slope_of("1:100000000000000000000 2:0 3:-50000000000000000000", 0),
                        "-75000000000000000000");
    assert_string_equal(slope_of("1:100000000000000000000 2:-100000000000000000000", 0),
                        "out of range");
    /* on both sides of what the short way takes: 2^61 / 27720 minor units */
    assert_string_equal(slope_of("1:8318336974.0753 2:-8318336974.0753 3:0", 4),
                        "-4159168487.0376");
    assert_string_equal(slope_of("1:8318336974.0754 2:-8318336974.0754 3:0", 4),
                        "-4159168487.0377");
    assert_string_equal(slope_of("1:-8318336974.0753 13:8318336974.0753", 4), "1386389495.6792");
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/*
 * Multiples of all distances, 1 to 11 months, have slopes that doubles hold. UNIT is that of the
 * figures: whole ones are minor units, and smaller ones than those are not (trendminor.h).
 */
static void compare_with_sorted(kam_int128 unit)
{
    uint64_t state = 1;

    for (int round = 0; round < 2000; round++) {
        size_t count = 2 + random_below(&state, 10), slopes = 0;
        struct kam_point points[12];
        double values[12], sorted[66];
        for (size_t i = 0; i < count; i++) {
            int value = (int)random_below(&state, round % 2 ? 5 : 2000) - 2;
            points[i] =
                (struct kam_point){24000 + (int)i, (struct kam_decimal){unit * 27720 * value}};
            values[i] = value * 27720.0;
        }
        for (size_t i = 0; i < count; i++)
            for (size_t j = i + 1; j < count; j++)
                sorted[slopes++] = (values[j] - values[i]) / (double)(j - i);
        qsort(sorted, slopes, sizeof *sorted, compare_doubles);
        double median = (sorted[slopes / 2] + sorted[(slopes - 1) / 2]) / 2;
        struct kam_fraction slope;
        struct kam_decimal rounded;
        assert_true(kam_trend_slope(points, count, room, &slope));
        assert_int_equal(kam_fraction_round(slope, -1, &rounded), KAM_NUMBER_OK);
        assert_true(rounded.units * 2 == (kam_int128)(median * 2) * unit);
    }
}

static void medians_are_those_of_sorted_slopes(void **unused)
{
    (void)unused;
    compare_with_sorted(one);
    compare_with_sorted(one / 10000);
    compare_with_sorted(1000);
}

/* The same points, as they are and too far apart for the short way, or too fine, or too large. */
static void both_ways_are_the_same(void **unused)
{
    uint64_t state = 5;

    (void)unused;
    for (int round = 0; round < 3000; round++) {
        size_t count = 2 + random_below(&state, 10);
        struct kam_point points[13], far[13];
        kam_int128 scale = round % 2 ? 1 : one / 100;
        int month = 24000;
        for (size_t i = 0; i < count; i++) {
            kam_int128 cents = (kam_int128)random_below(&state, 100000) - 30000;
            points[i] = (struct kam_point){month, {cents * (one / 100)}};
            far[i] = (struct kam_point){(month - 24000) * 13 + 24000, {cents * scale * 13}};
            month += 1 + (int)random_below(&state, 2) * (int)random_below(&state, 2);
        }
        struct kam_fraction slope, other;
        struct kam_decimal a, b;
        assert_true(kam_trend_slope(points, count, room, &slope));
        assert_true(kam_trend_slope(far, count, room, &other));
        other.numerator.units *= one / 100 / scale;
        assert_int_equal(kam_fraction_round(slope, 6, &a), KAM_NUMBER_OK);
        assert_int_equal(kam_fraction_round(other, 6, &b), KAM_NUMBER_OK);
        assert_units(a, b.units);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_by_sen),
        cmocka_unit_test(published_by_hollander_and_wolfe),
        cmocka_unit_test(two_points_are_a_line),
        cmocka_unit_test(a_line_has_its_slope_whatever_the_gaps),
        cmocka_unit_test(a_single_month_does_nothing),
        cmocka_unit_test(the_mean_is_rounded_once),
        cmocka_unit_test(the_largest_numbers),
        cmocka_unit_test(medians_are_those_of_sorted_slopes),
        cmocka_unit_test(both_ways_are_the_same),
    };

    return cmocka_run_group_tests_name("trend", tests, NULL, NULL);
}
