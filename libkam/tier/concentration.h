/*
 * concentration: how unequally revenue is spread over customers.
 *
 * Both measures count a negative revenue as 0, are exact until they are rounded half to even to
 * six places, and don't exist (false, nothing stored) for no customers or where nobody has a
 * positive revenue.
 */
#ifndef KAM_TIER_CONCENTRATION_H
#define KAM_TIER_CONCENTRATION_H

#include "base/decimal.h"

enum { KAM_CONCENTRATION_PLACES = 6 };

/*
 * The Gini coefficient of RISING[COUNT], which are sorted, the smallest first:
 *
 *     sum of (2 i - n - 1) x_i, for i = 1 to n,  /  (n * sum of x_i)
 *
 * (Sen, On Economic Inequality, 1973). 0: all equal; (n - 1) / n: one has it all.
 */
KAM_MUST_CHECK bool kam_gini(const struct kam_decimal *rising, size_t count,
                             struct kam_decimal *gini);

/* The share of the sum that the ceil(COUNT / 5) largest of RISING[COUNT] hold. */
KAM_MUST_CHECK bool kam_top_share(const struct kam_decimal *rising, size_t count,
                                  struct kam_decimal *share);

/* Whether that share is a half or more, as it is, not as it is rounded. False without a share. */
bool kam_top_has_half(const struct kam_decimal *rising, size_t count);

#endif
