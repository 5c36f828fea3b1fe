/*
 * regrouping: the kinship of rows that have no pair by their key, and of accounts that moved from
 * one customer to another.
 */
#ifndef KAM_DIFF_REGROUPING_H
#define KAM_DIFF_REGROUPING_H

#include "diff/kinship.h"

/*
 * Complete KINSHIP, which has the pairs by key. Only rows without one, and pairs whose accounts
 * aren't the same, cost anything: up to 100 bytes for each account of theirs, while it runs, and
 * a pass over both snapshots, by THREADS threads where that helps.
 */
KAM_MUST_CHECK enum kam_status kam_regroup(struct kam_kinship *kinship,
                                           const struct kam_roster *old,
                                           const struct kam_roster *new, unsigned threads,
                                           struct kam_error *error);

#endif
