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
 * class             by the grid, if the model has one, see boxes.h
 * strategy          if the model has one, see strategies.h
 * by                the name of the ranked column; "figure" below is a customer's value in it
 * limit_up, limit_down
 *                   the figures between which the tier of the cut lies, see limits.h
 * gap_up            limit_up - figure: how much is lacking; never negative
 * gap_down          figure - limit_down: how much may be lost; never negative
 * held              see patience.h; 0 without a snapshot before
 * policy_KEY        for each key of the [policy]s, what it says for the customer, see policy.h
 * strategy_KEY      for each key of the [strategy]s, what the customer's strategy says
 * strategy_due      if a strategy has periods, those of all that the customer is on, see due.h
 * visits_planned, visits_gap
 *                   see visitplan.h; not there where nothing is known of visits
 * period            the last month column
 * model             the model's name, if it has one, and kam_model_hash_tier, or _of where scores
 *                   were made under other rules
 *
 * Of these a prospect has tier, reason, categories, class, strategy and its columns, by, policy_KEY
 * (of [policy prospect]), period and model; the others are empty.
 *
 * Limits and gaps are written with as many decimal places as the figures, more where needed. A
 * customer without a figure has no gaps.
 */
#ifndef KAM_TIER_TIERCOLUMNS_H
#define KAM_TIER_TIERCOLUMNS_H

#include "table/view.h"
#include "tier/strategies.h"

struct kam_tiercolumns {
    struct kam_view_added added; /* to a view whose items are the positions in order of rank */
    const struct kam_tiering *tiering;
    const struct kam_model *model;
    struct kam_tierfacts facts;
    struct kam_strategies strategies;
    struct kam_arena arena;
};

/*
 * Make the columns for the table of TIERING, under MODEL; both have to outlive
 * COLUMNS, which stays where it is. ORIGIN is what says under which rules the scores were made;
 * empty: those of MODEL. Errors as of kam_tierfacts_make and kam_strategies_make. To be
 * freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_tiercolumns_make(struct kam_tiercolumns *columns,
                                                    const struct kam_tiering *tiering,
                                                    const struct kam_model *model,
                                                    struct kam_text origin,
                                                    struct kam_error *error);

void kam_tiercolumns_free(struct kam_tiercolumns *columns);

#endif
