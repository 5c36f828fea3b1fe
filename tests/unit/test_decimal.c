#include "base/decimal.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const kam_int128 largest = (kam_int128)((~(unsigned __int128)0) >> 1);

#define LARGEST "170141183460469231731.687303715884105727"

/* ---- schoolbook arithmetic on decimal digits, independent of the code under test ---- */

enum { DIGITS = 96 };

/* A whole number without a sign, the lowest digit first. */
struct number {
    unsigned char digit[DIGITS];
};

static struct number number_of(kam_int128 units)
{
    struct number n = {{0}};
    for (int i = 0; units; i++, units /= 10)
        n.digit[i] = (unsigned char)abs((int)(units % 10));
    return n;
}

static int number_compare(const struct number *a, const struct number *b)
{
    for (int i = DIGITS - 1; i >= 0; i--)
        if (a->digit[i] != b->digit[i])
            return a->digit[i] < b->digit[i] ? -1 : 1;
    return 0;
}

static struct number number_multiply(const struct number *a, const struct number *b)
{
    struct number product = {{0}};
    for (int i = 0; i < DIGITS; i++) {
        int carry = 0;
        for (int j = 0; i + j < DIGITS; j++) {
            carry += product.digit[i + j] + a->digit[i] * b->digit[j];
            product.digit[i + j] = (unsigned char)(carry % 10);
            carry /= 10;
        }
    }
    return product;
}

/* A * 10^COUNT + DIGIT (COUNT < 0: the lowest digits fall off). */
static struct number number_shift(const struct number *a, int count, int digit)
{
    struct number shifted = {{0}};
    for (int i = 0; i < DIGITS; i++)
        if (i - count >= 0 && i - count < DIGITS)
            shifted.digit[i] = a->digit[i - count];
    shifted.digit[0] = (unsigned char)(shifted.digit[0] + digit);
    return shifted;
}

static void number_subtract(struct number *a, const struct number *b)
{
    int borrow = 0;
    for (int i = 0; i < DIGITS; i++) {
        int difference = a->digit[i] - b->digit[i] - borrow;
        borrow = difference < 0;
        a->digit[i] = (unsigned char)(difference + 10 * borrow);
    }
}

static void number_increment(struct number *a)
{
    for (int i = 0; i < DIGITS && ++a->digit[i] == 10; i++)
        a->digit[i] = 0;
}

/* A / B rounded half to even. */
static struct number number_divide(const struct number *a, const struct number *b)
{
    struct number quotient = {{0}}, rest = {{0}};
    for (int i = DIGITS - 1; i >= 0; i--) {
        rest = number_shift(&rest, 1, a->digit[i]);
        for (; number_compare(&rest, b) >= 0; number_subtract(&rest, b))
            quotient.digit[i]++;
    }
    struct number back = *b;
    number_subtract(&back, &rest);
    int half = number_compare(&rest, &back);
    if (half > 0 || (half == 0 && quotient.digit[0] % 2))
        number_increment(&quotient);
    return quotient;
}

static void assert_units(struct kam_decimal a, kam_int128 units)
{
    if (a.units != units) {
        char got[KAM_DECIMAL_SIZE], wanted[KAM_DECIMAL_SIZE];
        kam_decimal_format(a, 18, got);
        kam_decimal_format((struct kam_decimal){units}, 18, wanted);
        fail_msg("%s instead of %s", got, wanted);
    }
}

/* OUTCOME and RESULT have to be what MAGNITUDE with this sign comes to. */
static void assert_result(const struct number *magnitude, bool negative, enum kam_number outcome,
                          struct kam_decimal result)
{
    struct number most = number_of(largest);
    if (number_compare(magnitude, &most) > 0) {
        assert_int_equal(outcome, KAM_NUMBER_RANGE);
        return;
    }
    assert_int_equal(outcome, KAM_NUMBER_OK);
    kam_int128 units = 0;
    for (int i = DIGITS - 1; i >= 0; i--)
        units = units * 10 + magnitude->digit[i];
    assert_units(result, negative ? -units : units);
}

/* ---- values ---- */

/* Of any size, with ends that make halves, zeros and carries likely. */
static struct kam_decimal awkward(uint64_t *state)
{
    kam_int128 units = 0;
    unsigned length = random_below(state, 39), tail = random_below(state, 39);
    unsigned style = random_below(state, 4);

