/*
 * fraction: exact ratios: what sums, products and quotients of decimals come to before anything is
 * rounded.
 *
 * A fraction is one decimal divided by another, which is greater than 0. Nothing is ever rounded
 * but by kam_fraction_round. As long as the two parts fit decimals they are just multiplied out;
 * where they don't, they are whole numbers of units in lowest terms, so that a result is refused
 * only if numerator or denominator needs more than 127 bits in lowest terms, or those of a summand
 * brought to the common denominator do.
 */
#ifndef KAM_BASE_FRACTION_H
#define KAM_BASE_FRACTION_H

#include "base/decimal.h"

struct kam_fraction {
    struct kam_decimal numerator, denominator;
};

struct kam_fraction kam_fraction_of(struct kam_decimal value);

/* -1, 0, 1 */
static inline int kam_fraction_sign(struct kam_fraction a)
{
    return kam_decimal_sign(a.numerator);
}

struct kam_fraction kam_fraction_negate(struct kam_fraction a);

/* A + B, A * B, A / B in *RESULT. False, and *RESULT unchanged, where it doesn't fit. */
KAM_MUST_CHECK bool kam_fraction_add(struct kam_fraction a, struct kam_fraction b,
                                     struct kam_fraction *result);
KAM_MUST_CHECK bool kam_fraction_multiply(struct kam_fraction a, struct kam_fraction b,
                                          struct kam_fraction *result);
/* B is not 0. */
KAM_MUST_CHECK bool kam_fraction_divide(struct kam_fraction a, struct kam_fraction b,
                                        struct kam_fraction *result);

/*
 * A rounded half to even to PLACES (0..18) in *VALUE; PLACES < 0: exactly, KAM_NUMBER_PLACES if 18
 * places don't hold it. KAM_NUMBER_RANGE where it doesn't fit.
 */
KAM_MUST_CHECK enum kam_number kam_fraction_round(struct kam_fraction a, int places,
                                                  struct kam_decimal *value);

#endif
