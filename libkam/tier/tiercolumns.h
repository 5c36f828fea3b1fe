/*
 * tiercolumns: the columns that kam-tier adds to a table.
 *
 * rank              1 to the number of customers, all different
 * share             revenue / base, six places; so a customer with negative revenue has a negative
 *                   share. The base is what `base` of [tiers] says (tier.h); empty where it isn't
 *                   above 0
 * cumulative_share  what the base counts of the revenue of this customer and all before it, / base;
 *                   ends at 1.000000
 * tier_cut, tier_unflagged, tier_computed, tier
 *                   by the cut; after admission; after flags; after patience. All equal as long as
 *                   a model can't have those rules
 * reason            see reason.h
 * by                the name of the ranked column; "figure" below is a customer's value in it
 * limit_up          the figure to reach for the tier above: that of the last customer in the
 *                   tiers above (who at the same figure wins by revenue); of a value cut the
 *                   limit itself. Empty in the highest tier
 * limit_down        the figure below which this tier is lost: that of the first customer in the
 *                   tiers below; of a value cut the limit itself. Empty in the lowest tier, and
 *                   where that customer has no figure
 * gap_up            limit_up - figure: how much is lacking; never negative
 * gap_down          figure - limit_down: how much may be lost; never negative
 * held              0
 * period            the last month column
 * model             the model's name, if it has one, and kam_model_hash_tier
 *
 * Limits and gaps are written with as many decimal places as the figures, more where needed. A
 * customer without a figure has no gaps.
 */
#ifndef KAM_TIER_TIERCOLUMNS_H
#define KAM_TIER_TIERCOLUMNS_H

#include "table/view.h"
#include "tier/tier.h"

struct kam_tiercolumns_tier;

struct kam_tiercolumns {
    struct kam_view_added added; /* to a view whose items are the positions in order of rank */
    const struct kam_tiering *tiering;
    const struct kam_tiercolumns_tier *tiers; /* what their customers have in common */
    struct kam_decimal *cumulative; /* per position: what the base counts, of it and all before */
    struct kam_text period, model;  /* the same in every row */
    char *scratch;                  /* for a reason */
    struct kam_arena arena;
};

/*
 * Make the columns for TABLE, cut as TIERING says, under MODEL; all three have to outlive
 * COLUMNS, which stays where it is. KAM_DATA where TABLE has no month columns: such a snapshot
 * can't be compared with another. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns,
                                                    const struct kam_table *table,
                                                    const struct kam_tiering *tiering,
                                                    const struct kam_model *model,
                                                    struct kam_error *error);

void kam_tiercolumns_free(struct kam_tiercolumns *columns);

#endif
