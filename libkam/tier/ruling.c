#include "tier/ruling.h"

#include "base/ranges.h"

#include <stdlib.h>

const struct kam_model_rule *kam_ruling_rule(const struct kam_ruling *ruling, size_t number)
{
    const struct kam_model *model = ruling->model;

    if (number < ruling->first_category)
        return &model->admits.items[number];
    if (number < ruling->first_flag)
        return &model->categories.items[number - ruling->first_category];
    return &model->flags.items[number - ruling->first_flag];
}

struct kam_row_source kam_ruling_rows(const struct kam_ruling *ruling,
                                      struct kam_shares_cells *cells)
{
    *cells = (struct kam_shares_cells){
        .table = ruling->table, .shares = ruling->shares, .places = ruling->places};
    return kam_shares_row_source(cells);
}

/* The columns of the table, those of shares among them. */
static enum kam_status name_columns(struct kam_ruling *ruling, struct kam_error *error)
{
    const struct kam_table *table = ruling->table;
    struct kam_text *names =
        kam_arena_calloc(&ruling->arena, table->width + KAM_SHARES_COLUMNS, sizeof *names);
    enum kam_status status = KAM_OK;

    if (!names)
        return kam_error_nomem(error);
    ruling->names = names;
    ruling->width = table->width;
    memcpy(names, table->names, table->width * sizeof *names);
    for (int i = 0; i < KAM_SHARES_COLUMNS && !status; i++) {
        status = kam_table_optional(table, kam_shares_names[i], &ruling->places[i], error);
        if (status || ruling->places[i] != KAM_NO_COLUMN)
            continue;
        ruling->places[i] = ruling->width;
        names[ruling->width++] = kam_shares_names[i];
    }
    return status;
}

static enum kam_status bind_rules(struct kam_ruling *ruling, struct kam_error *error)
{
    enum kam_status status = kam_table_window(ruling->table, &ruling->window, error);

    if (!status)
        status = name_columns(ruling, error);
    for (size_t i = 0; i < ruling->count && !status; i++)
        status = kam_binding_make(&ruling->bindings[i], &kam_ruling_rule(ruling, i)->when,
                                  ruling->names, ruling->width, kam_window_last(&ruling->window),
                                  &ruling->arena, error);
    return status;
}

static enum kam_status judge_row(struct kam_ruling *ruling, const struct kam_row_source *rows,
                                 size_t row, struct kam_error *error)
{
    uint64_t *words = ruling->bits + row * ruling->words;

    for (size_t w = 0; w < ruling->words; w++)
        words[w] = 0;
    for (size_t i = 0; i < ruling->count; i++) {
        bool holds;
        enum kam_status status = kam_binding_holds(&ruling->bindings[i], rows, row, &holds, error);
        if (status) {
            kam_table_place_error(ruling->table, row, error);
            return status;
        }
        words[i / KAM_RULING_WORD] |= (uint64_t)holds << i % KAM_RULING_WORD;
    }
    return KAM_OK;
}

/* ---- all rows, see ranges.h ------------------------------------------------------------------ */

struct judging {
    struct kam_ruling *ruling;
    struct kam_shares_cells cells[KAM_RANGES_SLOTS];
    struct kam_row_source rows[KAM_RANGES_SLOTS];
};

static enum kam_status judge_rows(void *context, size_t slot, size_t from, size_t to,
                                  struct kam_error *error)
{
    struct judging *judging = context;
    enum kam_status status = KAM_OK;

    for (size_t row = from; row < to && !status; row++)
        status = judge_row(judging->ruling, &judging->rows[slot], row, error);
    return status;
}

static enum kam_status judge_all(struct kam_ruling *ruling, unsigned threads,
                                 struct kam_error *error)
{
    struct judging judging = {.ruling = ruling};
    const struct kam_ranges ranges = {judge_rows, &judging, ruling->table->count, threads, 0};

    for (size_t i = 0; i < kam_ranges_slots(&ranges); i++) {
        judging.rows[i] = kam_ruling_rows(ruling, &judging.cells[i]);
        judging.rows[i].memory =
            kam_arena_calloc(&ruling->arena, ruling->width, sizeof *judging.rows[i].memory);
        if (!judging.rows[i].memory)
            return kam_error_nomem(error);
    }
    return kam_ranges_run(&ranges, error);
}

enum kam_status kam_ruling_make(struct kam_ruling *ruling, const struct kam_model *model,
                                const struct kam_table *table, const struct kam_shares *shares,
                                unsigned threads, struct kam_error *error)
{
    *ruling = (struct kam_ruling){.model = model, .table = table, .shares = shares};
    ruling->first_category = model->admits.count;
    ruling->first_flag = ruling->first_category + model->categories.count;
    ruling->count = ruling->first_flag + model->flags.count;
    ruling->words = (ruling->count + KAM_RULING_WORD - 1) / KAM_RULING_WORD;
    ruling->bindings =
        kam_arena_calloc(&ruling->arena, ruling->count + 1, sizeof *ruling->bindings);
    ruling->bits = kam_pages_alloc((table->count * ruling->words + 1) * sizeof *ruling->bits);
    if (!ruling->bindings || !ruling->bits)
        return kam_error_nomem(error);
    enum kam_status status = bind_rules(ruling, error);
    return status || ruling->count == 0 ? status : judge_all(ruling, threads, error);
}

void kam_ruling_free(struct kam_ruling *ruling)
{
    free(ruling->bits);
    kam_arena_free(&ruling->arena);
    *ruling = (struct kam_ruling){0};
}

size_t kam_ruling_admission(const struct kam_ruling *ruling, uint32_t row)
{
    size_t best = KAM_NO_RULE;

    for (size_t i = 0; i < ruling->first_category; i++)
        if (kam_ruling_holds(ruling, row, i) &&
            (best == KAM_NO_RULE ||
             kam_ruling_rule(ruling, i)->tier < kam_ruling_rule(ruling, best)->tier))
            best = i;
    return best;
}

size_t kam_ruling_cap(const struct kam_ruling *ruling, uint32_t row)
{
    size_t worst = KAM_NO_RULE;

    for (size_t i = ruling->first_flag; i < ruling->count; i++) {
        size_t tier = kam_ruling_rule(ruling, i)->tier;
        if (tier != KAM_NO_TIER && kam_ruling_holds(ruling, row, i) &&
            (worst == KAM_NO_RULE || tier > kam_ruling_rule(ruling, worst)->tier))
            worst = i;
    }
    return worst;
}
