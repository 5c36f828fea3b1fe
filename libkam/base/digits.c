#include "base/digits.h"

const uint64_t kam_digits_powers[20] = {
    UINT64_C(1),
    UINT64_C(10),
    UINT64_C(100),
    UINT64_C(1000),
    UINT64_C(10000),
    UINT64_C(100000),
    UINT64_C(1000000),
    UINT64_C(10000000),
    UINT64_C(100000000),
    UINT64_C(1000000000),
    UINT64_C(10000000000),
    UINT64_C(100000000000),
    UINT64_C(1000000000000),
    UINT64_C(10000000000000),
    UINT64_C(100000000000000),
    UINT64_C(1000000000000000),
    UINT64_C(10000000000000000),
    UINT64_C(100000000000000000),
    UINT64_C(1000000000000000000),
    UINT64_C(10000000000000000000),
};

bool kam_digits_scale(kam_uint128 magnitude, uint64_t factor, bool negative,
                      struct kam_decimal *value)
{
    const kam_uint128 largest = ~(kam_uint128)0 >> 1;
    kam_uint128 units;

    if (__builtin_mul_overflow(magnitude, (kam_uint128)factor, &units) || units > largest)
        return false;
    value->units = negative ? -(kam_int128)units : (kam_int128)units;
    return true;
}

void kam_digits_add(struct kam_digits *digits, unsigned digit)
{
    kam_uint128 shifted;

    digits->any = true;
    if (digits->point && digits->places == KAM_DECIMAL_PLACES) {
        if (digit)
            digits->too_fine = true;
        return;
    }
    if (digits->point)
        digits->places++;
    if (__builtin_mul_overflow(digits->magnitude, (kam_uint128)10, &shifted) ||
        __builtin_add_overflow(shifted, (kam_uint128)digit, &digits->magnitude))
        digits->too_large = true;
}

bool kam_digits_point(struct kam_digits *digits)
{
    if (digits->point)
        return false;
    digits->point = true;
    return true;
}

enum kam_number kam_digits_value(const struct kam_digits *digits, bool negative,
                                 struct kam_decimal *value)
{
    struct kam_decimal result;

    if (!digits->any)
        return KAM_NUMBER_SYNTAX;
    if (digits->too_large ||
        !kam_digits_scale(digits->magnitude, kam_digits_power(KAM_DECIMAL_PLACES - digits->places),
                          negative, &result))
        return KAM_NUMBER_RANGE;
    if (digits->too_fine)
        return KAM_NUMBER_PLACES;
    *value = result;
    return KAM_NUMBER_OK;
}
