#include "table/view.h"

#include <stdlib.h>

static bool is_of_stage(struct kam_text name, enum kam_column_stage stage)
{
    const struct kam_column *column = kam_column_find(name);

    return column && column->stage == stage;
}

static void add_column(struct kam_view *view, struct kam_text name, size_t source)
{
    view->kinds[view->width] = kam_column_cell_kind(name);
    view->columns[view->width++] = (struct kam_view_column){name, source, 1};
}

static void find_runs(struct kam_view *view)
{
    for (size_t c = view->width; c-- > 1;) {
        struct kam_view_column *column = &view->columns[c - 1];
        size_t next = column->source == KAM_NO_COLUMN ? KAM_NO_COLUMN : column->source + 1;
        if (column[1].source == next)
            column->run = column[1].run + 1;
    }
}

enum kam_status kam_view_init(struct kam_view *view, const struct kam_table *table,
                              enum kam_column_stage stage, const struct kam_view_added *added,
                              struct kam_error *error)
{
    bool placed = false;

    *view = (struct kam_view){.table = table, .added = *added, .count = table->count};
    view->columns = malloc((table->width + added->count) * sizeof *view->columns);
    view->kinds = malloc((table->width + added->count) * sizeof *view->kinds);
    if (!view->columns || !view->kinds)
        return kam_error_nomem(error);
    for (size_t i = 0; i <= table->width; i++) {
        bool own = i < table->width && is_of_stage(table->names[i], stage);
        if (!placed && (own || i == table->width)) {
            for (size_t j = 0; j < added->count; j++)
                add_column(view, added->names[j], KAM_NO_COLUMN);
            placed = true;
        }
        if (!own && i < table->width)
            add_column(view, table->names[i], i);
    }
    find_runs(view);
    return KAM_OK;
}

void kam_view_write_cells(const struct kam_table *table, size_t row, size_t from, size_t to,
                          const enum kam_cell_kind *kinds, struct kam_writer *writer)
{
    struct kam_text run;

    if (to - from > 1 && !writer->options.excel &&
        kam_table_run(table, row, from, to, writer->options.delimiter, &run)) {
        kam_writer_cell(writer, run, KAM_CELL_NUMBER); /* as it is */
        return;
    }
    for (size_t c = from; c < to; c++)
        kam_writer_cell(writer, kam_table_cell(table, row, c), kinds[c - from]);
}

void kam_view_free(struct kam_view *view)
{
    free(view->columns);
    free(view->kinds);
    *view = (struct kam_view){0};
}
