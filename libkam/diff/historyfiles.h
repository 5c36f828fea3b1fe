/*
 * historyfiles: snapshots in the order of their periods, whatever order they are given in.
 *
 * Of a file its first two records are looked at, which name its period. What can't be looked at
 * twice, such as standard input or a pipe, or doesn't tell, is read at once as a whole and kept
 * until it is its turn.
 */
#ifndef KAM_DIFF_HISTORYFILES_H
#define KAM_DIFF_HISTORYFILES_H

#include "tier/snapshot.h"

struct kam_history_file {
    const char *path; /* borrowed */
    int period;
    struct kam_snapshot *held; /* that was read already; NULL: wasn't */
    struct kam_snapshot_needs needs;
    struct kam_text *columns; /* of the needs */
    size_t column_count, columns_capacity;
    char month[KAM_MONTH_SIZE]; /* one of them: that of the period */
};

/* Zero-initialised they are none. */
struct kam_history_files {
    struct kam_history_file **items; /* in the order of their periods */
    size_t count;
};

/*
 * Find the periods of PATHS[COUNT], which have to outlive FILES. NEEDS is what is looked at of each
 * snapshot, beside the revenue of its own period; its columns may be any number. KAM_DATA where two
 * are of one period, or one has neither rows nor months, besides the errors of kam_snapshot_read.
 * To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_history_files_find(struct kam_history_files *files,
                                                      const char *const *paths, size_t count,
                                                      const struct kam_snapshot_needs *needs,
                                                      const struct kam_reader_options *options,
                                                      struct kam_error *error);

/*
 * Read file NUMBER into *SNAPSHOT, which is to be freed with kam_history_file_free and doesn't
 * outlive FILES.
 */
KAM_MUST_CHECK enum kam_status kam_history_file_read(struct kam_history_files *files, size_t number,
                                                     const struct kam_reader_options *options,
                                                     struct kam_snapshot **snapshot,
                                                     struct kam_error *error);

/* Free the snapshot that is held, if there is one. */
void kam_history_file_free(struct kam_history_files *files, size_t number);

void kam_history_files_free(struct kam_history_files *files);

#endif
