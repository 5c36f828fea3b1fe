#include "table/widen.h"

#include <stdlib.h>

/* One table on its way into a wider one. */
struct widening {
    struct kam_table *wide;
    const struct kam_table *table;
    const struct kam_widening *what;
    size_t *places;             /* of each new column in the wide table */
    struct kam_text *added;     /* its cells in a row */
    uint32_t *rising;           /* the new columns in the order of their places */
    struct kam_row_edit *edits; /* their cells in that order */
};

/* Where each new column goes; *WIDTH becomes that of the wide table. */
static enum kam_status find_places(const struct widening *w, size_t *width, struct kam_error *error)
{
    *width = w->table->width;
    for (size_t i = 0; i < w->what->count; i++) {
        enum kam_status status =
            kam_table_optional(w->table, w->what->names[i], &w->places[i], error);
        if (status)
            return status;
        if (w->places[i] == KAM_NO_COLUMN)
            w->places[i] = (*width)++;
    }
    return KAM_OK;
}

/* Those at the end are in order as they are; the others have to be put in their place. */
static void sort_places(const struct widening *w)
{
    for (size_t i = 0; i < w->what->count; i++) {
        size_t k = i;
        for (; k && w->places[w->rising[k - 1]] > w->places[i]; k--)
            w->rising[k] = w->rising[k - 1];
        w->rising[k] = (uint32_t)i;
    }
    for (size_t k = 0; k < w->what->count; k++)
        w->edits[k].column = w->places[w->rising[k]];
}

static bool take_columns(const struct widening *w, size_t width)
{
    struct kam_table *wide = w->wide;

    wide->names = calloc(width, sizeof *wide->names);
    wide->places = calloc(width, sizeof *wide->places);
    wide->files = calloc(w->table->file_count, sizeof *wide->files);
    wide->rows = malloc((w->table->count + 1) * sizeof *wide->rows);
    if (!wide->names || !wide->places || !wide->files || !wide->rows)
        return false;
    memcpy(wide->files, w->table->files, w->table->file_count * sizeof *wide->files);
    wide->file_count = wide->files_capacity = w->table->file_count;
    wide->rows_capacity = w->table->count + 1;
    wide->header_line = w->table->header_line;
    wide->width = wide->kept = width;
    for (size_t i = 0; i < width; i++)
        wide->places[i] = i;
    for (size_t i = 0; i < w->table->width; i++)
        if (!kam_arena_copy(&wide->arena, w->table->names[i], &wide->names[i]))
            return false;
    for (size_t i = 0; i < w->what->count; i++)
        if (!kam_arena_copy(&wide->arena, w->what->names[i], &wide->names[w->places[i]]))
            return false;
    return true;
}

static bool take_row(const struct widening *w, size_t number)
{
    if (!w->what->fill(w->what->context, number, w->added))
        return false;
    for (size_t k = 0; k < w->what->count; k++)
        w->edits[k].cell = w->added[w->rising[k]];
    struct kam_table_row *row = kam_table_row_edited(&w->wide->arena, w->table->rows[number],
                                                     w->table->width, w->edits, w->what->count);
    if (!row)
        return false;
    w->wide->rows[w->wide->count++] = row;
    return true;
}

enum kam_status kam_table_widen(struct kam_table *wide, const struct kam_table *table,
                                const struct kam_widening *widening, struct kam_error *error)
{
    size_t count = widening->count, width = table->width;
    struct widening w = {.wide = wide, .table = table, .what = widening};

    *wide = (struct kam_table){.row_lines = table->row_lines};
    w.places = calloc(count + 1, sizeof *w.places);
    w.added = calloc(count + 1, sizeof *w.added);
    w.rising = calloc(count + 1, sizeof *w.rising);
    w.edits = calloc(count + 1, sizeof *w.edits);
    enum kam_status status = w.places && w.added && w.rising && w.edits
                                 ? find_places(&w, &width, error)
                                 : kam_error_nomem(error);
    if (!status) {
        sort_places(&w);
        bool ok = take_columns(&w, width);
        for (size_t row = 0; ok && row < table->count; row++)
            ok = take_row(&w, row);
        status = ok ? KAM_OK : kam_error_nomem(error);
    }
    free(w.places);
    free(w.added);
    free(w.rising);
    free(w.edits);
    return status;
}
