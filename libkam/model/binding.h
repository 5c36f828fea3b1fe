/*
 * binding: a condition of the model put to the columns of a table, and evaluated per row.
 *
 * Binding doesn't change the condition, so one model may serve several tables and threads. What
 * a comparison means is documented in condition.h.
 */
#ifndef KAM_MODEL_BINDING_H
#define KAM_MODEL_BINDING_H

#include "model/condition.h"
#include "table/table.h"

/* Where the cells of rows come from: a table, or a table with columns that were just computed. */
struct kam_row_source {
    struct kam_text (*cell)(const void *source, size_t row, size_t column);
    const void *source;
};

/* The cells of TABLE, which is borrowed. */
struct kam_row_source kam_row_source_of_table(const struct kam_table *table);

/* A condition and where its columns are. */
struct kam_binding {
    const struct kam_condition *condition;
    const size_t *columns; /* per term: the index of its column */
    int period;
};

/*
 * Find the columns of CONDITION among NAMES[COUNT]. PERIOD is the table's, KAM_MONTH_NONE where
 * it has none. KAM_DATA when a column is missing or its name occurs twice (the message has the
 * rule's place, the column and the nearest one), or `period` is used and there is none. Memory
 * comes from ARENA; CONDITION and ARENA have to outlive the binding.
 */
KAM_MUST_CHECK enum kam_status kam_binding_make(struct kam_binding *binding,
                                                const struct kam_condition *condition,
                                                const struct kam_text *names, size_t count,
                                                int period, struct kam_arena *arena,
                                                struct kam_error *error);

/*
 * Whether the condition holds for ROW of ROWS, whose columns are numbered as the names it was
 * bound to. KAM_DATA when a cell is text where a number or month is compared: the error has the
 * column and the text; its file and line are the caller's to fill in.
 */
KAM_MUST_CHECK enum kam_status kam_binding_holds(const struct kam_binding *binding,
                                                 const struct kam_row_source *rows, size_t row,
                                                 bool *holds, struct kam_error *error);

#endif
