/*
 * transition: the matrix of how many customers went from which tier to which.
 *
 *     tier_from,gold,silver,absent,total
 *     gold,8,2,0,10
 *     silver,1,80,5,86
 *     absent,0,7,0,7
 *     total,9,89,5,103
 *
 * A row per tier of the ladder, the highest first, then `absent` for customers that weren't there
 * before, then `total`; likewise the columns, where `absent` is customers that aren't there any
 * more. The total of totals is the number of customers in either snapshot.
 */
#ifndef KAM_DIFF_TRANSITION_H
#define KAM_DIFF_TRANSITION_H

#include "diff/diff.h"
#include "io/writer.h"

/* Zero-initialised it is empty. */
struct kam_transition {
    const struct kam_ladder *ladder; /* borrowed */
    uint64_t *cells; /* (tiers + 2) rows of as many; the last two are absent, total */
};

/* KAM_DATA if a tier has the name of one of the other columns. */
KAM_MUST_CHECK enum kam_status kam_transition_compute(struct kam_transition *transition,
                                                      const struct kam_diff *diff,
                                                      struct kam_error *error);

void kam_transition_free(struct kam_transition *transition);

void kam_transition_write(const struct kam_transition *transition, struct kam_writer *writer);

#endif
