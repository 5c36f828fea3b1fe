#include "base/wide.h"

static uint64_t high_half(kam_uint128 a)
{
    return (uint64_t)(a >> 64);
}

static uint64_t low_half(kam_uint128 a)
{
    return (uint64_t)a;
}

struct kam_wide kam_wide_multiply(kam_uint128 a, kam_uint128 b)
{
    kam_uint128 low = (kam_uint128)low_half(a) * low_half(b);
    kam_uint128 cross = (kam_uint128)high_half(a) * low_half(b);
    kam_uint128 other = (kam_uint128)low_half(a) * high_half(b);
    kam_uint128 high = (kam_uint128)high_half(a) * high_half(b);
    kam_uint128 middle = (kam_uint128)high_half(low) + low_half(cross) + low_half(other);

    return (struct kam_wide){high + high_half(cross) + high_half(other) + high_half(middle),
                             middle << 64 | low_half(low)};
}

int kam_wide_compare(struct kam_wide a, struct kam_wide b)
{
    if (a.high != b.high)
        return a.high < b.high ? -1 : 1;
    return (a.low > b.low) - (a.low < b.low);
}

/*
 * One step of long division in base 2^64 (Knuth, The Art of Computer Programming 2, 4.3.1,
 * algorithm D): the next digit of the quotient, where *REMAINDER is less than DIVISOR, the top
 * bit of DIVISOR is set, and DIGIT is the dividend's next digit.
 */
static uint64_t divide_step(kam_uint128 *remainder, uint64_t digit, kam_uint128 divisor)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.DivideZero): its top bit is set */
    kam_uint128 quotient = *remainder / high_half(divisor);
    kam_uint128 rest = *remainder % high_half(divisor);

    /* The estimate is at most two too large, and is right once REST outgrows a digit. */
    while (!high_half(rest) &&
           (high_half(quotient) || quotient * low_half(divisor) > (rest << 64 | digit))) {
        quotient--;
        rest += high_half(divisor);
    }
    *remainder = (rest << 64 | digit) - quotient * low_half(divisor);
    return low_half(quotient);
}

bool kam_wide_divide(struct kam_wide dividend, kam_uint128 divisor, kam_uint128 *quotient,
                     kam_uint128 *remainder)
{
    if (dividend.high >= divisor)
        return false;
    if (!dividend.high) {
        *quotient = dividend.low / divisor;
        *remainder = dividend.low % divisor;
        return true;
    }
    int shift = kam_wide_leading_zeros(divisor);
    kam_uint128 rest = dividend.high << shift, low = dividend.low << shift;
    if (shift)
        rest |= dividend.low >> (128 - shift);
    divisor <<= shift;
    uint64_t first = divide_step(&rest, high_half(low), divisor);
    uint64_t second = divide_step(&rest, low_half(low), divisor);
    *quotient = (kam_uint128)first << 64 | second;
    *remainder = rest >> shift;
    return true;
}
