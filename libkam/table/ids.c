#include "table/ids.h"
#include "base/sort.h"
#include "table/rowindex.h"

#include <stdlib.h>

bool kam_ids_rise(const struct kam_table *table, size_t column)
{
    struct kam_text last = {"", 0};

    for (size_t row = 0; row < table->count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        if (kam_text_order(last, cell) >= 0)
            return false;
        last = cell;
    }
    return true;
}

enum kam_status kam_ids_check(const struct kam_table *table, size_t column, struct kam_error *error)
{
    struct kam_row_index index = {0};

    if (kam_ids_rise(table, column))
        return KAM_OK;
    enum kam_status status = kam_row_index_make(&index, table, column, error);
    kam_row_index_free(&index);
    return status;
}

enum kam_status kam_ids_order(const struct kam_table *table, size_t column, uint32_t **order,
                              struct kam_error *error)
{
    *order = NULL;
    if (kam_ids_rise(table, column))
        return KAM_OK;
    struct kam_text *ids = malloc((table->count + 1) * sizeof *ids);
    uint32_t *rows = malloc((table->count + 1) * sizeof *rows);
    bool ok = ids && rows;
    for (size_t row = 0; ok && row < table->count; row++)
        ids[row] = kam_table_cell(table, row, column);
    ok = ok && kam_sort_texts(rows, ids, table->count);
    free(ids);
    if (!ok) {
        free(rows);
        return kam_error_nomem(error);
    }
    *order = rows;
    return KAM_OK;
}
