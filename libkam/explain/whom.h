/*
 * whom: which customer of a table is meant.
 *
 * ASKED is an account_id; else an id in the `members` of a customer; or `name:TEXT`: the customer
 * whose account_name is TEXT, or else the one whose account_name contains TEXT, in which the case
 * of ASCII letters makes no difference.
 */
#ifndef KAM_EXPLAIN_WHOM_H
#define KAM_EXPLAIN_WHOM_H

#include "table/table.h"

struct kam_whom {
    uint32_t row;   /* KAM_NONE: nobody is */
    bool is_member; /* it was asked for by an id other than its own */
};

/*
 * Find ASKED in TABLE, whose cells of account_id, account_name and members are kept as far as it
 * has them. KAM_DATA where a name fits several customers: the message lists the first of them.
 * That it fits nobody is no error here.
 */
KAM_MUST_CHECK enum kam_status kam_whom_find(const struct kam_table *table, struct kam_text asked,
                                             struct kam_whom *whom, struct kam_error *error);

/* KAM_DATA: ASKED is nobody in TABLE, with the nearest id or name. KAM_NOMEM. */
enum kam_status kam_whom_reject(const struct kam_table *table, struct kam_text asked,
                                struct kam_error *error);

/* The same for one who is nobody in any of TABLES[TABLE_COUNT]. */
enum kam_status kam_whom_reject_among(const struct kam_table *const *tables, size_t table_count,
                                      struct kam_text asked, struct kam_error *error);

#endif
