/*
 * ids: the column of a table whose cells name its rows. Most tables are sorted by it already, and
 * then nothing has to be built to know that each id is there once.
 */
#ifndef KAM_TABLE_IDS_H
#define KAM_TABLE_IDS_H

#include "table/table.h"

/*
 * True if no cell of COLUMN is empty and each comes behind the one before it in byte order: so the
 * rows are sorted by it, and all its cells are different.
 */
bool kam_ids_rise(const struct kam_table *table, size_t column);

/* KAM_DATA for a cell of COLUMN that is empty or stands there twice, as of kam_table_index. */
KAM_MUST_CHECK enum kam_status kam_ids_check(const struct kam_table *table, size_t column,
                                             struct kam_error *error);

/*
 * The rows of TABLE ordered by COLUMN in byte order in *ORDER, which the caller frees; equal cells
 * keep their order. NULL if they are in order as they are.
 */
KAM_MUST_CHECK enum kam_status kam_ids_order(const struct kam_table *table, size_t column,
                                             uint32_t **order, struct kam_error *error);

#endif