    for (unsigned i = 0; i < length; i++) {
        static const unsigned char tails[] = {0, 9, 0, 0};
        unsigned digit = i >= tail ? tails[style] : random_below(state, 10);
        if (i == tail && style == 2)
            digit = 5;
        if (units <= (largest - 9) / 10)
            units = units * 10 + (int)digit;
    }
    if (random_below(state, 50) == 0)
        units = largest - (int)random_below(state, 3);
    return (struct kam_decimal){random_below(state, 2) ? -units : units};
}

static struct kam_decimal decimal(const char *text)
{
    struct kam_decimal value = {-77};
    if (kam_decimal_parse(kam_text_of(text), &value) != KAM_NUMBER_OK)
        fail_msg("'%s' was not understood", text);
    return value;
}

static enum kam_number outcome_of(const char *text)
{
    struct kam_decimal value = {-77};
    enum kam_number outcome = kam_decimal_parse(kam_text_of(text), &value);
    if (outcome != KAM_NUMBER_OK)
        assert_units(value, -77);
    return outcome;
}

static const kam_int128 one = (kam_int128)1000000000000000000;

/* ---- tests ---- */

static void plain_numbers_are_parsed(void **unused)
{
    (void)unused;
    assert_units(decimal("0"), 0);
    assert_units(decimal("-0"), 0);
    assert_units(decimal("1"), one);
    assert_units(decimal("+1"), one);
    assert_units(decimal("-1.5"), -one - one / 2);
    assert_units(decimal(".5"), one / 2);
    assert_units(decimal("-.5"), -one / 2);
    assert_units(decimal("5."), 5 * one);
    assert_units(decimal("1234567890.0123456789"), 1234567890 * one + 12345678900000000);
    assert_units(decimal("0.000000000000000001"), 1);
    assert_units(decimal("-0.000000000000000001"), -1);
    assert_units(decimal("0.0000000000000000010000000"), 1);
    assert_units(decimal("1.0000000000000000000000000000000000000000000000"), one);
    assert_units(decimal("0000000000000000000000000000000000000000000000000001.5"), one + one / 2);
    assert_units(decimal("000000000000000000000000000000000000000000000000000"), 0);
}

