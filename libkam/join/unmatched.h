/*
 * unmatched: the list of those whom a customer file and the accounts left without a partner.
 *
 * account_id  an account, or a key of the file
 * side        bills: an account that the file doesn't have; customers: a row of the file that no
 *             account has
 */
#ifndef KAM_JOIN_UNMATCHED_H
#define KAM_JOIN_UNMATCHED_H

#include "io/writer.h"
#include "join/joinmatch.h"

/* Its header; an account, to be written before all rows of the file; those rows. */
void kam_unmatched_begin(struct kam_writer *writer);
void kam_unmatched_account(struct kam_text id, struct kam_writer *writer);
void kam_unmatched_end(const struct kam_join *join, struct kam_writer *writer);

/*
 * All of the list: the customers that MATCH found in TABLE, in the order of their ids, and the rows
 * of JOIN. Prospects, who have no bills, are no customers. KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_unmatched_write(const struct kam_join *join,
                                                   const struct kam_join_match *match,
                                                   const struct kam_table *table,
                                                   struct kam_writer *writer,
                                                   struct kam_error *error);

#endif
