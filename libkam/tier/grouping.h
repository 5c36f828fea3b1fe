/*
 * grouping: customers that have the same in some columns of their table, for --by. Prospects
 * (account/prospect.h) are in no group.
 */
#ifndef KAM_TIER_GROUPING_H
#define KAM_TIER_GROUPING_H

#include "base/map.h"
#include "model/list.h"
#include "table/table.h"

/* Zero-initialised it has no groups. It takes 4 bytes a row. */
struct kam_grouping {
    const struct kam_table *table; /* borrowed */
    size_t *columns;
    size_t column_count;
    uint32_t *of_rows; /* per row: its group, by first appearance; of a prospect KAM_NONE */
    uint32_t *firsts;  /* per group: its first row */
    uint32_t *sorted;  /* groups in byte order of the cells, column by column */
    size_t count;
    struct kam_arena arena;
};

/*
 * Group the rows of TABLE, which has to outlive it, by the columns NAMES, an empty cell being a
 * value like any other. KAM_DATA where there is no such column. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_grouping_make(struct kam_grouping *grouping,
                                                 const struct kam_table *table,
                                                 const struct kam_text_list *names,
                                                 struct kam_error *error);

void kam_grouping_free(struct kam_grouping *grouping);

/* What GROUP has in column NUMBER of the grouping. */
struct kam_text kam_grouping_cell(const struct kam_grouping *grouping, size_t group, size_t number);

#endif