static void the_ends_of_the_range_are_parsed(void **unused)
{
    (void)unused;
    assert_units(decimal(LARGEST), largest);
    assert_units(decimal("-" LARGEST), -largest);
    assert_units(decimal("000" LARGEST "000"), largest);
    assert_int_equal(outcome_of("170141183460469231731.687303715884105728"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("-170141183460469231731.687303715884105728"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("170141183460469231732"), KAM_NUMBER_RANGE);
    assert_units(decimal("170141183460469231731"), 3 * (largest / 3 / one) * one);
    /* 2^128 and its neighbours in units, and wholes around 2^128: nothing may wrap around. */
    assert_int_equal(outcome_of("340282366920938463463.374607431768211455"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463.374607431768211456"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463.374607431768211457"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211455"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211456"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("340282366920938463463374607431768211457"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("3402823669209384634633746074317682114560"), KAM_NUMBER_RANGE);
    assert_int_equal(outcome_of("99999999999999999999999999999999999999999999999999999999999"),
                     KAM_NUMBER_RANGE);
}

static void places_beyond_the_18th_have_to_be_zeros(void **unused)
{
    (void)unused;
    assert_int_equal(outcome_of("0.0000000000000000001"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("1.1234567890123456789"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("1.0000000000000000000000000000000000000000000000001"),
                     KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("0.00000000000000000010"), KAM_NUMBER_PLACES);
    assert_int_equal(outcome_of("999999999999999999999.0000000000000000001"), KAM_NUMBER_RANGE);
}

static void anything_else_is_not_a_number(void **unused)
{
    static const char *const texts[] = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "--1",
        "+-1",
        "1-",
        "1+",
        "1.2.3",
        "1..2",
        " 1",
        "1 ",
        "1,2",
        "1e5",
        "0x1",
        "NaN",
        "inf",
        "1.5x",
        "x",
        "1/",
        "1:",
        "1\x80",
        "-1-1",
        "..",
        "1 2",
        "/",
        ":",
        "\xEF\xBC\x91",
        "0.00000000000000000001x",
        "999999999999999999999999999999999999999999999999x",
    };
    struct kam_decimal value;
    (void)unused;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (outcome_of(texts[i]) != KAM_NUMBER_SYNTAX)
            fail_msg("'%s' was taken for a number", texts[i]);
    assert_int_equal(kam_decimal_parse((struct kam_text){NULL, 0}, &value), KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_decimal_parse((struct kam_text){"1\0", 2}, &value), KAM_NUMBER_SYNTAX);
    assert_int_equal(kam_decimal_parse((struct kam_text){"12", 1}, &value), KAM_NUMBER_OK);
    assert_units(value, one);
}

static void outcomes_have_reasons(void **unused)
{
    (void)unused;
    assert_string_equal(kam_number_reason(KAM_NUMBER_SYNTAX), "not a number");
    assert_string_equal(kam_number_reason(KAM_NUMBER_PLACES), "more than 18 decimal places");
    assert_string_equal(kam_number_reason(KAM_NUMBER_RANGE), "number too large");
    assert_string_equal(kam_number_reason(KAM_NUMBER_OK), "a number");
}

static void assert_format(const char *text, int min_places, const char *expected)
{
    char out[KAM_DECIMAL_SIZE];
    size_t length = kam_decimal_format(decimal(text), min_places, out);
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(expected));
}

static void numbers_are_written_with_the_places_they_need(void **unused)
{
    (void)unused;
    assert_format("0", 0, "0");
    assert_format("0", 2, "0.00");
    assert_format("0", 18, "0.000000000000000000");
    assert_format("-0", 2, "0.00");
    assert_format("-1234.5", 2, "-1234.50");
    assert_format("-1234.5", 0, "-1234.5");
    assert_format("1234.567", 2, "1234.567");
    assert_format("100", 0, "100");
    assert_format("-0.05", 0, "-0.05");
    assert_format("0.000000000000000001", 2, "0.000000000000000001");
    assert_format("18446744073709551615", 0, "18446744073709551615");
    assert_format("18446744073709551616", 0, "18446744073709551616");
    assert_format("100000000000000000000", 0, "100000000000000000000");
    assert_format(LARGEST, 2, LARGEST);
    assert_format("-" LARGEST, 0, "-" LARGEST);
}

static void what_is_written_is_read_back(void **unused)
{
    uint64_t state = 3;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 50000; i++) {
        struct kam_decimal value = awkward(&state);
        int min_places = (int)random_below(&state, 19);
        memset(out, 'x', sizeof out);
        size_t length = kam_decimal_format(value, min_places, out);
        assert_true(length < sizeof out && out[length] == '\0');
        assert_units(decimal(out), value.units);
        const char *point = strchr(out, '.');
        int places = point ? (int)strlen(point + 1) : 0;
        assert_true(places >= min_places && places <= 18);
        assert_true(places == min_places || out[length - 1] != '0');
    }
}

static void sums_stop_at_the_ends_of_the_range(void **unused)
{
    struct kam_decimal sum = {largest - 5};
    (void)unused;
    assert_true(kam_decimal_add(&sum, (struct kam_decimal){5}));
    assert_units(sum, largest);
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){1}));
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){largest}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){-1}));
    assert_units(sum, largest);
    assert_true(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, 0);
    assert_true(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, -largest);
    assert_false(kam_decimal_add(&sum, (struct kam_decimal){-1}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){1}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){2}));
    assert_false(kam_decimal_subtract(&sum, (struct kam_decimal){largest}));
    assert_units(sum, -largest);
    assert_true(kam_decimal_add(&sum, (struct kam_decimal){7}));
    assert_units(sum, -largest + 7);
    assert_units(kam_decimal_negate(sum), largest - 7);
}

static void whole_numbers_of_any_size(void **unused)
{
    (void)unused;
    assert_units(kam_decimal_of(0), 0);
    assert_units(kam_decimal_of(-3), -3 * one);
    assert_units(kam_decimal_of(INT64_MAX), decimal("9223372036854775807").units);
    assert_units(kam_decimal_of(INT64_MIN), decimal("-9223372036854775808").units);
}

static void order_and_sign(void **unused)
{
    static const char *const ascending[] = {"-" LARGEST, "-2", "-0.000000000000000001",
                                            "0",         "1",  LARGEST};
    (void)unused;
    for (int i = 0; i < 6; i++) {
        assert_int_equal(kam_decimal_sign(decimal(ascending[i])), (i > 3) - (i < 3));
        for (int j = 0; j < 6; j++)
            assert_int_equal(kam_decimal_compare(decimal(ascending[i]), decimal(ascending[j])),
                             (i > j) - (i < j));
    }
}

