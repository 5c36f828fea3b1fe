#include "base/decimal.h"

#include "base/digits.h"
#include "base/wide.h"

#include <assert.h>

const char *kam_number_reason(enum kam_number outcome)
{
    switch (outcome) {
    case KAM_NUMBER_OK:
        break;
    case KAM_NUMBER_SYNTAX:
        return "not a number";
    case KAM_NUMBER_PLACES:
        return "more than 18 decimal places";
    case KAM_NUMBER_RANGE:
        return "number too large";
    case KAM_NUMBER_UNCLEAR:
        return "thousands or decimals? say --decimal . or --decimal ,";
    case KAM_NUMBER_SIGN:
        return "unexpected decimal sign, say --decimal . or --decimal ,";
    case KAM_NUMBER_LOST:
        return "a spreadsheet dropped digits, export the column as text";
    case KAM_NUMBER_NEGATIVE:
        return "negative twice";
    case KAM_NUMBER_UNIT:
        return "a unit here and another one of the column";
    case KAM_NUMBER_CURRENCY:
        return "two currencies";
    }
    return "a number";
}

static kam_uint128 magnitude(struct kam_decimal a)
{
    return a.units < 0 ? -(kam_uint128)a.units : (kam_uint128)a.units;
}

struct kam_decimal kam_decimal_of(int64_t whole)
{
    return (struct kam_decimal){(kam_int128)whole *
                                (kam_int128)kam_digits_power(KAM_DECIMAL_PLACES)};
}

enum kam_number kam_decimal_parse(struct kam_text text, struct kam_decimal *value)
{
    struct kam_digits digits = {0};
    size_t i = 0;
    bool negative = text.len && text.ptr[0] == '-';

    if (text.len && (text.ptr[0] == '-' || text.ptr[0] == '+'))
        i++;
    for (; i < text.len; i++) {
        unsigned digit = (unsigned)text.ptr[i] - '0';
        if (digit <= 9)
            kam_digits_add(&digits, digit);
        else if (text.ptr[i] != '.' || !kam_digits_point(&digits))
            return KAM_NUMBER_SYNTAX;
    }
    return kam_digits_value(&digits, negative, value);
}

struct kam_decimal kam_decimal_negate(struct kam_decimal a)
{
    return (struct kam_decimal){-a.units};
}

bool kam_decimal_add(struct kam_decimal *sum, struct kam_decimal addend)
{
    const kam_int128 largest = (kam_int128)(~(kam_uint128)0 >> 1);
    kam_int128 units;

    if (__builtin_add_overflow(sum->units, addend.units, &units) || units < -largest)
        return false;
    sum->units = units;
    return true;
}

bool kam_decimal_subtract(struct kam_decimal *difference, struct kam_decimal subtrahend)
{
    return kam_decimal_add(difference, kam_decimal_negate(subtrahend));
}

/* DIVIDEND / DIVISOR half to even to a whole number, times FACTOR units; negated if NEGATIVE. */
static enum kam_number divide_rounded(struct kam_wide dividend, kam_uint128 divisor,
                                      uint64_t factor, bool negative, struct kam_decimal *result)
{
    const kam_uint128 largest = ~(kam_uint128)0;
    kam_uint128 quotient, remainder;

    if (!kam_wide_divide(dividend, divisor, &quotient, &remainder) || quotient == largest)
        return KAM_NUMBER_RANGE;
    /* Twice the remainder might overflow, the difference can't. */
    if (remainder > divisor - remainder || (remainder == divisor - remainder && quotient % 2))
        quotient++;
    return kam_digits_scale(quotient, factor, negative, result) ? KAM_NUMBER_OK : KAM_NUMBER_RANGE;
}

static enum kam_number multiply_exactly(struct kam_wide product, bool negative,
                                        struct kam_decimal *result)
{
    struct kam_decimal value;
    kam_uint128 quotient, remainder;

    if (!kam_wide_divide(product, kam_digits_power(KAM_DECIMAL_PLACES), &quotient, &remainder) ||
        !kam_digits_scale(quotient, 1, negative, &value))
        return KAM_NUMBER_RANGE;
    if (remainder)
        return KAM_NUMBER_PLACES;
    *result = value;
    return KAM_NUMBER_OK;
}

enum kam_number kam_decimal_multiply(struct kam_decimal a, struct kam_decimal b, int places,
                                     struct kam_decimal *product)
{
    struct kam_wide wide = kam_wide_multiply(magnitude(a), magnitude(b));
    bool negative = (a.units < 0) != (b.units < 0);

    if (places < 0)
        return multiply_exactly(wide, negative, product);
    uint64_t step = kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places);
    return divide_rounded(wide, (kam_uint128)kam_digits_power(KAM_DECIMAL_PLACES) * step, step,
                          negative, product);
}

enum kam_number kam_decimal_divide(struct kam_decimal a, struct kam_decimal b, int places,
                                   struct kam_decimal *quotient)
{
    return divide_rounded(kam_wide_multiply(magnitude(a), kam_digits_power((unsigned)places)),
                          magnitude(b), kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places),
                          (a.units < 0) != (b.units < 0), quotient);
}

enum kam_number kam_decimal_round(struct kam_decimal a, int places, struct kam_decimal *rounded)
{
    uint64_t step = kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places);

    return divide_rounded((struct kam_wide){0, magnitude(a)}, step, step, a.units < 0, rounded);
}

