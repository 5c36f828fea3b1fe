/*
 * runmerge: all runs become one sequence of accounts, by id, each of them once.
 */
#ifndef KAM_ACCOUNT_RUNMERGE_H
#define KAM_ACCOUNT_RUNMERGE_H

#include "account/runs.h"

/* A record of an account of which there were others. */
struct kam_run_meeting {
    const struct kam_account *before; /* those in earlier runs, merged */
    unsigned before_source;           /* of the last of them */
    const struct kam_account *record;
    unsigned source;
};

/* Told of every meeting before it is merged; a status that isn't KAM_OK ends it all. */
struct kam_run_listener {
    enum kam_status (*meet)(void *context, const struct kam_run_meeting *meeting,
                            struct kam_error *error);
    void *context;
};

struct kam_run_merge;

/*
 * Merge the runs of RUNS[COUNT], which outlive it as does SHAPE, that of their records; those of
 * one account in the order in which the runs were added, which all are of one of RUNS. ROOM: bytes
 * of memory that may be used for reading, though some per run are needed. LISTENER may be NULL.
 * Close *MERGE, also after a failure.
 */
KAM_MUST_CHECK enum kam_status kam_run_merge_open(struct kam_run_merge **merge,
                                                  const struct kam_runs *const *runs, size_t count,
                                                  const struct kam_record_shape *shape, size_t room,
                                                  const struct kam_run_listener *listener,
                                                  struct kam_error *error);

/*
 * The next account, ARENA's. KAM_END behind the last one; KAM_DATA when a sum leaves the range of a
 * decimal, KAM_IO, KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_run_merge_next(struct kam_run_merge *merge,
                                                  struct kam_arena *arena,
                                                  const struct kam_account **account,
                                                  struct kam_error *error);

/* NULL is allowed. */
void kam_run_merge_close(struct kam_run_merge *merge);

#endif
