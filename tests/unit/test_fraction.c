/* Fractions: laws of arithmetic on random decimals, and what doesn't fit. */
#include "base/fraction.h"
#include "decimals.h"

static struct kam_fraction whole(const char *text)
{
    return kam_fraction_of(decimal(text));
}

/* NUMERATOR / DENOMINATOR, which isn't 0. */
static struct kam_fraction ratio(const char *numerator, const char *denominator)
{
    struct kam_fraction result;

    assert_true(kam_fraction_divide(whole(numerator), whole(denominator), &result));
    return result;
}

static void assert_rounds(struct kam_fraction a, int places, const char *expected)
{
    struct kam_decimal value;

    assert_int_equal(kam_fraction_round(a, places, &value), KAM_NUMBER_OK);
    assert_units(value, decimal(expected).units);
}

static void results_are_rounded_once_half_to_even(void **state)
{
    struct kam_fraction sum, third = ratio("1", "3");

    (void)state;
    assert_rounds(third, 4, "0.3333");
    assert_rounds(kam_fraction_negate(ratio("2", "3")), 18, "-0.666666666666666667");
    assert_rounds(ratio("1", "8"), 2, "0.12");
    assert_rounds(ratio("3", "8"), 2, "0.38");
    assert_rounds(ratio("-3", "8"), 2, "-0.38");
    assert_rounds(ratio("5", "-2"), 0, "-2");
    assert_rounds(ratio("0", "7"), 4, "0");
    /* 0.015 exactly, and so 0.02; by way of 0.333... it would be less. */
    assert_true(kam_fraction_multiply(third, whole("0.045"), &sum));
    assert_rounds(sum, 2, "0.02");
    /* A third, three times. */
    assert_true(kam_fraction_add(third, third, &sum) && kam_fraction_add(sum, third, &sum));
    assert_rounds(sum, -1, "1");
}

static void exactly_means_exactly(void **state)
{
    struct kam_decimal value = {-77};
    struct kam_fraction tiny;

    (void)state;
    assert_rounds(ratio("1", "8"), -1, "0.125");
    assert_rounds(whole("0.000000000000000001"), -1, "0.000000000000000001");
    assert_int_equal(kam_fraction_round(ratio("1", "3"), -1, &value), KAM_NUMBER_PLACES);
    assert_true(kam_fraction_multiply(whole("0.0000000001"), whole("0.0000000001"), &tiny));
    assert_int_equal(kam_fraction_round(tiny, -1, &value), KAM_NUMBER_PLACES);
    assert_units(value, -77);
    /* More places than there are may be on the way. */
    assert_true(kam_fraction_multiply(tiny, whole("10000000000"), &tiny));
    assert_rounds(tiny, -1, "0.0000000001");
}

static void too_large_is_said_and_nothing_stored(void **state)
{
    const struct kam_fraction large = whole(LARGEST), untouched = whole("-77");
    struct kam_fraction result = untouched;
    struct kam_decimal value = {-77};

    (void)state;
    assert_false(kam_fraction_add(large, large, &result));
    assert_false(
        kam_fraction_add(kam_fraction_negate(large), whole("-0.000000000000000001"), &result));
    assert_false(kam_fraction_multiply(large, large, &result));
    assert_memory_equal(&result.numerator, &untouched.numerator, sizeof result.numerator);
    /* A fraction that is fine, but no decimal. */
    assert_true(kam_fraction_divide(large, whole("0.001"), &result));
    assert_int_equal(kam_fraction_round(result, 4, &value), KAM_NUMBER_RANGE);
    assert_int_equal(kam_fraction_round(result, -1, &value), KAM_NUMBER_RANGE);
    assert_units(value, -77);
    /* And what is fine again behind it. */
    assert_true(kam_fraction_divide(result, whole("1000"), &result));
    assert_rounds(result, -1, LARGEST);
}

/* The sum of ratios to large totals, as shares of several kinds of revenue are. */
static void parts_that_no_decimal_holds_are_whole_numbers(void **state)
{
    struct kam_fraction a = ratio("123456789.12", "999999999999.99");
    struct kam_fraction b = ratio("987654321.98", "888888888888.88"), sum, product;

    (void)state;
    /* Found by Python's module fractions. */
    assert_true(kam_fraction_add(a, b, &sum));
    assert_rounds(sum, 18, "0.001234567901347512");
    assert_true(kam_fraction_multiply(a, b, &product));
    assert_rounds(product, 18, "0.000000137174210271");
    assert_true(kam_fraction_divide(product, b, &product));
    assert_true(kam_fraction_add(product, kam_fraction_negate(a), &sum));
    assert_int_equal(kam_fraction_sign(sum), 0);
}

