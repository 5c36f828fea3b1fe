/*
 * causelist: how many customers moved for which cause, and what that did to the revenue; of all
 * customers, or of each stratum, then of all.
 *
 *     region,cause,up,down,other,customers,revenue_delta
 *     North,group,0,1,2,3,-120.00
 *     ...
 *     North,total,8,9,4,21,1350.20
 *     South,group,...
 *     total,group,...
 *
 * A row per cause, in the order of enum kam_cause, also where nobody moved for it; `other` are the
 * moves that are neither up nor down. A mover counts in the stratum it is in now, or was in, if the
 * new snapshot hasn't it. The last row of each block is the total of those who moved, and the last
 * block that of all strata. Both are summed by themselves, so that the law that they are the sum of
 * the others is one that can be broken and is tested.
 */
#ifndef KAM_DIFF_CAUSELIST_H
#define KAM_DIFF_CAUSELIST_H

#include "diff/strata.h"

struct kam_causelist_row {
    uint64_t up, down, other;
    struct kam_decimal revenue;
};

struct kam_causelist_block {
    struct kam_causelist_row causes[KAM_CAUSES];
    struct kam_causelist_row total;
};

/* Zero-initialised it is empty. */
struct kam_causelist {
    const struct kam_diff *diff;        /* borrowed */
    const struct kam_strata *strata;    /* borrowed; NULL: none */
    struct kam_causelist_block *blocks; /* of each stratum, and of all */
    size_t count;
};

/*
 * Those of DIFF, by STRATA unless that is NULL. KAM_DATA where a snapshot lacks a column that it
 * takes, or a sum is out of range. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_causelist_compute(struct kam_causelist *list,
                                                     const struct kam_diff *diff,
                                                     const struct kam_strata *strata,
                                                     struct kam_error *error);

void kam_causelist_free(struct kam_causelist *list);

/* KAM_USAGE if the column NAME of strata can't stand beside those of the list. */
KAM_MUST_CHECK enum kam_status kam_causelist_check(struct kam_text name, struct kam_error *error);

void kam_causelist_write(const struct kam_causelist *list, struct kam_writer *writer);

#endif
