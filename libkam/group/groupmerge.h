/*
 * groupmerge: from the rows of accounts to one row per customer.
 *
 * The measures of the accounts of a customer merge as account records do everywhere, and what is
 * derived is computed anew. A customer of one row keeps that row's cells as they are. So merging
 * a merged table changes nothing.
 */
#ifndef KAM_GROUP_GROUPMERGE_H
#define KAM_GROUP_GROUPMERGE_H

#include "account/store.h"
#include "group/mergeplan.h"
#include "group/ownrevenue.h"

/* Borrowed, but for what is made from the rest. */
struct kam_groupmerge {
    const struct kam_table *table;
    const struct kam_groups *groups;
    const struct kam_merge_rules *rules;
    struct kam_merge_plan plan;
    struct kam_own_revenue own;
    struct kam_store *store; /* made: the records of the customers of several rows */
    uint32_t *records;       /* per customer: its number in STORE, or KAM_NONE */
    struct kam_arena arena;
};

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

/* The figures of ACCOUNT, one of the records. KAM_DATA where one is too large; none is by now. */
KAM_MUST_CHECK enum kam_status kam_groupmerge_figures(const struct kam_groupmerge *merge,
                                                      const struct kam_account *account,
                                                      struct kam_figures *figures,
                                                      struct kam_error *error);

/*
 * Whether COLUMN of the table is an attribute of a meaning unknown to kam, of which nobody said how
 * it merges.
 */
bool kam_groupmerge_is_open(const struct kam_groupmerge *merge, size_t column);

void kam_groupmerge_free(struct kam_groupmerge *merge);

#endif
