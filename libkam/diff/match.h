/*
 * match: the customers of two snapshots, each made a movement.
 */
#ifndef KAM_DIFF_MATCH_H
#define KAM_DIFF_MATCH_H

#include "diff/diff.h"

/*
 * Make the movements of DIFF, which has all else: those of the old rows in their order, then those
 * of the new rows that match none; rows of prospects are no rows here, except that who was one is
 * won. By several threads, some rows at a time by each.
 */
KAM_MUST_CHECK enum kam_status
kam_match(struct kam_diff *diff, const struct kam_diff_options *options, struct kam_error *error);

#endif
