/*
 * widen: a table with more columns: those of a customer file, computed ones, scores tried out.
 *
 * The table is made anew, with its rows where they were read; a column that it has already is
 * replaced in place, the others follow at the end. What is written of a row is copied as it stands,
 * so that widening costs little more than copying the bytes. While it lasts both tables are in
 * memory.
 */
#ifndef KAM_TABLE_WIDEN_H
#define KAM_TABLE_WIDEN_H

#include "table/table.h"

/* The new columns; all is borrowed. */
struct kam_widening {
    const struct kam_text *names; /* all different */
    size_t count;
    /*
     * Put the cells of ROW in all of them into CELLS, where they have to last until the next row is
     * asked for. False when memory ran out.
     */
    bool (*fill)(void *context, size_t row, struct kam_text *cells);
    void *context;
};

/*
 * *WIDE, which the caller frees whatever the status: TABLE, of which all columns are kept, with the
 * columns of WIDENING. TABLE, of which all columns have to be kept, may be freed then. KAM_DATA
 * where a column to be replaced stands twice in it.
 */
KAM_MUST_CHECK enum kam_status kam_table_widen(struct kam_table *wide,
                                               const struct kam_table *table,
                                               const struct kam_widening *widening,
                                               struct kam_error *error);

#endif
