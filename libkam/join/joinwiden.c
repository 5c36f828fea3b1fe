#include "join/joinwiden.h"

#include "account/settext.h"
#include "table/columns.h"
#include "table/widen.h"

#include <stdlib.h>

/* ---- rules -------------------------------------------------------------------------------------
 */

static struct kam_join_rule find_rule(const struct kam_model *model, struct kam_text name)
{
    for (size_t i = 0; i < model->attribute_count; i++)
        if (kam_text_equal(model->attributes[i].name, name))
            return (struct kam_join_rule){model->attributes[i].merge, true};
    return (struct kam_join_rule){KAM_MERGE_HEAD, kam_column_find(name) != NULL};
}

static bool is_of_numbers(enum kam_attribute_merge merge)
{
    return merge == KAM_MERGE_SUM || merge == KAM_MERGE_MAX || merge == KAM_MERGE_MIN;
}

/* All of them, also where a customer has but one: which rows merge may be another thing tomorrow.
 */
static enum kam_status check_numbers(const struct kam_join *join, size_t number,
                                     struct kam_error *error)
{
    for (size_t row = 0; row < join->table.count; row++) {
        struct kam_text cell = kam_join_value(join, row, number);
        struct kam_place place = kam_table_place(&join->table, row, join->columns[number]);
        struct kam_decimal value;
        if (cell.len && kam_decimal_parse(cell, &value) != KAM_NUMBER_OK)
            return kam_error_at(error, KAM_DATA, &place,
                                "not a number: %s; [attribute %.*s] of the model takes a sum, a "
                                "maximum or a minimum of it",
                                kam_show(cell).s, (int)join->names[number].len,
                                join->names[number].ptr);
    }
    return KAM_OK;
}

enum kam_status kam_join_beside_make(struct kam_join_beside *beside, const struct kam_join *join,
                                     const struct kam_join_match *match,
                                     const struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    *beside = (struct kam_join_beside){.join = join, .match = match};
    beside->rules = calloc(join->count + 1, sizeof *beside->rules);
    if (!beside->rules)
        return kam_error_nomem(error);
    for (size_t i = 0; i < join->count && !status; i++) {
        beside->rules[i] = find_rule(model, join->names[i]);
        if (is_of_numbers(beside->rules[i].merge))
            status = check_numbers(join, i, error);
    }
    return status;
}

void kam_join_beside_free(struct kam_join_beside *beside)
{
    free(beside->rules);
    *beside = (struct kam_join_beside){.rules = NULL};
}

uint32_t kam_join_differing(const struct kam_join_beside *beside, size_t number,
                            struct kam_difference *difference)
{
    const struct kam_join_match *match = beside->match;

    for (size_t c = 0; c < match->customers && !beside->rules[number].said; c++) {
        *difference = (struct kam_difference){.is_found = false};
        for (uint32_t i = match->starts[c]; i < match->starts[c + 1]; i++)
            kam_difference_take(difference, kam_join_value(beside->join, match->rows[i], number));
        if (difference->is_found)
            return (uint32_t)c;
    }
    return KAM_NONE;
}

/* ---- cells -------------------------------------------------------------------------------------
 */

/* A row of the wide table in the making. */
struct filling {
    const struct kam_join_beside *beside;
    const struct kam_table *table;
    size_t row;             /* of the table */
    size_t *kept;           /* per attribute: the column whose cell stays where the file has none */
    struct kam_arena arena; /* of the cells that were made */
    enum kam_status status; /* what a false answer is about, unless it is memory */
    struct kam_error error;
};

/* The rows of the file that a customer has. */
struct rows {
    const uint32_t *items;
    size_t count;
};

static bool too_large(struct filling *filling, size_t number)
{
    const struct kam_join *join = filling->beside->join;
    struct kam_text id = kam_table_cell(filling->table, filling->row, filling->beside->match->id);

    filling->status =
        kam_error_set(&filling->error, KAM_DATA, "%s: the sum of %s for customer %s is too large",
                      join->path, kam_show(join->names[number]).s, kam_show(id).s);
    return false;
}

/* A sum of nothing but empty cells stays empty. */
static bool add_up(struct filling *filling, const struct rows *rows, size_t number,
                   struct kam_text *cell)
{
    enum { PLACES = 2 }; /* as kam-merge-group writes sums */
    struct kam_decimal sum = KAM_DECIMAL_ZERO, value;
    char digits[KAM_DECIMAL_SIZE];
    bool is_empty = true;

