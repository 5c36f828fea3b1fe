/*
 * percentile: the figures below which given parts of all figures lie, by the nearest rank.
 *
 * The percentile p of n figures is the one that ranks ⌈p·n/100⌉, the lowest first: always one of
 * them, and exactly so, whatever n and p are.
 */
#ifndef KAM_TIER_PERCENTILE_H
#define KAM_TIER_PERCENTILE_H

#include "base/decimal.h"
#include "base/error.h"

/*
 * The PERCENTILES[COUNT], between 0 and 100, of FIGURES[N] in OUT[COUNT]. N is at least 1. False
 * when memory ran out.
 */
KAM_MUST_CHECK bool kam_percentiles(const struct kam_decimal *figures, size_t n,
                                    const struct kam_decimal *percentiles, size_t count,
                                    struct kam_decimal *out);

/* The numbers of FIGURES[N] in ORDER, the lowest figure first, equal ones as they stand. Likewise.
 */
KAM_MUST_CHECK bool kam_percentile_order(const struct kam_decimal *figures, size_t n,
                                         uint32_t *order);

#endif
