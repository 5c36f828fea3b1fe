#include "report/reportparts.h"

#include "base/sort.h"

#include <stdlib.h>

/* The files whose rows are parted. */
enum { NOW, BEFORE, MOVES, RISKS, FILES };

/* What is needed on the way. */
struct parting {
    const struct kam_reportsource *source;
    const struct kam_table *tables[FILES];
    struct kam_map values;
    uint32_t *of_rows[FILES]; /* the value of each row, a number of the map's */
    size_t rows;              /* in all files */
};

static struct kam_reportrows *rows_of(struct kam_reportscope *scope, int file)
{
    switch (file) {
    case NOW:
        return &scope->now;
    case BEFORE:
        return &scope->before;
    case MOVES:
        return &scope->moves;
    default:
        return &scope->risks;
    }
}

static enum kam_status begin_parting(struct parting *parting, const struct kam_reportsource *source,
                                     struct kam_error *error)
{
    const struct kam_table *tables[FILES] = {&source->now.snapshot.table,
                                             &source->before.snapshot.table, &source->moves.table,
                                             &source->risks};

    *parting = (struct parting){.source = source};
    for (int f = 0; f < FILES; f++) {
        parting->tables[f] = tables[f];
        parting->rows += tables[f]->count;
        parting->of_rows[f] = calloc(tables[f]->count + 1, sizeof **parting->of_rows);
        if (!parting->of_rows[f])
            return kam_error_nomem(error);
    }
    return KAM_OK;
}

static void end_parting(struct parting *parting)
{
    for (int f = 0; f < FILES; f++)
        free(parting->of_rows[f]);
    kam_map_free(&parting->values);
}

/* ---- which value each row has ---------------------------------------------------------------- */

static enum kam_status too_many(const struct parting *parting, struct kam_error *error)
{
    struct kam_place place = {.file = parting->source->files.snapshot};

    return kam_error_at(error, KAM_DATA, &place,
                        "%s has more than %d values, and there is a page for each",
                        kam_show(parting->source->files.by).s, KAM_REPORTPARTS_MOST);
}

static enum kam_status take_value(struct parting *parting, struct kam_text value, uint32_t *number,
                                  struct kam_error *error)
{
    if (!kam_map_intern(&parting->values, value, number))
        return kam_error_nomem(error);
    return *number < KAM_REPORTPARTS_MOST ? KAM_OK : too_many(parting, error);
}

/* Those of a snapshot, which has them in COLUMN. */
static enum kam_status take_cells(struct parting *parting, int file, size_t column,
                                  struct kam_error *error)
{
    const struct kam_table *table = parting->tables[file];
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < table->count && !status; row++)
        status = take_value(parting, kam_table_cell(table, row, column),
                            &parting->of_rows[file][row], error);
    return status;
}

static enum kam_status take_snapshots(struct parting *parting, struct kam_error *error)
{
    struct kam_text by = parting->source->files.by;
    size_t column;
    enum kam_status status = kam_table_require(parting->tables[NOW], by, &column, error);

    if (!status)
        status = take_cells(parting, NOW, column, error);
    if (!status && parting->source->files.previous)
        status = kam_table_require(parting->tables[BEFORE], by, &column, error);
    if (!status && parting->source->files.previous)
        status = take_cells(parting, BEFORE, column, error);
    return status;
}

/* The value of the customer ID, from where it stands; KAM_NONE: in neither snapshot. */
static uint32_t value_of(const struct parting *parting, struct kam_text id)
{
    const struct kam_reportsource *source = parting->source;
    uint32_t row = kam_row_index_row(&source->now.snapshot.index, id);

    if (row != KAM_NONE)
        return parting->of_rows[NOW][row];
    if (source->files.previous)
        row = kam_row_index_row(&source->before.snapshot.index, id);
    return row == KAM_NONE ? KAM_NONE : parting->of_rows[BEFORE][row];
}