    for (size_t i = 0; i < rows->count; i++) {
        struct kam_text one = kam_join_value(filling->beside->join, rows->items[i], number);
        if (kam_decimal_parse(one, &value) != KAM_NUMBER_OK)
            continue;
        is_empty = false;
        if (!kam_decimal_add(&sum, value))
            return too_large(filling, number);
    }
    *cell = (struct kam_text){digits, is_empty ? 0 : kam_decimal_format(sum, PLACES, digits)};
    return kam_arena_copy(&filling->arena, *cell, cell);
}

static struct kam_text extreme_of(const struct filling *filling, const struct rows *rows,
                                  size_t number, enum kam_attribute_merge merge)
{
    struct kam_extreme extreme = {0};

    for (size_t i = 0; i < rows->count; i++)
        kam_extreme_take(&extreme, kam_join_value(filling->beside->join, rows->items[i], number),
                         merge);
    return extreme.cell;
}

/* The texts of all SETS, which one cell or several are. */
static bool collect(const struct filling *filling, const struct rows *rows, size_t number,
                    struct kam_map *texts, struct kam_buffer *scratch)
{
    bool ok = true, nomem = false;

    for (size_t i = 0; i < rows->count && ok; i++) {
        struct kam_text set = kam_join_value(filling->beside->join, rows->items[i], number), item;
        uint32_t known;
        while (ok && kam_settext_next(&set, &item, scratch, &nomem))
            ok = item.len == 0 || kam_map_intern(texts, item, &known);
        ok = ok && !nomem;
    }
    return ok;
}

static bool unite(struct filling *filling, const struct rows *rows, size_t number,
                  struct kam_text *cell)
{
    struct kam_map texts = {0};
    struct kam_buffer scratch = {NULL, 0, 0}, set = {NULL, 0, 0};
    bool ok = collect(filling, rows, number, &texts, &scratch) &&
              kam_settext_write_map(&texts, &set) &&
              kam_arena_copy(&filling->arena, kam_buffer_text(&set), cell);

    kam_map_free(&texts);
    kam_buffer_free(&scratch);
    kam_buffer_free(&set);
    return ok;
}

/* Several rows of one customer. */
static bool merge_cells(struct filling *filling, const struct rows *rows, size_t number,
                        struct kam_text *cell)
{
    enum kam_attribute_merge merge = filling->beside->rules[number].merge;

    switch (merge) {
    case KAM_MERGE_SUM:
        return add_up(filling, rows, number, cell);
    case KAM_MERGE_SET:
        return unite(filling, rows, number, cell);
    case KAM_MERGE_MAX:
    case KAM_MERGE_MIN:
        *cell = extreme_of(filling, rows, number, merge);
        return true;
    case KAM_MERGE_HEAD:
        break;
    }
    *cell = kam_join_value(filling->beside->join, rows->items[0], number);
    return true;
}

static bool fill(void *context, size_t row, struct kam_text *cells)
{
    struct filling *filling = context;
    const struct kam_join *join = filling->beside->join;
    const struct kam_join_match *match = filling->beside->match;
    const struct rows rows = {match->rows + match->starts[row], kam_join_match_count(match, row)};
    bool ok = true;

    filling->row = row;
    kam_arena_reset(&filling->arena);
    for (size_t i = 0; i < join->count && ok; i++) {
        cells[i] = kam_join_value(join, rows.count ? rows.items[0] : SIZE_MAX, i);
        if (rows.count > 1)
            ok = merge_cells(filling, &rows, i, &cells[i]);
        if (cells[i].len == 0 && filling->kept[i] != KAM_NO_COLUMN)
            cells[i] = kam_table_cell(filling->table, row, filling->kept[i]);
    }
    return ok;
}

enum kam_status kam_join_widen(const struct kam_join_beside *beside, const struct kam_table *table,
                               struct kam_table *wide, struct kam_error *error)
{
    const struct kam_join *join = beside->join;
    struct filling filling = {.beside = beside, .table = table};
    const struct kam_widening widening = {
        .names = join->names, .count = join->count, .fill = fill, .context = &filling};

    *wide = (struct kam_table){.names = NULL};
    filling.kept = calloc(join->count + 1, sizeof *filling.kept);
    if (!filling.kept)
        return kam_error_nomem(error);
    for (size_t i = 0; i < join->count; i++)
        filling.kept[i] =
            kam_column_find(join->names[i]) ? kam_table_find(table, join->names[i]) : KAM_NO_COLUMN;
    enum kam_status status = kam_table_widen(wide, table, &widening, error);
    if (status && filling.status) {
        status = filling.status;
        if (error)
            *error = filling.error;
    }
    kam_arena_free(&filling.arena);
    free(filling.kept);
    return status;
}
