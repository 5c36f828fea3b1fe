/*
 * pyramid: what the customers of each tier come to, all of them or some.
 */
#ifndef KAM_TIER_PYRAMID_H
#define KAM_TIER_PYRAMID_H

#include "tier/tier.h"

/* The customers of a tier, or of all. */
struct kam_layer {
    size_t customers;
    /* how many of them are there by what: these add up to the customers */
    size_t by_cut, admitted, capped, held;
    struct kam_decimal revenue;
    struct kam_decimal counted; /* what the base counts of it */
    bool has_figure;            /* at least one has a figure: */
    struct kam_decimal lowest, highest;
};

/*
 * Add the customer in ROW to LAYER, which is zero-initialised at first. KAM_DATA where the sum of
 * the revenue is too large.
 */
KAM_MUST_CHECK enum kam_status kam_layer_add(struct kam_layer *layer,
                                             const struct kam_tiering *tiering, uint32_t row,
                                             struct kam_error *error);

#endif
