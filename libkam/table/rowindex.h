/*
 * rowindex: which row of a table has an id.
 *
 * The ids stay where they are, in the table. Where all rows of another are looked up it is done
 * for some at a time: what takes long is to find them in memory, and that the processor can do for
 * several at once.
 */
#ifndef KAM_TABLE_ROWINDEX_H
#define KAM_TABLE_ROWINDEX_H

#include "table/table.h"

struct kam_row_slot;

/* Zero-initialised it has no rows. It takes 12 to 24 bytes a row. */
struct kam_row_index {
    const struct kam_table *table; /* borrowed */
    size_t column;
    struct kam_row_slot *slots;
    size_t slot_count; /* a power of two */
};

/*
 * Index the rows of TABLE by COLUMN, whose cells have to be non-empty and different: KAM_DATA as of
 * kam_table_index otherwise.
 */
KAM_MUST_CHECK enum kam_status kam_row_index_make(struct kam_row_index *index,
                                                  const struct kam_table *table, size_t column,
                                                  struct kam_error *error);

/*
 * ROWS[i] becomes the row whose id stands in row FROM + i of OTHER, in COLUMN, for COUNT rows;
 * KAM_NONE if there is none. By several threads at once, if need be.
 */
void kam_row_index_find(const struct kam_row_index *index, const struct kam_table *other,
                        size_t column, size_t from, size_t count, uint32_t *rows);

/* The row of one ID; KAM_NONE if there is none. */
uint32_t kam_row_index_row(const struct kam_row_index *index, struct kam_text id);

void kam_row_index_free(struct kam_row_index *index);

#endif
