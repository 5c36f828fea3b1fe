/*
 * driver: the dimension that moved a customer's score most.
 *
 * Only dimensions that both snapshots have (part_NAME) can be compared. An empty part contributed
 * nothing to the score and counts as 0.
 */
#ifndef KAM_DIFF_DRIVER_H
#define KAM_DIFF_DRIVER_H

#include "table/table.h"

struct kam_driver_dimension {
    struct kam_text name; /* without part_; borrowed from the new table */
    size_t old_column, new_column;
};

/* Zero-initialised it is empty. */
struct kam_drivers {
    const struct kam_table *old, *new;       /* borrowed */
    struct kam_driver_dimension *dimensions; /* in the order of the new table */
    size_t count;
};

/* Those of OLD and NEW, which have to outlive them. KAM_NOMEM. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_drivers_init(struct kam_drivers *drivers,
                                                const struct kam_table *old,
                                                const struct kam_table *new,
                                                struct kam_error *error);

void kam_drivers_free(struct kam_drivers *drivers);

/*
 * The dimension with the largest difference, whatever its sign, between OLD_ROW and NEW_ROW, the
 * first of equal ones; KAM_NONE if no dimension differs. KAM_DATA for a part that is no number, or
 * a difference that is too large.
 */
KAM_MUST_CHECK enum kam_status kam_drivers_find(const struct kam_drivers *drivers, size_t old_row,
                                                size_t new_row, uint32_t *dimension,
                                                struct kam_error *error);

#endif
