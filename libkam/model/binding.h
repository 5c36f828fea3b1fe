/*
 * binding: a condition of the model put to the columns of a table, and evaluated per row.
 *
 * Binding doesn't change the condition, so one model may serve several tables and threads; nor
 * does evaluating change the binding. What a comparison means is documented in condition.h.
 */
#ifndef KAM_MODEL_BINDING_H
#define KAM_MODEL_BINDING_H

#include "model/condition.h"
#include "table/table.h"

/* A cell that was looked at, and its number as soon as somebody wanted it. */
struct kam_row_cell {
    size_t row; /* and 1; 0: none */
    struct kam_text text;
    bool has_number;
    struct kam_decimal number;
};

/*
 * Where the cells of rows come from: a table, or a table with columns that were just computed.
 *
 * Where several conditions look at one row after the other, a memory of the cells of the row at
 * hand saves reading their numbers again: one per column, all zero at first, of one thread only.
 * The cells of a row may not change then.
 */
struct kam_row_source {
    struct kam_text (*cell)(const void *source, size_t row, size_t column);
    const void *source;
    struct kam_row_cell *memory; /* NULL: none */
};

/* The cells of TABLE, which is borrowed. */
struct kam_row_source kam_row_source_of_table(const struct kam_table *table);

/* Where one side of a comparison is. */
struct kam_bound_side {
    size_t column;        /* KAM_NO_COLUMN: it is a sum of months, or there is no such side */
    const size_t *months; /* the columns of the months that are summed, month_count of them */
    size_t month_count;
};

struct kam_bound_term {
    struct kam_bound_side left, other;
};

/* A condition and where its columns are. */
struct kam_binding {
    const struct kam_condition *condition;
    const struct kam_bound_term *terms; /* as many as the condition has */
    int period;
};

/*
 * Find the columns of CONDITION among NAMES[COUNT]. PERIOD is the table's, KAM_MONTH_NONE where
 * it has none; its last months are the columns called so (YYYY-MM) up to it. KAM_DATA when a
 * column is missing or its name occurs twice (the message has the rule's place, the column and the
 * nearest one), when `period` or `last N months` is used and there are none, or not so many. Memory
 * comes from ARENA; CONDITION and ARENA have to outlive the binding.
 */
KAM_MUST_CHECK enum kam_status kam_binding_make(struct kam_binding *binding,
                                                const struct kam_condition *condition,
                                                const struct kam_text *names, size_t count,
                                                int period, struct kam_arena *arena,
                                                struct kam_error *error);

/*
 * Whether the condition holds for ROW of ROWS, whose columns are numbered as the names it was
 * bound to. KAM_DATA when a cell is text where a number or month is compared, or when a sum of
 * months is too large: the error has the column and the text; its file and line are the caller's to
 * fill in.
 */
KAM_MUST_CHECK enum kam_status kam_binding_holds(const struct kam_binding *binding,
                                                 const struct kam_row_source *rows, size_t row,
                                                 bool *holds, struct kam_error *error);

/* One side of a comparison in a row. */
struct kam_side_value {
    struct kam_text
        cell; /* as it stands there; empty for a sum of months and where there is none */
    bool is_number;
    struct kam_decimal number; /* of the cell, or the sum; 0 unless is_number */
};

/*
 * What term TERM of the condition sees in ROW, for saying it in words: its left side, and in
 * *OTHER, which may be NULL, the column or sum that it compares with (kam_term_other; without the
 * factor before it). A cell that is no number isn't an error here, and neither is one that nothing
 * was compared with.
 */
void kam_binding_value(const struct kam_binding *binding, const struct kam_row_source *rows,
                       size_t row, size_t term, struct kam_side_value *left,
                       struct kam_side_value *other);

#endif
