/*
 * joinmatch: which rows of a customer file each customer of a table has.
 *
 * By the key account_id these are the rows of its own id and of any of its `members`, as
 * kam-merge-group writes them; by another column the row of what stands there, or of any text in
 * it where [attribute COLUMN] makes it a set.
 */
#ifndef KAM_JOIN_JOINMATCH_H
#define KAM_JOIN_JOINMATCH_H

#include "join/join.h"

/*
 * The rows of the file that customer i has are rows[starts[i]] to rows[starts[i + 1] - 1], all
 * different: the first is the one of its head, if that has one, else that of the smallest key. It
 * takes 4 bytes a customer, and 4 for each row that has one.
 */
struct kam_join_match {
    uint32_t *starts;
    uint32_t *rows;
    uint32_t *takers; /* per row of the file: the customer that had it last, and 1; 0: nobody */
    size_t customers; /* of the table */
    size_t id, ours;  /* its columns account_id, and that of our key, which may be the same */
    size_t row_count, row_capacity;
};

/*
 * Match the rows of TABLE and those of JOIN, which are met unless only a prospect has them; both
 * are borrowed for the call, as is MODEL. KAM_DATA where the table lacks account_id or our key, has
 * two of a column that is looked at, where the file would replace our key, or two customers have
 * one account. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_join_match_make(struct kam_join_match *match,
                                                   struct kam_join *join,
                                                   const struct kam_table *table,
                                                   const struct kam_model *model,
                                                   struct kam_error *error);

void kam_join_match_free(struct kam_join_match *match);

/* How many rows of the file CUSTOMER has. */
static inline size_t kam_join_match_count(const struct kam_join_match *match, size_t customer)
{
    return match->starts[customer + 1] - match->starts[customer];
}

#endif
