/*
 * seen: which customers that are new were customers in earlier snapshots.
 */
#ifndef KAM_DIFF_SEEN_H
#define KAM_DIFF_SEEN_H

#include "base/map.h"
#include "io/reader.h"

/* Earlier snapshots, by their paths. */
struct kam_seen {
    const char *const *paths; /* borrowed */
    size_t count;
    const struct kam_reader_options *options; /* borrowed */
};

/*
 * FOUND[i] becomes true where text i of IDS, an account, was a customer or an account of one in one
 * of the snapshots of SEEN; others stay as they are. One snapshot is in memory at a time. KAM_DATA
 * for one that is none, or that is of a later period than BEFORE or of the same.
 */
KAM_MUST_CHECK enum kam_status kam_seen_find(const struct kam_seen *seen, const struct kam_map *ids,
                                             int before, bool *found, struct kam_error *error);

#endif
