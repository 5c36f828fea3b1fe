/*
 * view: what a tool writes: a table whose own columns of that tool are replaced by new ones.
 *
 * Columns the tool doesn't know stay where they are. Columns of the tool's stage that the input
 * already has are dropped, and the new ones stand together where the first of those stood, else
 * at the end: so a table may go through a tool again and nothing is doubled or left over.
 */
#ifndef KAM_TABLE_VIEW_H
#define KAM_TABLE_VIEW_H

#include "table/columns.h"
#include "table/table.h"

/* The new columns; all is borrowed. */
struct kam_view_added {
    const struct kam_text *names;
    size_t count;
    /*
     * Write the cells of ITEM in all of them, one by one; by several threads at once. SCRATCH is
     * the thread's, for what has to be put together first. False when memory ran out.
     */
    bool (*write)(const void *context, uint32_t item, struct kam_buffer *scratch,
                  struct kam_writer *writer);
    const void *context;
};

struct kam_view_column {
    struct kam_text name;
    size_t source; /* a column of the table, or KAM_NO_COLUMN: a new one */
    size_t run;    /* columns from this on that are neighbours in the table, or new */
};

/*
 * Items are what becomes rows: item i shows the cells of table row rows[i] and the cells i of the
 * new columns. ROWS NULL: item i is row i. ORDER is the order of writing, NULL: as they are.
 */
struct kam_view {
    const struct kam_table *table;
    struct kam_view_added added;
    struct kam_view_column *columns;
    enum kam_cell_kind *kinds; /* of the columns */
    size_t width;
    size_t count;
    const uint32_t *rows;
    const uint32_t *order;
};

/*
 * A view of all rows of TABLE with the columns ADDED of STAGE. The caller may set count, rows and
 * order afterwards, and free it with kam_view_free.
 */
KAM_MUST_CHECK enum kam_status kam_view_init(struct kam_view *view, const struct kam_table *table,
                                             enum kam_column_stage stage,
                                             const struct kam_view_added *added,
                                             struct kam_error *error);

/*
 * Write header and rows in THREADS threads, whose number doesn't show. KAM_NOMEM; failures to write
 * are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_view_write(const struct kam_view *view, unsigned threads,
                                              struct kam_writer *writer, struct kam_error *error);

/*
 * Write the cells of ROW in the columns FROM to before TO of TABLE, which are of KINDS[TO - FROM]:
 * all at once where they are to be written as they were read.
 */
void kam_view_write_cells(const struct kam_table *table, size_t row, size_t from, size_t to,
                          const enum kam_cell_kind *kinds, struct kam_writer *writer);

void kam_view_free(struct kam_view *view);

#endif
