/*
 * pair: the two snapshots that are compared, read at the same time.
 */
#ifndef KAM_DIFF_PAIR_H
#define KAM_DIFF_PAIR_H

#include "tier/snapshot.h"

/*
 * Read OLD and NEW from PATHS, see kam_snapshot_read, by THREADS threads (from 1). Of two errors
 * it is that of OLD. So a NEW that is no file, and may be long in coming, is read when nothing is
 * wrong with OLD.
 */
KAM_MUST_CHECK enum kam_status kam_pair_read(struct kam_snapshot *old, struct kam_snapshot *new,
                                             const char *const paths[2],
                                             const struct kam_reader_options *options,
                                             unsigned threads, struct kam_error *error);

#endif
