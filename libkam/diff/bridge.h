/*
 * bridge: from the old revenue to the new one in steps that add up, to the last digit.
 *
 *     step        customers  revenue
 *     old_total   in the old snapshot, and their old revenue
 *     new, won, returned, lost
 *                 by their moves (diff.h); what left has the opposite sign of what it brought. Who
 *                 is lost by lost-after, or has returned from that, is in both snapshots, and what
 *                 counts is the difference
 *     merged_out  merged into others: what they had in the old snapshot, negative
 *     merged_in   customers who took some of those in, and that revenue again
 *     split_out   customers that some were split off, and what these have in the new snapshot,
 *                 negative
 *     split_in    these, and that revenue again
 *     grown       all others, with more revenue than before, without what was merged or split: the
 *                 increase
 *     shrunk      with less: the decrease, negative
 *     unchanged   with the same revenue: zero
 *     new_total   in the new snapshot, and their new revenue
 *
 * The revenues of all steps but the last add up to the last. The totals are summed by themselves,
 * not from the steps, so that the law is one that can be broken and is tested. Left out are won,
 * where there are no prospects; returned, where nothing is known that some could return from;
 * merged and split ones, where nothing is known of accounts.
 */
#ifndef KAM_DIFF_BRIDGE_H
#define KAM_DIFF_BRIDGE_H

#include "diff/diff.h"
#include "io/writer.h"

enum kam_bridge_step {
    KAM_BRIDGE_OLD_TOTAL,
    KAM_BRIDGE_NEW,
    KAM_BRIDGE_WON,
    KAM_BRIDGE_RETURNED,
    KAM_BRIDGE_LOST,
    KAM_BRIDGE_MERGED_OUT,
    KAM_BRIDGE_MERGED_IN,
    KAM_BRIDGE_SPLIT_OUT,
    KAM_BRIDGE_SPLIT_IN,
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
    struct kam_decimal change;   /* the new total less the old one */
    const struct kam_diff *diff; /* borrowed */
};

/* KAM_DATA if a sum is out of range. */
KAM_MUST_CHECK enum kam_status
kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff, struct kam_error *error);

/* The columns step, customers, revenue and a row per step. */
void kam_bridge_write(const struct kam_bridge *bridge, struct kam_writer *writer);

#endif
