/*
 * wide: the little 256-bit arithmetic that exact products and quotients of decimals need.
 *
 * All numbers are unsigned; signs are the caller's business.
 */
#ifndef KAM_BASE_WIDE_H
#define KAM_BASE_WIDE_H

#include "base/decimal.h"

/* high * 2^128 + low */
struct kam_wide {
    kam_uint128 high, low;
};

/* Zero bits in front of the first one of A, which is not 0. */
static inline int kam_wide_leading_zeros(kam_uint128 a)
{
    uint64_t high = (uint64_t)(a >> 64);
    return high ? __builtin_clzll(high) : 64 + __builtin_clzll((uint64_t)a);
}

struct kam_wide kam_wide_multiply(kam_uint128 a, kam_uint128 b);

/* <0, 0, >0 as A is less than, equal to or greater than B. */
int kam_wide_compare(struct kam_wide a, struct kam_wide b);

/*
 * DIVIDEND / DIVISOR, rounded down, and what remains of it. False, and nothing stored, where the
 * quotient doesn't fit 128 bits, which is also so when DIVISOR is 0.
 */
bool kam_wide_divide(struct kam_wide dividend, kam_uint128 divisor, kam_uint128 *quotient,
                     kam_uint128 *remainder);

#endif
