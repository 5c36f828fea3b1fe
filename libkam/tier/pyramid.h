/*
 * pyramid: what the customers of each tier come to, all of them or those of a group.
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

/* How the revenue is spread over the customers, see concentration.h. */
struct kam_spread {
    bool known; /* at least one has a positive revenue: */
    bool top_has_half;
    struct kam_decimal top_share, gini;
};

struct kam_pyramid {
    struct kam_layer *layers; /* per tier */
    struct kam_layer all;
    size_t repeaters; /* customers that bought in two months or more */
    struct kam_spread spread;
};

/* Zero-initialised it is empty. */
struct kam_pyramids {
    struct kam_pyramid *items;
    size_t count;
    bool knows_repeaters; /* the table has the column `months` */
    struct kam_arena arena;
};

/*
 * A pyramid of each of COUNT groups, OF_ROWS saying per row of TABLE which one it is in; NULL: all
 * are in group 0. KAM_DATA where a sum is too large or `months` has a cell that is no number. To
 * be freed whatever the status. It takes memory by group and tier; while it is made, 20 bytes a
 * row.
 */
KAM_MUST_CHECK enum kam_status kam_pyramids_make(struct kam_pyramids *pyramids,
                                                 const struct kam_tiering *tiering,
                                                 const struct kam_table *table,
                                                 const uint32_t *of_rows, size_t count,
                                                 struct kam_error *error);

void kam_pyramids_free(struct kam_pyramids *pyramids);

#endif
