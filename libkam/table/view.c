#include "table/view.h"
#include "base/sort.h"

#include <stdlib.h>

static bool is_of_stage(struct kam_text name, enum kam_column_stage stage)
{
    const struct kam_column *column = kam_column_find(name);

    return column && column->stage == stage;
}

static void add_column(struct kam_view *view, struct kam_view_column column)
{
    view->kinds[view->width] = kam_column_cell_kind(column.name);
    view->columns[view->width++] = column;
}

enum kam_status kam_view_init(struct kam_view *view, const struct kam_table *table,
                              enum kam_column_stage stage, const struct kam_view_column *added,
                              size_t count, struct kam_error *error)
{
    bool placed = false;

    *view = (struct kam_view){.table = table, .count = table->count};
    view->columns = malloc((table->width + count) * sizeof *view->columns);
    view->kinds = malloc((table->width + count) * sizeof *view->kinds);
    if (!view->columns || !view->kinds)
        return kam_error_nomem(error);
    for (size_t i = 0; i <= table->width; i++) {
        bool own = i < table->width && is_of_stage(table->names[i], stage);
        if (!placed && (own || i == table->width)) {
            for (size_t j = 0; j < count; j++)
                add_column(view, added[j]);
            placed = true;
        }
        if (!own && i < table->width)
            add_column(view, (struct kam_view_column){table->names[i], i, NULL});
    }
    return KAM_OK;
}

void kam_view_write(const struct kam_view *view, struct kam_writer *writer)
{
    for (size_t c = 0; c < view->width; c++)
        kam_writer_cell(writer, view->columns[c].name, KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (size_t k = 0; k < view->count; k++) {
        uint32_t item = view->order ? view->order[k] : (uint32_t)k;
        uint32_t row = view->rows ? view->rows[item] : item;
        for (size_t c = 0; c < view->width; c++) {
            const struct kam_view_column *column = &view->columns[c];
            struct kam_text cell = column->source == KAM_NO_COLUMN
                                       ? column->values[item]
                                       : kam_table_cell(view->table, row, column->source);
            kam_writer_cell(writer, cell, view->kinds[c]);
        }
        kam_writer_end_row(writer);
    }
}

void kam_view_free(struct kam_view *view)
{
    free(view->columns);
    free(view->kinds);
    *view = (struct kam_view){0};
}

struct keys {
    const struct kam_table *table;
    size_t column;
};

static int compare_cells(uint32_t a, uint32_t b, void *context)
{
    const struct keys *keys = context;

    return kam_text_order(kam_table_cell(keys->table, a, keys->column),
                          kam_table_cell(keys->table, b, keys->column));
}

enum kam_status kam_view_order_by(const struct kam_table *table, size_t column, uint32_t *order,
                                  struct kam_error *error)
{
    struct keys keys = {table, column};

    for (size_t i = 0; i < table->count; i++)
        order[i] = (uint32_t)i;
    return kam_sort(order, table->count, compare_cells, &keys) ? KAM_OK : kam_error_nomem(error);
}
