/*
 * limits: the figures between which a customer is in the tier of the cut.
 *
 * up        to reach for the tier above: that of the last customer in the tiers above (who at the
 *           same figure wins by revenue); of a value cut the limit itself. Absent in the highest
 * down      below which the tier is lost: that of the first customer in the tiers below; of a value
 *           cut the limit itself. Absent in the lowest tier, and where that customer has no figure
 */
#ifndef KAM_TIER_LIMITS_H
#define KAM_TIER_LIMITS_H

#include "tier/tier.h"

struct kam_limit {
    bool present;
    struct kam_decimal figure;
    struct kam_text text; /* with as many places as figures have, or more */
};

/* Of those whom the cut puts into a tier of a segment. */
struct kam_limit_pair {
    struct kam_limit up, down;
};

/* Zero-initialised it is empty. */
struct kam_limits {
    const struct kam_tiering *tiering;  /* borrowed */
    const struct kam_limit_pair *pairs; /* per segment and tier */
    struct kam_arena arena;
};

/* Those of TIERING. To be freed whatever comes of it; false when memory ran out. */
KAM_MUST_CHECK bool kam_limits_make(struct kam_limits *limits, const struct kam_tiering *tiering);

void kam_limits_free(struct kam_limits *limits);

/* Those of the customer in ROW. */
static inline const struct kam_limit_pair *kam_limits_of(const struct kam_limits *limits,
                                                         uint32_t row)
{
    const struct kam_tiering *tiering = limits->tiering;
    size_t segment = kam_segments_of(&tiering->segments, row);

    return &limits->pairs[segment * tiering->tiers->names.count + tiering->verdicts[row].cut];
}

/*
 * *GAP: how much ROW lacks for the limit UP, or may lose until the limit DOWN, of PAIR, its own.
 * False where there is no such limit, ROW has no figure, or the two are so far apart that the
 * difference doesn't fit.
 */
enum kam_gap { KAM_GAP_UP, KAM_GAP_DOWN };
KAM_MUST_CHECK bool kam_limits_gap(const struct kam_limits *limits,
                                   const struct kam_limit_pair *pair, uint32_t row,
                                   enum kam_gap which, struct kam_decimal *gap);

#endif
