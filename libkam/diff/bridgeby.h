/*
 * bridgeby: a bridge (bridge.h) for each stratum of the customers, and for all of them.
 *
 *     region,step,customers,revenue
 *     North,old_total,2,150.00
 *     ...
 *     North,new_total,1,120.00
 *     South,old_total,...
 *     total,old_total,...
 *
 * Each of these adds up by itself, and each step of all strata to that of the total, which is
 * summed by itself. A customer that is in another stratum than before is moved_out of the old one
 * with what it had there, and moved_in to the new one with the same; all else that became of it
 * counts in the new one, or where it was, if it is gone.
 */
#ifndef KAM_DIFF_BRIDGEBY_H
#define KAM_DIFF_BRIDGEBY_H

#include "diff/bridge.h"

struct kam_bridge_block {
    struct kam_bridge_row steps[KAM_BRIDGE_STEPS];
};

/* Zero-initialised it is empty. */
struct kam_bridge_by {
    const struct kam_strata *strata; /* borrowed */
    struct kam_bridge_block *blocks; /* of each stratum, and of all */
};

/* KAM_DATA if a sum is out of range. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_bridge_by_compute(struct kam_bridge_by *bridge,
                                                     const struct kam_strata *strata,
                                                     struct kam_error *error);

void kam_bridge_by_free(struct kam_bridge_by *bridge);

/* KAM_USAGE if the column NAME of strata can't stand beside those of the bridge. */
KAM_MUST_CHECK enum kam_status kam_bridge_by_check(struct kam_text name, struct kam_error *error);

void kam_bridge_by_write(const struct kam_bridge_by *bridge, struct kam_writer *writer);

#endif
