/* Products and quotients of random decimals are those of arithmetic on their digits. */
#include "decimals.h"

#include <stdlib.h>

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

/* ---- tests ---- */

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_are_those_of_schoolbook_arithmetic),
        cmocka_unit_test(quotients_are_those_of_schoolbook_arithmetic),
        cmocka_unit_test(shares_are_compared_exactly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
