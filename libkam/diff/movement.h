/*
 * movement: what became of one customer, from its rows in two snapshots.
 */
#ifndef KAM_DIFF_MOVEMENT_H
#define KAM_DIFF_MOVEMENT_H

#include "diff/diff.h"

/*
 * Complete MOVEMENT, of which only rows, whole and traits of its kinship are known; all else is
 * zero, or KAM_NONE. LOST_AFTER: see struct kam_diff_options. KAM_DATA as of kam_diff_compute.
 */
KAM_MUST_CHECK enum kam_status kam_movement_complete(const struct kam_diff *diff,
                                                     unsigned lost_after,
                                                     struct kam_movement *movement,
                                                     struct kam_error *error);

#endif
