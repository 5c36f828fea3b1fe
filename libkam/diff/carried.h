/*
 * carried: columns of the snapshots that a list of customers carries along.
 */
#ifndef KAM_DIFF_CARRIED_H
#define KAM_DIFF_CARRIED_H

#include "diff/diff.h"

/* One of them. */
struct kam_carried {
    struct kam_text name;
    size_t old, new; /* KAM_NO_COLUMN: that snapshot hasn't it */
};

/* Zero-initialised it is empty. Names are all different. */
struct kam_carried_list {
    struct kam_carried *items;
    size_t count, capacity;
};

/* Add the column NAME, which one snapshot of DIFF has at least. */
KAM_MUST_CHECK enum kam_status kam_carried_add(struct kam_carried_list *list,
                                               const struct kam_diff *diff, struct kam_text name,
                                               struct kam_error *error);

/*
 * Add those that kam-import kept of bills, and those of customer files: they are no columns of kam,
 * and stand before its figures. First those of the new snapshot.
 */
KAM_MUST_CHECK enum kam_status kam_carried_add_attributes(struct kam_carried_list *list,
                                                          const struct kam_diff *diff,
                                                          struct kam_error *error);

void kam_carried_free(struct kam_carried_list *list);

/* The cell of MOVEMENT in the old or the new snapshot; empty where it isn't in it, or the column.
 */
struct kam_text kam_carried_old(const struct kam_carried *carried, const struct kam_diff *diff,
                                const struct kam_movement *movement);
struct kam_text kam_carried_new(const struct kam_carried *carried, const struct kam_diff *diff,
                                const struct kam_movement *movement);

/* The latter, or the former where there is no such cell. */
struct kam_text kam_carried_newest(const struct kam_carried *carried, const struct kam_diff *diff,
                                   const struct kam_movement *movement);

#endif