static void products_are_those_of_schoolbook_arithmetic(void **unused)
{
    uint64_t state = 4;
    (void)unused;
    for (int i = 0; i < 4000; i++) {
        struct kam_decimal a = awkward(&state), b = awkward(&state), result = {-77};
        struct number x = number_of(a.units), y = number_of(b.units);
        struct number product = number_multiply(&x, &y), unit = number_of(1);
        bool negative = (a.units < 0) != (b.units < 0);

        int places = (int)random_below(&state, 19);
        unit = number_shift(&unit, 36 - places, 0);
        struct number expected = number_divide(&product, &unit);
        expected = number_shift(&expected, 18 - places, 0);
        enum kam_number outcome = kam_decimal_multiply(a, b, places, &result);
        assert_result(&expected, negative, outcome, result);
        if (outcome != KAM_NUMBER_OK)
            assert_units(result, -77);

        result.units = -77;
        outcome = kam_decimal_multiply(a, b, -1, &result);
        expected = number_shift(&product, -18, 0);
        struct number back = number_shift(&expected, 18, 0);
        if (outcome != KAM_NUMBER_OK)
            assert_units(result, -77);
        if (outcome == KAM_NUMBER_PLACES)
            assert_true(number_compare(&back, &product) != 0);
        else
            assert_result(&expected, negative, outcome, result);
        if (outcome == KAM_NUMBER_OK)
            assert_int_equal(number_compare(&back, &product), 0);
    }
}

static void assert_product(const char *a, const char *b, int places, const char *expected)
{
    struct kam_decimal product;
    assert_int_equal(kam_decimal_multiply(decimal(a), decimal(b), places, &product), KAM_NUMBER_OK);
    assert_units(product, decimal(expected).units);
}

static void products_round_half_to_even(void **unused)
{
    struct kam_decimal product = {-77};
    (void)unused;
    assert_product("12.5", "0.01", -1, "0.125");
    assert_product("12.5", "0.01", 2, "0.12");
    assert_product("13.5", "0.01", 2, "0.14");
    assert_product("-13.5", "0.01", 2, "-0.14");
    assert_product("12.500000000000000001", "0.01", 2, "0.13");
    assert_product("0.5", "1", 0, "0");
    assert_product("1.5", "1", 0, "2");
    assert_product("-0.5", "1", 0, "0");
    assert_product("0.000000000000000001", "0.5", 18, "0");
    assert_product("0.000000000000000003", "0.5", 18, "0.000000000000000002");
    assert_product(LARGEST, "1", -1, LARGEST);
    assert_product(LARGEST, "-1", 18, "-" LARGEST);
    assert_product("0", LARGEST, -1, "0");
    assert_int_equal(
        kam_decimal_multiply((struct kam_decimal){1}, (struct kam_decimal){1}, -1, &product),
        KAM_NUMBER_PLACES);
    assert_int_equal(kam_decimal_multiply(decimal(LARGEST), decimal("1"), 2, &product),
                     KAM_NUMBER_RANGE);
    assert_int_equal(
        kam_decimal_multiply(decimal(LARGEST), decimal("1.000000000000000001"), -1, &product),
        KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_multiply(decimal(LARGEST), decimal(LARGEST), 0, &product),
                     KAM_NUMBER_RANGE);
}

static void quotients_are_those_of_schoolbook_arithmetic(void **unused)
{
    uint64_t state = 5;
    (void)unused;
    for (int i = 0; i < 4000; i++) {
        struct kam_decimal a = awkward(&state), b = awkward(&state), result = {-77};
        int places = (int)random_below(&state, 19);
        enum kam_number outcome = kam_decimal_divide(a, b, places, &result);
        if (outcome != KAM_NUMBER_OK)
            assert_units(result, -77);
        if (!b.units) {
            assert_int_equal(outcome, KAM_NUMBER_RANGE);
            continue;
        }
        struct number x = number_of(a.units), y = number_of(b.units);
        x = number_shift(&x, places, 0);
        struct number expected = number_divide(&x, &y);
        expected = number_shift(&expected, 18 - places, 0);
        assert_result(&expected, (a.units < 0) != (b.units < 0), outcome, result);
    }
}

