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

/* What is the same in the reasons of all customers of a tier. */
struct kam_reason {
    bool has_rank;          /* and so a rank stands between the two */
    struct kam_text before; /* "customers top 1%: rank " */
    struct kam_text after;  /* " of 3000, limit rank 30" */
};

/* Prepare the reasons for TIER. Texts are ARENA's; false when memory ran out. */
KAM_MUST_CHECK bool kam_reason_prepare(struct kam_reason *reason, const struct kam_tiering *tiering,
                                       size_t tier, struct kam_arena *arena);

/* The bytes that kam_reason_write needs at most. */
size_t kam_reason_room(const struct kam_reason *reason, const struct kam_tiering *tiering);

/*
 * Write to OUT why the customer at POSITION (from 0) in the order of rank is in the tier that
 * REASON was prepared for. Returns the length.
 */
size_t kam_reason_write(const struct kam_reason *reason, const struct kam_tiering *tiering,
                        size_t position, char *out);

#endif
