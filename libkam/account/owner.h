/*
 * owner: the customers of ids that another file names: a row's own account_id, or after
 * kam-merge-group that of one of its members.
 */
#ifndef KAM_ACCOUNT_OWNER_H
#define KAM_ACCOUNT_OWNER_H

#include "table/table.h"

/* What of a list is left out, as no row has its ids. */
struct kam_unowned {
    size_t rows, ids; /* how many, of how many different ids */
    size_t first;     /* row, if there are any */
};

/* One more is left out: ROW of the list. */
static inline void kam_unowned_add(struct kam_unowned *unowned, size_t row)
{
    if (unowned->rows++ == 0)
        unowned->first = row;
}

/*
 * ROWS[i] becomes the row of TABLE that is text i of IDS or has it among its members; KAM_NONE: no
 * row does, and for so many *UNKNOWN counts. A row of the id itself comes before one that it is a
 * member of. KAM_DATA where an id is a member of two rows, or TABLE has no account_id.
 */
KAM_MUST_CHECK enum kam_status kam_owner_find(const struct kam_table *table,
                                              const struct kam_map *ids, uint32_t *rows,
                                              size_t *unknown, struct kam_error *error);

#endif