static void assert_quotient(const char *a, const char *b, int places, const char *expected)
{
    struct kam_decimal quotient;
    assert_int_equal(kam_decimal_divide(decimal(a), decimal(b), places, &quotient), KAM_NUMBER_OK);
    assert_units(quotient, decimal(expected).units);
}

static void quotients_round_half_to_even(void **unused)
{
    struct kam_decimal quotient = {-77};
    (void)unused;
    assert_quotient("1", "3", 4, "0.3333");
    assert_quotient("-2", "3", 4, "-0.6667");
    assert_quotient("1", "8", 2, "0.12");
    assert_quotient("3", "8", 2, "0.38");
    assert_quotient("-3", "-8", 2, "0.38");
    assert_quotient("1", "2", 0, "0");
    assert_quotient("3", "2", 0, "2");
    assert_quotient("0", "-5", 4, "0");
    assert_quotient(LARGEST, LARGEST, 18, "1");
    assert_quotient("-" LARGEST, "1", 18, "-" LARGEST);
    assert_quotient("85070591730234615865.843651857942052863", LARGEST, 0, "0");
    assert_quotient("85070591730234615865.843651857942052864", LARGEST, 0, "1");
    assert_int_equal(kam_decimal_divide(decimal("1"), KAM_DECIMAL_ZERO, 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(KAM_DECIMAL_ZERO, KAM_DECIMAL_ZERO, 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(decimal(LARGEST), decimal("0.9"), 4, &quotient),
                     KAM_NUMBER_RANGE);
    assert_int_equal(kam_decimal_divide(decimal(LARGEST), (struct kam_decimal){1}, 18, &quotient),
                     KAM_NUMBER_RANGE);
    /* A quotient of 2^128 - 1 and more than a half: rounded up it must not come out as 0. */
    assert_int_equal(kam_decimal_divide(decimal("170141183460469230030.275469111191788411"),
                                        decimal("0.499999999999999995"), 18, &quotient),
                     KAM_NUMBER_RANGE);
    assert_units(quotient, -77);
}

static void rounding_is_half_to_even(void **unused)
{
    static const struct {
        const char *value;
        int places;
        const char *expected; /* NULL: out of range */
    } cases[] = {
        {"0.125", 2, "0.12"},
        {"0.135", 2, "0.14"},
        {"-0.135", 2, "-0.14"},
        {"0.125000000000000001", 2, "0.13"},
        {"0.124999999999999999", 2, "0.12"},
        {"-0.5", 0, "0"},
        {"-1.5", 0, "-2"},
        {"9.999", 2, "10"},
        {LARGEST, 18, LARGEST},
        {"-" LARGEST, 17, NULL},
        {LARGEST, 2, NULL},
        {"170141183460469231731.499999999999999999", 0, "170141183460469231731"},
        {"170141183460469231731.5", 0, NULL},
    };
    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct kam_decimal value = decimal(cases[i].value), rounded = {-77};
        const char *expected = cases[i].expected;
        assert_int_equal(kam_decimal_round(value, cases[i].places, &rounded),
                         expected ? KAM_NUMBER_OK : KAM_NUMBER_RANGE);
        assert_units(rounded, expected ? decimal(expected).units : -77);
    }
}

static void shares_are_compared_exactly(void **unused)
{
    uint64_t state = 6;
    int equal = 0;
    (void)unused;
    for (int i = 0; i < 4000; i++) {
        struct kam_decimal a = awkward(&state), b = awkward(&state);
        struct kam_decimal c = awkward(&state), d = awkward(&state);
        if (i % 4 == 1) {
            c = b;
            d = a;
        } else if (i % 4 == 2) {
            c.units = -b.units;
            d.units = a.units < 0 ? a.units + 1 : -a.units;
        } else if (i % 4 == 3) {
            c = a;
            d.units = b.units < 0 ? b.units + 1 : b.units;
        }
        struct number p = number_of(a.units), q = number_of(b.units);
        struct number r = number_of(c.units), s = number_of(d.units);
        p = number_multiply(&p, &q);
        r = number_multiply(&r, &s);
        int left = kam_decimal_sign(a) * kam_decimal_sign(b);
        int right = kam_decimal_sign(c) * kam_decimal_sign(d);
        int expected =
            left != right ? (left > right) - (left < right) : left * number_compare(&p, &r);
        assert_int_equal(kam_decimal_compare_products(a, b, c, d), expected);
        equal += expected == 0;
    }
    assert_true(equal > 1000);
}

/* strtod of glibc and musl rounds correctly. */
static void doubles_are_the_nearest(void **unused)
{
    uint64_t state = 7;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int i = 0; i < 100000; i++) {
        struct kam_decimal value = awkward(&state);
        if (i % 2) /* halfway between two doubles, or just beside that */
            value.units = ((kam_int128)((1LL << 53) + random_below(&state, 1 << 30)) * 2 + 1) *
                              (one >> 1 >> random_below(&state, 17)) +
                          (int)random_below(&state, 3) - 1;
        kam_decimal_format(value, 0, out);
        double expected = strtod(out, NULL);
        assert_true(kam_decimal_to_double(value) == expected);
    }
    assert_true(kam_decimal_to_double(decimal("0.1")) == 0.1);
    assert_true(kam_decimal_to_double(decimal("-" LARGEST)) == -0x1.2725dd1d243acp+67);
    assert_memory_equal(&(double){kam_decimal_to_double(KAM_DECIMAL_ZERO)}, &(double){0.0},
                        sizeof(double));
}

