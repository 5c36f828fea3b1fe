/*
 * mergeplan: what stands in which column when accounts become customers.
 *
 * Every column of the table stays in its place. member_count, members, own_revenue and
 * branch_revenue stand where the first of them stood, else at the end.
 */
#ifndef KAM_GROUP_MERGEPLAN_H
#define KAM_GROUP_MERGEPLAN_H

#include "account/accountrow.h"
#include "account/field.h"
#include "group/mergerule.h"
#include "table/columns.h"

enum kam_merge_part {
    KAM_MERGE_PART_ID,
    KAM_MERGE_PART_ATTRIBUTE,
    KAM_MERGE_PART_MEASURE, /* what an account record holds, or is computed from one */
    KAM_MERGE_PART_MEMBER_COUNT,
    KAM_MERGE_PART_MEMBERS,
    KAM_MERGE_PART_OWN_REVENUE,
    KAM_MERGE_PART_BRANCH_REVENUE,
};

struct kam_merge_column {
    struct kam_text name;
    enum kam_merge_part part;
    size_t source;                  /* the column of the table; for the first three */
    size_t run;                     /* columns from this on that are neighbours there; else 0 */
    const struct kam_field *field;  /* for KAM_MERGE_PART_MEASURE */
    enum kam_attribute_merge merge; /* for KAM_MERGE_PART_ATTRIBUTE */
};

/* Names are borrowed from the table, the rest is the arena's that it was made with. */
struct kam_merge_plan {
    struct kam_account_row row; /* where the record of a row stands in it */
    struct kam_merge_column *columns;
    enum kam_cell_kind *kinds; /* of the columns */
    size_t count;
};

/*
 * Plan the columns of TABLE under RULES. KAM_DATA for a missing measure, for a column that only
 * kam-score or kam-tier writes (what it says of accounts wouldn't hold for customers), and for a
 * derived column without those it is computed from.
 */
KAM_MUST_CHECK enum kam_status kam_merge_plan_make(struct kam_merge_plan *plan,
                                                   const struct kam_table *table,
                                                   const struct kam_merge_rules *rules,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

#endif
