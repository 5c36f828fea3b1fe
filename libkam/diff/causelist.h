/*
 * causelist: how many customers moved for which cause, and what that did to the revenue.
 *
 *     cause,up,down,other,customers,revenue_delta
 *     group,0,1,2,3,-120.00
 *     ...
 *     total,8,9,4,21,1350.20
 *
 * A row per cause, in the order of enum kam_cause, also where nobody moved for it; `other` are the
 * moves that are neither up nor down. The last row is the total of those who moved, which is summed
 * by itself, so that the law that the rows add up to it is one that can be broken and is tested.
 */
#ifndef KAM_DIFF_CAUSELIST_H
#define KAM_DIFF_CAUSELIST_H

#include "diff/diff.h"
#include "io/writer.h"

struct kam_causelist_row {
    uint64_t up, down, other;
    struct kam_decimal revenue;
};

struct kam_causelist {
    struct kam_causelist_row causes[KAM_CAUSES];
    struct kam_causelist_row total;
    const struct kam_diff *diff; /* borrowed */
};

/* KAM_DATA where a snapshot lacks a column that it takes, or a sum is out of range. */
KAM_MUST_CHECK enum kam_status kam_causelist_compute(struct kam_causelist *list,
                                                     const struct kam_diff *diff,
                                                     struct kam_error *error);

void kam_causelist_write(const struct kam_causelist *list, struct kam_writer *writer);

#endif