static void assert_double(double value, int places)
{
    char out[KAM_DECIMAL_SIZE], expected[64];
    size_t length = kam_double_format(value, places, out);
    snprintf(expected, sizeof expected, "%.*f", places, value);
    if (!strpbrk(expected, "123456789") && expected[0] == '-')
        memmove(expected, expected + 1, strlen(expected));
    assert_string_equal(out, expected);
    assert_int_equal(length, strlen(out));
}

static void doubles_are_written_as_printf_would(void **unused)
{
    static const double values[] = {0.0,
                                    -0.0,
                                    0.5,
                                    1.5,
                                    2.5,
                                    -2.5,
                                    0.125,
                                    0.375,
                                    -0.00004,
                                    0.00005,
                                    1e-300,
                                    5e-324,
                                    -5e-324,
                                    99.995,
                                    100.0,
                                    0.1,
                                    1.0 / 3,
                                    999999999999999.9,
                                    -999999999999999.875,
                                    0x1p-17,
                                    0x1p-47,
                                    0x3p-49,
                                    1e-9,
                                    5e-10};
    uint64_t state = 8;
    char out[KAM_DECIMAL_SIZE];
    (void)unused;
    for (int places = 0; places <= 9; places++) {
        for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
            assert_double(values[i], places);
        /* Every shift that can occur, halves included. */
        for (int exponent = -60; exponent < 50; exponent++) {
            double power =
                exponent < 0 ? 1.0 / (double)(1ULL << -exponent) : (double)(1ULL << exponent);
            for (int i = 0; i < 40 && power * 1.9999 < 1e15; i++) {
                double mantissa = 1.0 + (double)(random_bits(&state) >> 12) * 0x1p-52;
                assert_double(power * (i ? mantissa : 1.0), places);
                assert_double(-power * (i ? mantissa : 1.5), places);
            }
        }
    }
    assert_int_equal(kam_double_format(-0.00004, 4, out), 6);
    assert_string_equal(out, "0.0000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_numbers_are_parsed),
        cmocka_unit_test(the_ends_of_the_range_are_parsed),
        cmocka_unit_test(places_beyond_the_18th_have_to_be_zeros),
        cmocka_unit_test(anything_else_is_not_a_number),
        cmocka_unit_test(outcomes_have_reasons),
        cmocka_unit_test(numbers_are_written_with_the_places_they_need),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(sums_stop_at_the_ends_of_the_range),
        cmocka_unit_test(whole_numbers_of_any_size),
        cmocka_unit_test(order_and_sign),
        cmocka_unit_test(products_are_those_of_schoolbook_arithmetic),
        cmocka_unit_test(products_round_half_to_even),
        cmocka_unit_test(quotients_are_those_of_schoolbook_arithmetic),
        cmocka_unit_test(quotients_round_half_to_even),
        cmocka_unit_test(rounding_is_half_to_even),
        cmocka_unit_test(shares_are_compared_exactly),
        cmocka_unit_test(doubles_are_the_nearest),
        cmocka_unit_test(doubles_are_written_as_printf_would),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
