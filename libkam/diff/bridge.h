/*
 * bridge: from the old revenue to the new one in steps that add up, to the last digit.
 *
 *     step        customers  revenue
 *     old_total   in the old snapshot, and their old revenue
 *     new, won, returned, lost
 *                 by their moves (diff.h); what left has the opposite sign of what it brought. Who
 *                 is lost by lost-after, or has returned from that, is in both snapshots, and what
 *                 counts of its revenue is the difference
 *     merged_out  merged into others: what they had in the old snapshot, negative
 *     merged_in   customers who took some of those in, and that revenue again
 *     split_out   customers that some were split off, and what these have in the new snapshot,
 *                 negative
 *     split_in    these, and that revenue again
 *     moved_out, moved_in
 *                 only by strata (bridgeby.h): who is in another one now, with what it had
 *     grown       all others, with more revenue than before, without what was merged or split: the
 *                 increase
 *     shrunk      with less: the decrease, negative
 *     unchanged   with the same revenue: zero
 *     silent      lost by lost-after before and after: what the window has more or less of them
 *     new_total   in the new snapshot, and their new revenue
 *
 * Customers that lost-after calls lost aren't counted in the totals, though these have what a
 * window still holds of them. Who is lost is so in the stratum it was in.
 *
 * The revenues of all steps but the last add up to the last, and so do customers, those that have
 * left with the opposite sign (grown, shrunk and unchanged are who stayed). The totals are summed
 * by themselves, not from the steps, so that the law is one that can be broken and is tested. Left
 * out are won, where there are no prospects; silent, without lost-after; returned, where nothing is
 * known that some could return from; merged and split ones, where nothing is known of accounts.
 */
#ifndef KAM_DIFF_BRIDGE_H
#define KAM_DIFF_BRIDGE_H

#include "diff/strata.h"

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
    KAM_BRIDGE_MOVED_OUT,
    KAM_BRIDGE_MOVED_IN,
    KAM_BRIDGE_GROWN,
    KAM_BRIDGE_SHRUNK,
    KAM_BRIDGE_UNCHANGED,
    KAM_BRIDGE_SILENT,
    KAM_BRIDGE_NEW_TOTAL,
};

enum { KAM_BRIDGE_STEPS = KAM_BRIDGE_NEW_TOTAL + 1 };

struct kam_bridge_row {
    uint64_t customers;
    struct kam_decimal revenue;
};

struct kam_bridge {
    struct kam_bridge_row steps[KAM_BRIDGE_STEPS];
    struct kam_decimal change;   /* the new total less the old one */
    const struct kam_diff *diff; /* borrowed */
};

/* KAM_DATA if a sum is out of range. */
KAM_MUST_CHECK enum kam_status
kam_bridge_compute(struct kam_bridge *bridge, const struct kam_diff *diff, struct kam_error *error);

/* The columns step, customers, revenue and a row per step. */
void kam_bridge_write(const struct kam_bridge *bridge, struct kam_writer *writer);

/* ---- what bridges are made of, for those by strata, too ------------------------------------- */

/* That a movement adds a customer and a revenue to a step, where it was or where it is. */
struct kam_bridge_entry {
    enum kam_bridge_step step;
    enum kam_side side;
    unsigned customers; /* 1, or 0 where it is lost already */
    struct kam_decimal revenue;
};

/* All that a movement adds. */
struct kam_bridge_entries {
    struct kam_bridge_entry items[KAM_BRIDGE_STEPS];
    size_t count;
};

/* Those of MOVEMENT; False if a number is too large. */
KAM_MUST_CHECK bool kam_bridge_enter(struct kam_bridge_entries *entries,
                                     const struct kam_diff *diff,
                                     const struct kam_movement *movement);

/* And that what it had moved from one stratum to another. */
void kam_bridge_enter_moved(struct kam_bridge_entries *entries,
                            const struct kam_movement *movement);

/* False if the sum is too large. */
KAM_MUST_CHECK bool kam_bridge_add(struct kam_bridge_row *steps,
                                   const struct kam_bridge_entry *entry);

enum kam_bridge_kind { KAM_BRIDGE_WHOLE, KAM_BRIDGE_OF_STRATA };

/* Whether there may be customers of STEP in a bridge of KIND. */
bool kam_bridge_has(const struct kam_diff *diff, enum kam_bridge_step step,
                    enum kam_bridge_kind kind);

/* What its columns are called. */
enum { KAM_BRIDGE_COLUMNS = 3 };
extern const char *const kam_bridge_header[KAM_BRIDGE_COLUMNS];

/* The cells of a step. */
void kam_bridge_write_step(const struct kam_diff *diff, const struct kam_bridge_row *steps,
                           enum kam_bridge_step step, struct kam_writer *writer);

#endif
