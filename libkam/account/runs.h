/*
 * runs: accounts that were put aside because memory was full, in a temporary file: runs of
 * records, each sorted by id.
 */
#ifndef KAM_ACCOUNT_RUNS_H
#define KAM_ACCOUNT_RUNS_H

#include "account/storepart.h"
#include "io/scratch.h"

struct kam_run {
    uint64_t begin, end; /* in the file */
    unsigned source;     /* what the caller calls where its accounts came from */
};

/* Zero-initialised there are none. */
struct kam_runs {
    struct kam_scratch file;
    struct kam_run *items;
    size_t count, capacity;
    struct kam_months months; /* that have a line, once there is a run */
};

/*
 * Put all accounts of PART aside as a run from SOURCE, in a file in DIRECTORY, which is borrowed.
 * They stay in memory, too. KAM_IO, KAM_NOMEM; then there is no such run.
 */
KAM_MUST_CHECK enum kam_status kam_runs_add(struct kam_runs *runs,
                                            const struct kam_store_part *part, unsigned source,
                                            const char *directory, struct kam_error *error);

/* What that takes of memory for each account, while it lasts. */
enum { KAM_RUNS_ROOM = 64 };

void kam_runs_free(struct kam_runs *runs);

#endif
