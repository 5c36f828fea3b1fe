/*
 * boxview: the grid as a table: what the customers of each box come to.
 *
 * A row for each box, the highest contribution first and there the lowest potential, and one for
 * the customers without a class:
 *
 * contribution, potential  the figures that the box is for: "below 50000", "50000 to 200000" (not
 *                          included), "at least 200000"; empty for those without a class
 * class, strategy          of the box; empty likewise, or where the class has no strategy
 * customers, revenue       how many there are, and what they bring
 * revenue_share            of what all bring, six places, as in --summary
 *
 * Prospects aren't counted. All together are what --summary has in its total.
 */
#ifndef KAM_TIER_BOXVIEW_H
#define KAM_TIER_BOXVIEW_H

#include "io/writer.h"
#include "tier/pyramid.h"

/* Zero-initialised it is empty. */
struct kam_boxview {
    const struct kam_boxes *boxes; /* borrowed */
    const struct kam_model *model; /* borrowed */
    struct kam_layer *layers;      /* of each box, and of those in none */
    struct kam_layer all;
    size_t count; /* of the boxes */
    struct kam_arena arena;
};

/* KAM_USAGE where MODEL has no grid. */
KAM_MUST_CHECK enum kam_status kam_boxview_check(const struct kam_model *model,
                                                 struct kam_error *error);

/*
 * That of TIERING under MODEL, which kam_boxview_check has accepted; both have to outlive VIEW.
 * KAM_DATA where a sum is too large. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_boxview_make(struct kam_boxview *view,
                                                const struct kam_tiering *tiering,
                                                const struct kam_model *model,
                                                struct kam_error *error);

void kam_boxview_free(struct kam_boxview *view);

/* Header and rows. Failures are the output's, at commit. */
void kam_boxview_write(const struct kam_boxview *view, struct kam_writer *writer);

#endif
