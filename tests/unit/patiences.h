/*
 * What the tests of patience share: tiers A to D, their limits, and how one period follows another.
 */
#ifndef TESTS_PATIENCES_H
#define TESTS_PATIENCES_H

#include "tier/patience.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Limits of A, B and C; D has none, as the lowest tier. */
enum { TIERS = 4 };
static const int limit_figures[TIERS] = {100, 50, 10, 0};

/* NUMBER / 1000. */
static inline struct kam_decimal thousandths(int number)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_divide(kam_decimal_of(number), kam_decimal_of(1000), 3, &value),
                     KAM_NUMBER_OK);
    return value;
}

static inline void fill_limits(struct kam_decimal limits[TIERS])
{
    for (size_t t = 0; t < TIERS; t++)
        limits[t] = kam_decimal_of(limit_figures[t]);
}

/* What the next period is told of this one. */
static inline struct kam_standing standing_of(const struct kam_patience_case *now,
                                              const struct kam_hold *hold)
{
    return (struct kam_standing){hold->tier, kam_patience_rule(now, now->cut), now->cut,
                                 hold->held};
}

#endif
