/*
 * members: the list of all accounts with the customer each belongs to, and why.
 *
 * `via` is the strongest hub that an account shares with another one of its customer, in the order
 * of enum kam_hub_kind (group:ID, parent:ID, payer:ID, same:COLUMN=VALUE, renamed:ID, same:ID,
 * members:ID), of
 * several of a kind the first in byte order; a parent or payer is at its own hub. `head` is said of
 * a customer's head, `single` of a customer of one account, and members:ID of an account that an
 * earlier run has merged into the row ID.
 *
 * `renamed:ID` is said of an id that the account ID had before.
 *
 * `revenue` is the account's own, empty where an earlier run has merged it, 0.00 for an account
 * without a row; `share` is its part of the customer's revenue with six places, empty where that
 * is not above 0. `months` is how many months of the account aren't 0: 0 for one without a row,
 * empty where an earlier run has merged it or others into it, or the table has no months.
 */
#ifndef KAM_GROUP_MEMBERS_H
#define KAM_GROUP_MEMBERS_H

#include "group/group.h"
#include "io/writer.h"

/*
 * Write the accounts of GROUPS, found in TABLE, by customer and then by id. KAM_DATA for a revenue
 * that is no number or becomes too large; failures of writing are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_members_write(const struct kam_table *table,
                                                 const struct kam_groups *groups,
                                                 struct kam_writer *writer,
                                                 struct kam_error *error);

#endif
