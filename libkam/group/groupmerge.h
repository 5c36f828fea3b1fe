/*
 * groupmerge: from the rows of accounts to one row per customer.
 *
 * The measures of the accounts of a customer merge as account records do everywhere, and what is
 * derived is computed anew. A customer of one row keeps that row's cells as they are. So merging
 * a merged table changes nothing.
 */
#ifndef KAM_GROUP_GROUPMERGE_H
#define KAM_GROUP_GROUPMERGE_H

#include "group/group.h"
#include "group/mergerule.h"
#include "io/writer.h"

struct kam_groupmerge;

/*
 * Read all rows of TABLE and merge them into the customers of GROUPS by RULES; all are borrowed.
 * KAM_DATA as kam_merge_plan_make, for the first row that can't be read or doesn't add up, for a
 * second currency, and for a sum that becomes too large.
 */
KAM_MUST_CHECK enum kam_status kam_groupmerge_new(struct kam_groupmerge **merge,
                                                  const struct kam_table *table,
                                                  const struct kam_groups *groups,
                                                  const struct kam_merge_rules *rules,
                                                  struct kam_error *error);

/*
 * Write header and customers, in the order of their ids. KAM_NOMEM is the only failure; those of
 * writing are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_groupmerge_write(const struct kam_groupmerge *merge,
                                                    struct kam_writer *writer,
                                                    struct kam_error *error);

/*
 * Whether COLUMN of the table is an attribute of a meaning unknown to kam, of which nobody said how
 * it merges.
 */
bool kam_groupmerge_is_open(const struct kam_groupmerge *merge, size_t column);

void kam_groupmerge_free(struct kam_groupmerge *merge);

#endif
