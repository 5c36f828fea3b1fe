/*
 * tierfacts: what kam-tier knows of customers beside their tiers, of which both its columns
 * (tiercolumns.h) and what strategies see (tiersource.h) are made.
 */
#ifndef KAM_TIER_TIERFACTS_H
#define KAM_TIER_TIERFACTS_H

#include "tier/limits.h"
#include "tier/reason.h"
#include "tier/rulesets.h"
#include "tier/visitplan.h"

/* Zero-initialised it is empty. */
struct kam_tierfacts {
    const struct kam_tiering *tiering; /* borrowed */
    const struct kam_model *model;     /* borrowed */
    struct kam_reasons reasons;
    struct kam_limits limits;
    struct kam_rulesets rulesets;
    struct kam_visitplan visitplan;
    struct kam_text period, name; /* the same in every row: the last month; the model's name, if it
                                     has one, and kam_model_hash_tier */
    struct kam_arena arena;
};

/*
 * Those of the table of TIERING, cut as that says, under MODEL; both have to outlive FACTS, which
 * stay where they are. ORIGIN: see kam_tiercolumns_make. KAM_DATA where the table has no month
 * columns: such a snapshot can't be compared with another; and where a cell of visits is no number.
 * To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_tierfacts_make(struct kam_tierfacts *facts,
                                                  const struct kam_tiering *tiering,
                                                  const struct kam_model *model,
                                                  struct kam_text origin, struct kam_error *error);

void kam_tierfacts_free(struct kam_tierfacts *facts);

/* The reason of a prospect's tier. */
extern const struct kam_text kam_tierfacts_prospect;

/* The period of TABLE, as its column is called: the last month. KAM_DATA if it has no months. */
KAM_MUST_CHECK enum kam_status kam_tierfacts_period(const struct kam_table *table,
                                                    struct kam_text *period,
                                                    struct kam_error *error);

#endif
