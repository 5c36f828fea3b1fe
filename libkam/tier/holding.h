/*
 * holding: patience (patience.h) put to all customers of a table.
 */
#ifndef KAM_TIER_HOLDING_H
#define KAM_TIER_HOLDING_H

#include "tier/previous.h"
#include "tier/tier.h"

/*
 * Fill the `holds` of TIERING, whose verdicts are known up to `computed`, and so the `tier` of the
 * verdicts: PREVIOUS (may be NULL) is the snapshot before. Nothing is done where neither it nor
 * lost-after has a say. KAM_DATA where `idle` is no number of months. It takes 16 bytes a row.
 */
KAM_MUST_CHECK enum kam_status kam_holding_apply(struct kam_tiering *tiering,
                                                 const struct kam_table *table,
                                                 const struct kam_previous *previous,
                                                 struct kam_error *error);

/*
 * Whether TABLE, which is tiered without a snapshot before, is one itself with customers that are
 * held, which will be so no more: KAM_DATA saying how many. A caller may take that as a warning.
 */
KAM_MUST_CHECK enum kam_status kam_holding_check(const struct kam_table *table,
                                                 struct kam_error *error);

#endif