/* Whether A is B, whatever they look like. */
static void assert_equal(struct kam_fraction a, struct kam_fraction b)
{
    assert_true(kam_decimal_sign(a.denominator) > 0 && kam_decimal_sign(b.denominator) > 0);
    assert_int_equal(
        kam_decimal_compare_products(a.numerator, b.denominator, b.numerator, a.denominator), 0);
}

/* Amounts as they are in tables. */
static struct kam_fraction amount(uint64_t *state)
{
    kam_int128 units = (kam_int128)(random_bits(state) >> (20 + random_below(state, 40)));
    int sign = random_below(state, 4) ? 1 : -1;

    return kam_fraction_of((struct kam_decimal){sign * units * (one / 100)});
}

static void amounts_follow_the_laws_of_arithmetic(void **unused)
{
    uint64_t state = 20261122;

    (void)unused;
    for (unsigned i = 0; i < 200000; i++) {
        struct kam_fraction a = amount(&state), b = amount(&state), c = amount(&state);
        struct kam_fraction left, right, part;
        if (!kam_fraction_sign(b) || !kam_fraction_sign(c))
            continue;
        /* a / b * b = a */
        assert_true(kam_fraction_divide(a, b, &left) && kam_fraction_multiply(left, b, &left));
        assert_equal(left, a);
        /* a / b / c = a / (b * c), unless that is too large */
        if (kam_fraction_multiply(b, c, &right) && kam_fraction_divide(a, right, &right)) {
            assert_true(kam_fraction_divide(a, b, &left) && kam_fraction_divide(left, c, &left));
            assert_equal(left, right);
        }
        /* a / b + c / b = (a + c) / b */
        assert_true(kam_fraction_divide(a, b, &left) && kam_fraction_divide(c, b, &part));
        assert_true(kam_fraction_add(left, part, &left));
        assert_true(kam_fraction_add(a, c, &right) && kam_fraction_divide(right, b, &right));
        assert_equal(left, right);
        /* a / b + b / c = (a * c + b * b) / (b * c) */
        assert_true(kam_fraction_divide(a, b, &left) && kam_fraction_divide(b, c, &part));
        bool fits = kam_fraction_add(left, part, &left);
        if (kam_fraction_multiply(a, c, &right) && kam_fraction_multiply(b, b, &part) &&
            kam_fraction_add(right, part, &right) && kam_fraction_multiply(b, c, &part) &&
            kam_fraction_divide(right, part, &right) && fits)
            assert_equal(left, right);
    }
}

/* Of numbers of any size a result is right or refused. */
static void awkward_numbers_are_right_or_refused(void **unused)
{
    uint64_t state = 7;
    unsigned fitting = 0;

    (void)unused;
    for (unsigned i = 0; i < 200000; i++) {
        struct kam_fraction a = kam_fraction_of(awkward(&state)), quotient, back, sum;
        struct kam_fraction b = kam_fraction_of(awkward(&state));
        if (kam_fraction_sign(b) == 0)
            continue;
        assert_true(kam_fraction_divide(a, b, &quotient));
        assert_true(kam_fraction_multiply(quotient, b, &back));
        assert_equal(back, a);
        if (!kam_fraction_add(quotient, b, &sum))
            continue;
        fitting++;
        assert_true(kam_fraction_add(sum, kam_fraction_negate(quotient), &back));
        assert_equal(back, b);
    }
    assert_in_range(fitting, 10000, 199999);
}

static void rounding_is_that_of_decimals(void **unused)
{
    uint64_t state = 11;

    (void)unused;
    for (unsigned i = 0; i < 100000; i++) {
        struct kam_decimal a = awkward(&state), b = awkward(&state), expected, value;
        struct kam_fraction quotient;
        int places = (int)random_below(&state, 19);
        if (kam_decimal_sign(b) == 0)
            continue;
        assert_true(kam_fraction_divide(kam_fraction_of(a), kam_fraction_of(b), &quotient));
        enum kam_number outcome = kam_decimal_divide(a, b, places, &expected);
        assert_int_equal(kam_fraction_round(quotient, places, &value), outcome);
        if (outcome == KAM_NUMBER_OK)
            assert_units(value, expected.units);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_are_rounded_once_half_to_even),
        cmocka_unit_test(exactly_means_exactly),
        cmocka_unit_test(too_large_is_said_and_nothing_stored),
        cmocka_unit_test(parts_that_no_decimal_holds_are_whole_numbers),
        cmocka_unit_test(amounts_follow_the_laws_of_arithmetic),
        cmocka_unit_test(awkward_numbers_are_right_or_refused),
        cmocka_unit_test(rounding_is_that_of_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
