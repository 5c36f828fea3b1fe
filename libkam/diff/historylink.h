/*
 * historylink: what became of the customers of one snapshot in the next, for a history.
 */
#ifndef KAM_DIFF_HISTORYLINK_H
#define KAM_DIFF_HISTORYLINK_H

#include "diff/kinship.h"

/* What became of a row of the old snapshot. */
enum kam_ending { KAM_ENDING_NONE, KAM_ENDING_LOST, KAM_ENDING_MERGED };

/* Zero-initialised they are empty. */
struct kam_historylinks {
    const struct kam_snapshot *old, *new; /* borrowed */
    struct kam_kinship kinship;
};

/*
 * Those of OLD and NEW, by THREADS threads. KAM_DATA where an account is in two customers of one of
 * them. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_historylinks_find(struct kam_historylinks *links,
                                                     const struct kam_snapshot *old,
                                                     const struct kam_snapshot *new,
                                                     unsigned threads, struct kam_error *error);

void kam_historylinks_free(struct kam_historylinks *links);

/* What became of ROW of the old snapshot, which isn't a prospect. */
enum kam_ending kam_historylinks_ending(const struct kam_historylinks *links, uint32_t row);

/* The old row that is the same customer as ROW of the new snapshot, no prospect; KAM_NONE: none. */
uint32_t kam_historylinks_before(const struct kam_historylinks *links, uint32_t row);

#endif
