/*
 * due: in how many snapshots in a row the condition of a strategy has held, as the column
 * strategy_due carries it from one to the next: a set (account/settext.h) of NAME:COUNT.
 */
#ifndef KAM_TIER_DUE_H
#define KAM_TIER_DUE_H

#include "tier/tier.h"

/* Longer than any `periods`, and so the most that has to be counted. */
enum { KAM_DUE_MOST = 9999 };

/*
 * Where counts go on from: the snapshot before, if it is of the month before. Without --previous
 * the table itself, if it is a snapshot: what was counted there stays as it is, so that one that is
 * tiered again is the same. Else every count begins with 1.
 */
struct kam_due {
    const struct kam_tiering *tiering; /* borrowed */
    const struct kam_table *table;     /* NULL: there is nothing to go on from */
    size_t column;                     /* strategy_due in it */
};

/* For TIERING. KAM_DATA where there are two columns. */
KAM_MUST_CHECK enum kam_status kam_due_find(struct kam_due *due, const struct kam_tiering *tiering,
                                            struct kam_error *error);

/*
 * *COUNT: which snapshot in a row this is in which the condition of STRATEGY holds for ROW, 1 being
 * the first. KAM_DATA where the cell it goes on from is no such set. SCRATCH is the thread's.
 */
KAM_MUST_CHECK enum kam_status kam_due_count(const struct kam_due *due, uint32_t row,
                                             struct kam_text strategy, struct kam_buffer *scratch,
                                             unsigned *count, struct kam_error *error);

#endif
