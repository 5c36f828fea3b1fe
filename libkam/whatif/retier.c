#include "whatif/retier.h"

#include "base/minor.h"
#include "score/apportion.h"
#include "score/score.h"
#include "table/widen.h"

#include <stdlib.h>

/* Longest cell of a score or a part, with its NUL. */
enum { CELL = KAM_DECIMAL_SIZE };

/* Scores in the making, row by row. */
struct scoring {
    const struct kam_whatif *whatif;
    struct kam_combining combining;
    struct kam_share *shares;
    int32_t *parts;
    char *digits; /* CELL for each part, and for the score */
    struct kam_arena arena;
};

static bool start(struct scoring *scoring, const struct kam_whatif *whatif,
                  const struct kam_decimal *weights)
{
    size_t count = whatif->points.count;
    struct kam_arena *arena = &scoring->arena;

    *scoring = (struct scoring){.whatif = whatif};
    scoring->shares = kam_arena_calloc(arena, count, sizeof *scoring->shares);
    scoring->parts = kam_arena_calloc(arena, count, sizeof *scoring->parts);
    scoring->digits = kam_arena_calloc(arena, count + 1, CELL);
    return scoring->shares && scoring->parts && scoring->digits &&
           kam_combining_make(&scoring->combining, whatif->model->score.method, weights,
                              &whatif->points, &whatif->peers, arena);
}

static struct kam_text write_cell(int32_t units, char *digits)
{
    return (struct kam_text){digits, kam_minor_format(units, KAM_POINTS_PLACES, digits)};
}

/* The cells of ROW: its parts, empty where a dimension is skipped, then its score. */
static bool fill_row(void *context, size_t row, struct kam_text *cells)
{
    struct scoring *scoring = context;
    const struct kam_pointtable *points = &scoring->whatif->points;
    int32_t score = kam_combine(&scoring->combining, row, scoring->shares, scoring->parts);

    for (size_t d = 0; d < points->count; d++)
        cells[d] = kam_pointtable_row(points, row)[d] == KAM_POINTS_NONE
                       ? KAM_TEXT("")
                       : write_cell(scoring->parts[d], scoring->digits + d * CELL);
    cells[points->count] = write_cell(score, scoring->digits + points->count * CELL);
    return true;
}

/* ---- as things are ----------------------------------------------------------------------------
 */

static bool name_columns(struct kam_whatif *whatif)
{
    const struct kam_model *model = whatif->model;
    struct kam_buffer name = {NULL, 0, 0};
    bool ok = true;

    whatif->names =
        kam_arena_calloc(&whatif->arena, model->dimension_count + 1, sizeof *whatif->names);
    for (size_t d = 0; whatif->names && ok && d < model->dimension_count; d++) {
        name.len = 0;
        ok = kam_buffer_add(&name, KAM_TEXT("part_")) &&
             kam_buffer_add(&name, model->dimensions[d].name) &&
             kam_arena_copy(&whatif->arena, kam_buffer_text(&name), &whatif->names[d]);
    }
    kam_buffer_free(&name);
    if (!whatif->names || !ok)
        return false;
    whatif->names[model->dimension_count] = KAM_TEXT("score");
    return true;
}

/* Whether the scores in COLUMN are those of the weights in force. */
static enum kam_status check_scores(const struct kam_whatif *whatif, size_t column,
                                    struct kam_error *error)
{
    const struct kam_table *table = whatif->tiering->table;
    struct scoring scoring;
    enum kam_status status = KAM_OK;

    if (!start(&scoring, whatif, whatif->weights.items))
        status = kam_error_nomem(error);
    for (size_t row = 0; row < table->count && !status; row++) {
        char digits[CELL];
        struct kam_place place = kam_table_place(table, row, column);
        struct kam_text cell = kam_table_cell(table, row, column);
        struct kam_text score =
            write_cell(kam_combine(&scoring.combining, row, scoring.shares, scoring.parts), digits);
        if (!kam_text_equal(cell, score))
            status = kam_error_at(error, KAM_DATA, &place,
                                  "%s, but the points of this row come to %s; run kam-score again",
                                  kam_show(cell).s, kam_show(score).s);
    }
    kam_arena_free(&scoring.arena);
    return status;
}

static enum kam_status read_scores(struct kam_whatif *whatif, size_t column,
                                   struct kam_error *error)
{
    const struct kam_table *table = whatif->tiering->table;
    const struct kam_model *model = whatif->model;
    struct kam_arena *arena = &whatif->arena;
    enum kam_status status = kam_score_check_origin(table, model, error);

    if (!status)
        status = kam_pointtable_read(&whatif->points, table, model, arena, error);
    if (!status)
        status = kam_peers_make(&whatif->peers, model, table, arena, error);
    if (!status)
        status = kam_weights_find(&whatif->weights, model, &whatif->points, arena, error);
    if (!status && !name_columns(whatif))
        status = kam_error_nomem(error);
    return status ? status : check_scores(whatif, column, error);
}

enum kam_status kam_whatif_init(struct kam_whatif *whatif, const struct kam_tiering *tiering,
                                const struct kam_model *model, unsigned threads,
                                struct kam_error *error)
{
    size_t column;

    *whatif = (struct kam_whatif){.tiering = tiering, .model = model, .threads = threads};
    enum kam_status status = kam_table_optional(tiering->table, KAM_TEXT("score"), &column, error);
    if (status || column == KAM_NO_COLUMN || model->dimension_count == 0)
        return status;
    whatif->is_scored = true;
    return read_scores(whatif, column, error);
}

void kam_whatif_free(struct kam_whatif *whatif)
{
    kam_arena_free(&whatif->arena);
    *whatif = (struct kam_whatif){0};
}

/* ---- variations -------------------------------------------------------------------------------
 */

static enum kam_status find_tiers(const struct kam_whatif *whatif, const struct kam_table *table,
                                  const struct kam_model *model, uint32_t *tiers,
                                  struct kam_error *error)
{
    struct kam_model plain = *model;
    struct kam_tiering tiering;

    plain.grid.classes.count = 0; /* it decides no tier */
    enum kam_status status = kam_tiering_make(&tiering, table, &plain, whatif->tiering->previous,
                                              whatif->threads, error);

    for (size_t i = 0; i < tiering.ranking.count && !status; i++)
        tiers[tiering.ranking.order[i]] = tiering.verdicts[tiering.ranking.order[i]].tier;
    kam_tiering_free(&tiering);
    return status;
}

enum kam_status kam_whatif_reweigh(const struct kam_whatif *whatif,
                                   const struct kam_decimal *weights, uint32_t *tiers,
                                   struct kam_error *error)
{
    struct scoring scoring;
    const struct kam_widening widening = {.names = whatif->names,
                                          .count = whatif->points.count + 1,
                                          .fill = fill_row,
                                          .context = &scoring};
    struct kam_table table = {0};
    enum kam_status status = start(&scoring, whatif, weights)
                                 ? kam_table_widen(&table, whatif->tiering->table, &widening, error)
                                 : kam_error_nomem(error);

    if (!status)
        status = find_tiers(whatif, &table, whatif->model, tiers, error);
    kam_table_free(&table);
    kam_arena_free(&scoring.arena);
    return status;
}

enum kam_status kam_whatif_recut(const struct kam_whatif *whatif, const struct kam_decimal *limits,
                                 uint32_t *tiers, struct kam_error *error)
{
    struct kam_model model = *whatif->model;

    model.tiers.cut.limits = limits;
    return find_tiers(whatif, whatif->tiering->table, &model, tiers, error);
}
