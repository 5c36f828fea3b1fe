/*
 * reason: why a customer is in its tier, in a sentence for its manager.
 *
 * What the cut says, where the limit is that between the tier and the one below it, "below" in the
 * lowest tier that above it:
 *
 *     customers top 1%: rank 12 of 3000, limit rank 30
 *     customers below top 20%: rank 1200 of 3000, limit rank 602 (600 without ties)
 *     customers top 5% of industry=bank: rank 2 of 41, limit rank 3
 *     share top 80%: rank 210 of 3000, limit rank 241
 *     count top 10: rank 3 of 3000, limit rank 10
 *     managers top 10 each: rank 3 of 3000, limit rank 40 with 4 managers
 *     abc A: rank 3 of 3000, limit rank 31
 *     value at least 80: score 85.1234
 *     value below 40: no score
 *
 * and before it what else decided, the last first:
 *
 *     held in main, period 2 of 3 below; customers below top 5%: ...
 *     held in ordinary, period 1 of 2 above; customers top 5%: ...
 *     kept in main, at least 90% of the limit; customers below top 5%: ...
 *     lost, 4 months idle; customers below top 20%: ...
 *     at most ordinary by one-off (2 active months, 96.1% in 2026-07); customers top 1%: ...
 *     admitted by high-fee (revenue 1200000.00); customers below top 20%: ...
 *
 * Always English, as every cell is.
 */
#ifndef KAM_TIER_REASON_H
#define KAM_TIER_REASON_H

#include "tier/tier.h"

struct kam_reason_cut;

/* What the reasons of a tiering have in common. Zero-initialised it is empty. */
struct kam_reasons {
    const struct kam_tiering *tiering; /* borrowed */
    struct kam_reason_cut *cuts;       /* per segment and tier */
    struct kam_arena arena;
};

/* Prepare the reasons of TIERING. To be freed whatever comes of it; false when memory ran out. */
KAM_MUST_CHECK bool kam_reasons_init(struct kam_reasons *reasons,
                                     const struct kam_tiering *tiering);

void kam_reasons_free(struct kam_reasons *reasons);

/*
 * Append to BUFFER why the customer in ROW, at POSITION (from 0) in the order of rank, is in its
 * tier. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_reasons_add(const struct kam_reasons *reasons, uint32_t row,
                                    size_t position, struct kam_buffer *buffer);

/* The same of the cut alone. */
KAM_MUST_CHECK bool kam_reasons_add_cut(const struct kam_reasons *reasons, uint32_t row,
                                        size_t position, struct kam_buffer *buffer);

#endif
