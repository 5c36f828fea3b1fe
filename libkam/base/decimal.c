#include "base/decimal.h"

#include "base/digits.h"
#include "base/minor.h"
#include "base/plain.h"
#include "base/wide.h"

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

struct kam_decimal kam_decimal_of(int64_t whole)
{
    return (struct kam_decimal){(kam_int128)whole *
                                (kam_int128)kam_digits_power(KAM_DECIMAL_PLACES)};
}

/* A number without its sign, of any length. */
static enum kam_number parse_digits(struct kam_text text, bool negative, struct kam_decimal *value)
{
    struct kam_digits digits = {0};

    for (size_t i = 0; i < text.len; i++) {
        unsigned digit = (unsigned)text.ptr[i] - '0';
        if (digit <= 9)
            kam_digits_add(&digits, digit);
        else if (text.ptr[i] != '.' || !kam_digits_point(&digits))
            return KAM_NUMBER_SYNTAX;
    }
    return kam_digits_value(&digits, negative, value);
}

/* One as most are: at most 18 digits, which are below 2^63. */
static bool parse_short(struct kam_text text, bool negative, struct kam_decimal *value)
{
    struct kam_plain plain;

    if (!kam_plain_read_number(text, &plain))
        return false;
    kam_int128 units = (kam_int128)plain.value *
                       (kam_int128)kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)plain.places);
    value->units = negative ? -units : units;
    return true;
}

enum kam_number kam_decimal_parse(struct kam_text text, struct kam_decimal *value)
{
    bool negative = text.len && text.ptr[0] == '-';

    if (text.len && (text.ptr[0] == '-' || text.ptr[0] == '+'))
        text = (struct kam_text){text.ptr + 1, text.len - 1};
    return parse_short(text, negative, value) ? KAM_NUMBER_OK : parse_digits(text, negative, value);
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
    struct kam_wide wide = kam_wide_multiply(kam_decimal_magnitude(a), kam_decimal_magnitude(b));
    bool negative = (a.units < 0) != (b.units < 0);

    if (places < 0)
        return multiply_exactly(wide, negative, product);
    uint64_t step = kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places);
    return divide_rounded(wide, (kam_uint128)kam_digits_power(KAM_DECIMAL_PLACES) * step, step,
                          negative, product);
}

/* Amounts as most are, in 64 bits; false where that isn't enough. */
static bool divide_minor(struct kam_decimal a, struct kam_decimal b, unsigned places,
                         struct kam_decimal *quotient)
{
    int64_t of_a, of_b;
    uint64_t dividend;

    if (!kam_minor_of(a, &of_a) || !kam_minor_of(b, &of_b) || !of_b ||
        __builtin_mul_overflow(kam_minor_size(of_a), kam_digits_power(places), &dividend))
        return false;
    uint64_t divisor = kam_minor_size(of_b);
    uint64_t whole = dividend / divisor, rest = dividend % divisor, missing = divisor - rest;
    if (rest > missing || (rest == missing && whole % 2))
        whole++;
    kam_int128 units =
        (kam_int128)whole * (kam_int128)kam_digits_power(KAM_DECIMAL_PLACES - places);
    quotient->units = (of_a < 0) != (of_b < 0) ? -units : units;
    return true;
}

/* Any numbers, in 256 bits. Not inlined, as the registers it needs would be saved for all. */
static __attribute__((noinline)) enum kam_number
divide_wide(struct kam_decimal a, struct kam_decimal b, int places, struct kam_decimal *quotient)
{
    return divide_rounded(
        kam_wide_multiply(kam_decimal_magnitude(a), kam_digits_power((unsigned)places)),
        kam_decimal_magnitude(b), kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places),
        (a.units < 0) != (b.units < 0), quotient);
}

enum kam_number kam_decimal_divide(struct kam_decimal a, struct kam_decimal b, int places,
                                   struct kam_decimal *quotient)
{
    return divide_minor(a, b, (unsigned)places, quotient) ? KAM_NUMBER_OK
                                                          : divide_wide(a, b, places, quotient);
}

enum kam_number kam_decimal_round(struct kam_decimal a, int places, struct kam_decimal *rounded)
{
    uint64_t step = kam_digits_power(KAM_DECIMAL_PLACES - (unsigned)places);

    return divide_rounded((struct kam_wide){0, kam_decimal_magnitude(a)}, step, step, a.units < 0,
                          rounded);
}

int kam_decimal_compare_products(struct kam_decimal a, struct kam_decimal b, struct kam_decimal c,
                                 struct kam_decimal d)
{
    int left = kam_decimal_sign(a) * kam_decimal_sign(b);
    int right = kam_decimal_sign(c) * kam_decimal_sign(d);

    if (left != right)
        return left < right ? -1 : 1;
    return left *
           kam_wide_compare(kam_wide_multiply(kam_decimal_magnitude(a), kam_decimal_magnitude(b)),
                            kam_wide_multiply(kam_decimal_magnitude(c), kam_decimal_magnitude(d)));
}

/* Any number. Not inlined, as the registers it needs would be saved for all. */
static __attribute__((noinline)) double wide_to_double(struct kam_decimal a)
{
    const uint64_t one = kam_digits_power(KAM_DECIMAL_PLACES);
    kam_uint128 units = kam_decimal_magnitude(a);

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

double kam_decimal_to_double(struct kam_decimal a)
{
    const uint64_t exact = UINT64_C(1) << 53; /* up to which all whole numbers are doubles */
    const double one = 1e4;
    int64_t minor;

    /* Two doubles that are exact: the division rounds once. */
    return kam_minor_of(a, &minor) && kam_minor_size(minor) <= exact ? (double)minor / one
                                                                     : wide_to_double(a);
}
