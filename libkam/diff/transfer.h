/*
 * transfer: the revenue that merged customers brought along, and that split ones took away.
 */
#ifndef KAM_DIFF_TRANSFER_H
#define KAM_DIFF_TRANSFER_H

#include "diff/diff.h"

/*
 * Make the transfers of DIFF, whose movements are complete, that of old row i being number i.
 * KAM_DATA where a sum is too large.
 */
KAM_MUST_CHECK enum kam_status kam_transfers_make(struct kam_diff *diff, struct kam_error *error);

#endif