/* Those of a list of customers, by the column account_id, if it has one. */
static enum kam_status take_list(struct parting *parting, int file, struct kam_error *error)
{
    const struct kam_table *table = parting->tables[file];
    size_t id = kam_table_find_kept(table, KAM_TEXT("account_id"));
    size_t own = kam_table_find_kept(table, parting->source->files.by);
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < table->count && !status; row++) {
        uint32_t *value = &parting->of_rows[file][row];
        *value = id == KAM_NO_COLUMN ? KAM_NONE : value_of(parting, kam_table_cell(table, row, id));
        if (*value == KAM_NONE)
            status = take_value(
                parting, own == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(table, row, own),
                value, error);
    }
    return status;
}

static enum kam_status take_values(struct parting *parting, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    uint32_t all;

    if (!parting->source->files.by.len)
        return kam_map_intern(&parting->values, KAM_TEXT(""), &all) ? KAM_OK
                                                                    : kam_error_nomem(error);
    status = take_snapshots(parting, error);
    if (!status)
        status = take_list(parting, MOVES, error);
    if (!status)
        status = take_list(parting, RISKS, error);
    return status;
}

/* ---- parts ----------------------------------------------------------------------------------- */

/* The rows of FILE, sorted by their part: PLACES says which that of a value is. */
static void part_rows(struct kam_reportparts *parts, const struct parting *parting, int file,
                      const uint32_t *places, uint32_t *rows)
{
    size_t count = parting->tables[file]->count, start = 0;

    for (size_t row = 0; row < count; row++)
        rows_of(&parts->items[places[parting->of_rows[file][row]]], file)->count++;
    for (size_t p = 0; p < parts->count; p++) {
        struct kam_reportrows *part = rows_of(&parts->items[p], file);
        part->items = rows + start;
        start += part->count;
        part->count = 0;
    }
    for (size_t row = 0; row < count; row++) {
        struct kam_reportrows *part =
            rows_of(&parts->items[places[parting->of_rows[file][row]]], file);
        rows[(size_t)(part->items - rows) + part->count++] = (uint32_t)row;
    }
}

/* The values in byte order; *PLACES: where each of them is then. */
static bool order_values(const struct kam_map *values, uint32_t *order, uint32_t *places)
{
    for (uint32_t v = 0; v < values->count; v++)
        order[v] = v;
    if (!kam_sort_texts(order, values->texts, values->count))
        return false;
    for (uint32_t p = 0; p < values->count; p++)
        places[order[p]] = p;
    return true;
}

static enum kam_status make_parts(struct kam_reportparts *parts, const struct parting *parting,
                                  struct kam_error *error)
{
    const struct kam_map *values = &parting->values;
    uint32_t *order = malloc((values->count + 1) * sizeof *order);
    uint32_t *places = malloc((values->count + 1) * sizeof *places);

    parts->items = calloc(values->count + 1, sizeof *parts->items);
    parts->rows = malloc((parting->rows + 1) * sizeof *parts->rows);
    bool ok = order && places && parts->items && parts->rows && order_values(values, order, places);
    uint32_t *rows = parts->rows;
    for (uint32_t p = 0; ok && p < values->count; p++) {
        parts->items[p].is_part = parting->source->files.by.len > 0;
        ok = kam_arena_copy(&parts->arena, values->texts[order[p]], &parts->items[p].value);
    }
    parts->count = ok ? values->count : 0;
    for (int f = 0; ok && f < FILES; f++) {
        part_rows(parts, parting, f, places, rows);
        rows += parting->tables[f]->count;
    }
    free(order);
    free(places);
    return ok ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_reportparts_make(struct kam_reportparts *parts,
                                     const struct kam_reportsource *source, struct kam_error *error)
{
    struct parting parting;
    enum kam_status status = begin_parting(&parting, source, error);

    if (!status)
        status = take_values(&parting, error);
    if (!status)
        status = make_parts(parts, &parting, error);
    end_parting(&parting);
    return status;
}

void kam_reportparts_free(struct kam_reportparts *parts)
{
    free(parts->items);
    free(parts->rows);
    kam_arena_free(&parts->arena);
}
