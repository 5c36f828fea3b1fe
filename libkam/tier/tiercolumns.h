/*
 * tiercolumns: the columns that kam-tier adds to a table.
 *
 * rank, share, cumulative_share
 *                   see shares.h
 * tier_cut, tier_unflagged, tier_computed, tier
 *                   by the cut; after admission; after flags; after patience
 * reason            see reason.h
 * categories, flags the names of the rules that hold, as sets (account/settext.h)
 * evidence          of the admissions and flags among them, see evidence.h
 * by                the name of the ranked column; "figure" below is a customer's value in it
 * limit_up          the figure to reach for the tier above that of the cut: that of the last
 *                   customer in the tiers above (who at the same figure wins by revenue); of a
 *                   value cut the limit itself. Empty in the highest tier
 * limit_down        the figure below which the tier of the cut is lost: that of the first customer
 *                   in the tiers below; of a value cut the limit itself. Empty in the lowest tier,
 *                   and where that customer has no figure
 * gap_up            limit_up - figure: how much is lacking; never negative
 * gap_down          figure - limit_down: how much may be lost; never negative
 * held              see patience.h; 0 without a snapshot before
 * policy_KEY        for each key of the [policy TIER]s, what it says for the customer's tier
 * visits_planned, visits_gap
 *                   see visitplan.h; not there where nothing is known of visits
 * period            the last month column
 * model             the model's name, if it has one, and kam_model_hash_tier, or _of where scores
 *                   were made under other rules
 *
 * Of these a prospect has tier, reason, categories, by, policy_KEY (of [policy prospect]), period
 * and model; the others are empty.
 *
 * Limits and gaps are written with as many decimal places as the figures, more where needed. A
 * customer without a figure has no gaps.
 */
#ifndef KAM_TIER_TIERCOLUMNS_H
#define KAM_TIER_TIERCOLUMNS_H

#include "table/view.h"
#include "tier/reason.h"
#include "tier/visitplan.h"

struct kam_tiercolumns_limits;

struct kam_tiercolumns {
    struct kam_view_added added; /* to a view whose items are the positions in order of rank */
    const struct kam_tiering *tiering;
    const struct kam_model *model;
    const struct kam_tiercolumns_limits *limits; /* per segment and tier */
    const size_t *categories, *flags;            /* rules in the order of their names */
    struct kam_text period, name; /* the same in every row; the model's name and hash */
    struct kam_visitplan visitplan;
    struct kam_reasons reasons;
    struct kam_arena arena;
};

/*
 * Make the columns for TABLE, cut as TIERING says, under MODEL; all three have to outlive
 * COLUMNS, which stays where it is. ORIGIN is what says under which rules the scores of TABLE were
 * made; empty: those of MODEL. KAM_DATA where TABLE has no month columns: such a snapshot
 * can't be compared with another. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status
kam_tiercolumns_make(struct kam_tiercolumns *columns, const struct kam_table *table,
                     const struct kam_tiering *tiering, const struct kam_model *model,
                     struct kam_text origin, struct kam_error *error);

/* The period of TABLE, as its column is called: the last month. KAM_DATA if it has no months. */
KAM_MUST_CHECK enum kam_status kam_tiercolumns_period(const struct kam_table *table,
                                                      struct kam_text *period,
                                                      struct kam_error *error);

void kam_tiercolumns_free(struct kam_tiercolumns *columns);

#endif
