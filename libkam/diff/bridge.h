/*
 * bridge: from the old revenue to the new one in steps that add up, to the last digit.
 *
 *     step        customers  revenue
 *     old_total   in the old snapshot, and their old revenue
 *     new         only in the new one
 *     won         likewise, having been a prospect in the old one; left out where there are none of
 *                 these in either
 *     lost        only in the old one; what left has the opposite sign of what it brought
 *     grown       in both, with more revenue than before: the increase
 *     shrunk      in both, with less: the decrease, negative
 *     unchanged   in both, with the same revenue: zero
 *     new_total   in the new snapshot, and their new revenue
 *
 * The revenues of all steps but the last add up to the last. The totals are summed by themselves,
 * not from the steps, so that the law is one that can be broken and is tested.
 */
#ifndef KAM_DIFF_BRIDGE_H
#define KAM_DIFF_BRIDGE_H

#include "diff/diff.h"
#include "io/writer.h"

enum kam_bridge_step {
    KAM_BRIDGE_OLD_TOTAL,
    KAM_BRIDGE_NEW,
    KAM_BRIDGE_WON,
    KAM_BRIDGE_LOST,
    KAM_BRIDGE_GROWN,
    KAM_BRIDGE_SHRUNK,
    KAM_BRIDGE_UNCHANGED,
    KAM_BRIDGE_NEW_TOTAL,
};

enum { KAM_BRIDGE_STEPS = KAM_BRIDGE_NEW_TOTAL + 1 };

struct kam_bridge {
    struct kam_bridge_row {
        uint64_t customers;
        struct kam_decimal revenue;
    } steps[KAM_BRIDGE_STEPS];
    struct kam_decimal change; /* the new total less the old one */
    bool has_prospects;        /* one of the snapshots has */
    int places;                /* decimal places that revenues have at least */
};

/* KAM_DATA if a sum is out of range. */
KAM_MUST_CHECK enum kam_status
kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff, struct kam_error *error);

/* The columns step, customers, revenue and a row per step. */
void kam_bridge_write(const struct kam_bridge *bridge, struct kam_writer *writer);

#endif
