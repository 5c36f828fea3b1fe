#include "base/decimal.h"

#include "base/digits.h"
#include "base/digittext.h"
#include "base/minor.h"

#include <assert.h>

/* Write VALUE, which may be as large as a decimal's whole part, that is less than 10^21. */
static char *write_whole(char *out, kam_uint128 value)
{
    const uint64_t low = kam_digits_power(KAM_DECIMAL_PLACES);

    if (value <= UINT64_MAX)
        return kam_digittext_whole(out, (uint64_t)value);
    out = kam_digittext_whole(out, (uint64_t)(value / low));
    return kam_digittext_fixed(out, (uint64_t)(value % low), KAM_DECIMAL_PLACES);
}

/*
 * The way of numbers that are no minor units: large ones, and those with many places. Not inlined,
 * as the registers it needs would be saved for all.
 */
static __attribute__((noinline)) size_t format_wide(struct kam_decimal a, int min_places,
                                                    char out[KAM_DECIMAL_SIZE])
{
    const uint64_t one = kam_digits_power(KAM_DECIMAL_PLACES);
    kam_uint128 size = kam_decimal_magnitude(a);
    kam_uint128 whole = size / one;
    int places = KAM_DECIMAL_PLACES;
    char *at = out;

    *at = '-';
    at = write_whole(at + (a.units < 0), whole);
    *at = '.';
    kam_digittext_fixed(at + 1, (uint64_t)(size - whole * one), KAM_DECIMAL_PLACES);
    while (places > min_places && at[places] == '0')
        places--;
    at += places ? places + 1 : 0;
    *at = '\0';
    return (size_t)(at - out);
}

size_t kam_decimal_format(struct kam_decimal a, int min_places, char out[KAM_DECIMAL_SIZE])
{
    int64_t minor;

    return kam_minor_of(a, &minor) ? kam_minor_format(minor, min_places, out)
                                   : format_wide(a, min_places, out);
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
    char *at = out;
    *at = '-';
    at = write_whole(at + (result && value < 0), result / one);
    if (places) {
        *at = '.';
        at = kam_digittext_fixed(at + 1, (uint64_t)(result % one), (unsigned)places);
    }
    *at = '\0';
    return (size_t)(at - out);
}
