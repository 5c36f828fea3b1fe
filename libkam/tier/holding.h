/*
 * holding: patience (patience.h) put to all customers of a table.
 */
#ifndef KAM_TIER_HOLDING_H
#define KAM_TIER_HOLDING_H

#include "tier/previous.h"
#include "tier/tier.h"

/*
 * Fill the `holds` of TIERING, whose verdicts are known up to `computed`, and so the `tier` of the
 * verdicts: PREVIOUS is the snapshot before. Where that is NULL and TABLE is a snapshot itself, it
 * says who is held (again.h), as far as its `period` is its last month. Nothing is done where none
 * of these nor lost-after has a say. KAM_DATA where lost-after lacks the column `idle`, or its cell
 * is no number of months, or a `held` is none of periods. It takes 32 bytes a row.
 */
KAM_MUST_CHECK enum kam_status kam_holding_apply(struct kam_tiering *tiering,
                                                 const struct kam_table *table,
                                                 const struct kam_previous *previous,
                                                 struct kam_error *error);

/*
 * Whether TABLE, which is tiered without a snapshot before, is one itself with customers that are
 * held, but of another period, so that they will be held no more: KAM_DATA saying how many. A
 * caller may take that as a warning.
 */
KAM_MUST_CHECK enum kam_status kam_holding_check(const struct kam_table *table,
                                                 struct kam_error *error);

/* How many customers are in the snapshot before, 0 without one; and in a tier by patience alone. */
size_t kam_holding_known(const struct kam_tiering *tiering);
size_t kam_holding_count(const struct kam_tiering *tiering);

/* Whether there are customers, a snapshot before, and none of them is in it: KAM_DATA, as above. */
KAM_MUST_CHECK enum kam_status kam_holding_check_known(const struct kam_tiering *tiering,
                                                       struct kam_error *error);

#endif
