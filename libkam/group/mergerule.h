/*
 * mergerule: how each column of a table merges when accounts become one customer.
 *
 * Figures of kam's own are computed anew; sums add up and sets unite; of every other column the
 * head's value stays unless something else is said. What is said, the stronger first: the options
 * --sum and --collect, the model's [attribute NAME], the sum and collect of its [import] sections.
 */
#ifndef KAM_GROUP_MERGERULE_H
#define KAM_GROUP_MERGERULE_H

#include "account/account.h"
#include "model/model.h"
#include "table/table.h"

struct kam_merge_rule {
    enum kam_attribute_merge merge; /* KAM_MERGE_HEAD unless something else is said */
    bool said;
};

/* What is said. Borrowed for the call. */
struct kam_merge_wishes {
    const struct kam_text *sums; /* columns of --sum and --collect, which have to be there */
    size_t sum_count;
    const struct kam_text *sets;
    size_t set_count;
    const struct kam_text *same; /* columns that unite accounts: neither sums nor sets */
    size_t same_count;
    const struct kam_model *model; /* NULL: none. Of columns that aren't there it may speak, too */
};

/* Zero-initialised there are none. */
struct kam_merge_rules {
    struct kam_merge_rule *columns; /* one per column of the table */
    struct kam_layout layout;       /* the sums and sets among them; no attributes */
    struct kam_text *names;         /* what LAYOUT points to */
};

/*
 * Settle the rules of the columns of TABLE, from which the names are borrowed. KAM_USAGE for a
 * wish that contradicts another or what the column is, KAM_DATA for a column that isn't there.
 */
KAM_MUST_CHECK enum kam_status kam_merge_rules_settle(struct kam_merge_rules *rules,
                                                      const struct kam_table *table,
                                                      const struct kam_merge_wishes *wishes,
                                                      struct kam_error *error);

void kam_merge_rules_free(struct kam_merge_rules *rules);

#endif
