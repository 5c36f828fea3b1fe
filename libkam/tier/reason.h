/*
 * reason: why a customer is in its tier, in a sentence for its manager.
 *
 *     customers top 1%: rank 12 of 3000, limit rank 30
 *     customers below top 20%: rank 1200 of 3000, limit rank 602 (600 without ties)
 *     share top 80%: rank 210 of 3000, limit rank 241
 *     count top 10: rank 3 of 3000, limit rank 10
 *     value at least 80: score 85.1234
 *     value below 40: no score
 *
 * The limit is that between the tier and the one below it, "below" in the lowest tier the one
 * above it. Always English, as every cell is.
 */
#ifndef KAM_TIER_REASON_H
#define KAM_TIER_REASON_H

#include "tier/tier.h"

/*
 * Append the reason why the customer at POSITION (from 0) in the order of rank is in TIER. False
 * when memory ran out.
 */
KAM_MUST_CHECK bool kam_reason_write(const struct kam_tiering *tiering, size_t tier,
                                     size_t position, struct kam_buffer *buffer);

#endif