int kam_decimal_compare_products(struct kam_decimal a, struct kam_decimal b, struct kam_decimal c,
                                 struct kam_decimal d)
{
    int left = kam_decimal_sign(a) * kam_decimal_sign(b);
    int right = kam_decimal_sign(c) * kam_decimal_sign(d);

    if (left != right)
        return left < right ? -1 : 1;
    return left * kam_wide_compare(kam_wide_multiply(magnitude(a), magnitude(b)),
                                   kam_wide_multiply(magnitude(c), magnitude(d)));
}

double kam_decimal_to_double(struct kam_decimal a)
{
    const uint64_t one = kam_digits_power(KAM_DECIMAL_PLACES);
    kam_uint128 units = magnitude(a);

    if (!units)
        return 0.0;
    int shift = kam_wide_leading_zeros(units);
    units <<= shift;
    /*
     * The quotient has 67 bits or more. Its last one stands for whatever the division left
     * over, so that the conversion, which is the only step that rounds, rounds the right way.
     */
    kam_uint128 quotient = units / one | (units % one != 0);
    double value = (double)quotient / (double)((kam_uint128)1 << shift);
    return a.units < 0 ? -value : value;
}

static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                            "25262728293031323334353637383940414243444546474849"
                            "50515253545556575859606162636465666768697071727374"
                            "75767778798081828384858687888990919293949596979899";

/* Write VALUE in at least WIDTH digits, at the end of which OUT points. Returns the first. */
static char *write_digits(char *out, kam_uint128 value, int width)
{
    for (; value > UINT64_MAX; width--) {
        *--out = (char)('0' + (int)(value % 10));
        value /= 10;
    }
    uint64_t rest = (uint64_t)value;
    for (; rest >= 100; width -= 2) {
        out -= 2;
        memcpy(out, &pairs[rest % 100 * 2], 2);
        rest /= 100;
    }
    for (; rest || width > 0; width--) {
        *--out = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    return out;
}

/* "-", WHOLE, ".", and FRACTION in PLACES digits; the sign if NEGATIVE, the point if PLACES. */
static size_t write_number(bool negative, kam_uint128 whole, uint64_t fraction, int places,
                           char out[KAM_DECIMAL_SIZE])
{
    char digits[KAM_DECIMAL_SIZE];
    char *end = digits + sizeof digits, *at = end;

    if (places) {
        at = write_digits(at, fraction, places);
        *--at = '.';
    }
    at = write_digits(at, whole, 1);
    if (negative)
        *--at = '-';
    size_t length = (size_t)(end - at);
    memcpy(out, at, length);
    out[length] = '\0';
    return length;
}

size_t kam_decimal_format(struct kam_decimal a, int min_places, char out[KAM_DECIMAL_SIZE])
{
    enum { USUAL_PLACES = 4 };
    const uint64_t one = kam_digits_power(KAM_DECIMAL_PLACES);
    const uint64_t unusual = kam_digits_power(KAM_DECIMAL_PLACES - USUAL_PLACES);
    kam_uint128 whole = magnitude(a) / one;
    uint64_t fraction = (uint64_t)(magnitude(a) - whole * one);
    int places = KAM_DECIMAL_PLACES;

    /* Most numbers need few places: most zeros go in one step. */
    if (min_places <= USUAL_PLACES && fraction % unusual == 0) {
        fraction /= unusual;
        places = USUAL_PLACES;
    }
    while (places > min_places && fraction % 10 == 0) {
        fraction /= 10;
        places--;
    }
    return write_number(a.units < 0, whole, fraction, places, out);
}

size_t kam_minor_format(int64_t minor, int min_places, char out[KAM_DECIMAL_SIZE])
{
    enum { PLACES = 4, ONE = 10000 };
    uint64_t size = minor < 0 ? -(uint64_t)minor : (uint64_t)minor;
    uint64_t fraction = size % ONE;
    int places = PLACES;

    if (min_places > PLACES)
        return kam_decimal_format(
            (struct kam_decimal){minor * (kam_int128)INT64_C(100000000000000)}, min_places, out);
    while (places > min_places && fraction % 10 == 0) {
        fraction /= 10;
        places--;
    }
    return write_number(minor < 0, size / ONE, fraction, places, out);
}

size_t kam_double_format(double value, int places, char out[KAM_DECIMAL_SIZE])
{
    enum { FRACTION_BITS = 52, EXPONENT_MASK = 0x7FF, BIAS = 1023 };
    const uint64_t one = kam_digits_power((unsigned)places);
    uint64_t bits;

    assert(value > -1e15 && value < 1e15);
    /* VALUE is mantissa / 2^shift, with a shift of at least 3 below 1e15. */
    memcpy(&bits, &value, sizeof bits);
    uint64_t hidden = UINT64_C(1) << FRACTION_BITS;
    kam_uint128 scaled = (kam_uint128)(hidden | (bits & (hidden - 1))) * one;
    int shift = BIAS + FRACTION_BITS - (int)(bits >> FRACTION_BITS & EXPONENT_MASK);
    kam_uint128 result = 0;
    /* SCALED has 83 bits at most: what is shifted further rounds to 0. */
    if (shift < 100) {
        kam_uint128 unit = (kam_uint128)1 << shift, remainder = scaled & (unit - 1);
        result = scaled >> shift;
        if (remainder > unit / 2 || (remainder == unit / 2 && result % 2))
            result++;
    }
    return write_number(result && value < 0, result / one, (uint64_t)(result % one), places, out);
}
