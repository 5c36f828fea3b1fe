#include "base/digits.h"
#include "base/minor.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const kam_int128 largest = (kam_int128)(~(kam_uint128)0 >> 1);

/* Of any size, and often with zeros at its end. */
static int64_t awkward(uint64_t *state)
{
    static const int64_t edges[] = {0, 1, -1, INT64_MAX, INT64_MIN, INT64_MIN + 1, 9999, 10000};
    int64_t value = (int64_t)(random_bits(state) >> random_below(state, 64));

    if (random_below(state, 20) == 0)
        return edges[random_below(state, sizeof edges / sizeof *edges)];
    if (random_below(state, 2)) {
        int64_t step = (int64_t)kam_digits_power(random_below(state, 8));
        value -= value % step;
    }
    return random_below(state, 2) ? value : (int64_t) - (uint64_t)value;
}

/* Digit by digit, with 18 places. */
static void write_slowly(struct kam_decimal value, int min_places, char *out)
{
    char digits[64], *at = digits + sizeof digits;
    kam_uint128 size = value.units < 0 ? -(kam_uint128)value.units : (kam_uint128)value.units;
    int places = KAM_DECIMAL_PLACES;

    *--at = '\0';
    for (int i = 0; i < KAM_DECIMAL_PLACES || size; i++, size /= 10) {
        if (i == KAM_DECIMAL_PLACES)
            *--at = '.';
        *--at = (char)('0' + (int)(size % 10));
    }
    if (!strchr(at, '.')) {
        *--at = '.';
        *--at = '0';
    }
    if (value.units < 0)
        *--at = '-';
    memcpy(out, at, strlen(at) + 1);
    for (size_t end = strlen(out); places > min_places && out[end - 1] == '0'; places--)
        out[--end] = '\0';
    if (places == 0)
        out[strlen(out) - 1] = '\0';
}

static void assert_written(struct kam_decimal value, int min_places)
{
    char out[KAM_DECIMAL_SIZE], expected[64];

    write_slowly(value, min_places, expected);
    assert_int_equal(kam_decimal_format(value, min_places, out), strlen(expected));
    assert_string_equal(out, expected);
}

static void minor_units_are_recognised(void **unused)
{
    const kam_int128 beyond = (kam_int128)INT64_MAX + 1;
    uint64_t state = 21;
    int64_t minor;

    (void)unused;
    for (int i = 0; i < 100000; i++) {
        int64_t value = awkward(&state);
        struct kam_decimal decimal = kam_decimal_of_minor(value);
        assert_true(kam_minor_of(decimal, &minor));
        assert_int_equal(minor, value);
        decimal.units += 1 + random_below(&state, 1000000000);
        assert_false(kam_minor_of(decimal, &minor));
        decimal.units = (kam_int128)((kam_uint128)random_bits(&state) << 64 | random_bits(&state));
        decimal.units >>= random_below(&state, 127);
        kam_int128 exact = decimal.units / KAM_MINOR_UNITS;
        assert_int_equal(kam_minor_of(decimal, &minor),
                         decimal.units % KAM_MINOR_UNITS == 0 && (int64_t)exact == exact);
    }
    assert_false(kam_minor_of((struct kam_decimal){beyond * KAM_MINOR_UNITS}, &minor));
    assert_false(kam_minor_of((struct kam_decimal){(-beyond - 1) * KAM_MINOR_UNITS}, &minor));
    assert_false(kam_minor_of((struct kam_decimal){largest}, &minor));
    assert_false(kam_minor_of((struct kam_decimal){-largest}, &minor));
}

static void numbers_of_all_sizes_are_written_alike(void **unused)
{
    uint64_t state = 22;

    (void)unused;
    for (int i = 0; i < 50000; i++) {
        int places = (int)random_below(&state, KAM_DECIMAL_PLACES + 1);
        struct kam_decimal value = kam_decimal_of_minor(awkward(&state));
        assert_written(value, places);
        value.units /= (int64_t)kam_digits_power(random_below(&state, 19));
        assert_written(value, places);
        value.units = (kam_int128)awkward(&state) * awkward(&state);
        assert_written(value, places);
    }
    assert_written((struct kam_decimal){largest}, 2);
    assert_written((struct kam_decimal){-largest}, 0);
}

/* A / B half to even in PLACES, for |A| * 10^PLACES and |B| that fit 128 bits. */
static kam_int128 divide_plainly(kam_int128 a, kam_int128 b, unsigned places)
{
    bool negative = (a < 0) != (b < 0);
    kam_uint128 n = (kam_uint128)(a < 0 ? -a : a) * kam_digits_power(places);
    kam_uint128 d = (kam_uint128)(b < 0 ? -b : b), whole = n / d, twice = n % d * 2;

    whole += twice > d || (twice == d && whole % 2);
    kam_int128 units = (kam_int128)(whole * kam_digits_power(KAM_DECIMAL_PLACES - places));
    return negative ? -units : units;
}

/*
 * The quotient is the same whether A and B are minor units, single units, or so large that only 256
 * bits do: times any factor.
 */
static void quotients_do_not_depend_on_the_size_of_both(void **unused)
{
    static const int64_t factors[] = {1, 7, 99999999999999, KAM_MINOR_UNITS, 100000000000001};
    uint64_t state = 23;
    int halves = 0;

    (void)unused;
    for (int i = 0; i < 100000; i++) {
        int64_t a = awkward(&state), b = awkward(&state);
        unsigned places = random_below(&state, 5);
        if (i % 4 == 0 && b > -1000000 && b < 1000000 && a > -1000000 && a < 1000000)
            a = b * (2 * (a % 1000) + 1), b *= 2; /* a half in the first place */
        if (!b)
            continue;
        kam_int128 wide = a;
        halves += wide % b != 0 && wide * 2 % b == 0;
        kam_int128 expected = divide_plainly(a, b, places);
        for (size_t f = 0; f < sizeof factors / sizeof *factors; f++) {
            struct kam_decimal quotient = {-77};
            struct kam_decimal scaled_a = {(kam_int128)a * factors[f]};
            struct kam_decimal scaled_b = {(kam_int128)b * factors[f]};
            assert_int_equal(kam_decimal_divide(scaled_a, scaled_b, (int)places, &quotient),
                             KAM_NUMBER_OK);
            assert_true(quotient.units == expected);
        }
    }
    assert_true(halves > 1000);
}

static void nothing_is_divided_by_nothing(void **unused)
{
    struct kam_decimal quotient = {-77};

    (void)unused;
    assert_int_equal(kam_decimal_divide(kam_decimal_of(5), KAM_DECIMAL_ZERO, 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_true(quotient.units == -77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(minor_units_are_recognised),
        cmocka_unit_test(numbers_of_all_sizes_are_written_alike),
        cmocka_unit_test(quotients_do_not_depend_on_the_size_of_both),
        cmocka_unit_test(nothing_is_divided_by_nothing),
    };

    return cmocka_run_group_tests_name("minor", tests, NULL, NULL);
}
