#include "score/score.h"

#include "account/settext.h"
#include "base/digittext.h"
#include "base/ranges.h"
#include "score/apportion.h"
#include "score/combine.h"

_Static_assert((int)KAM_POINTS_PLACES == 4, "points are written in two pairs");

enum kam_status kam_score_check(const struct kam_model *model, struct kam_error *error)
{
    struct kam_decimal sum;

    if (model->dimension_count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model has no [dimension NAME], so there is nothing to score by; "
                            "--model FILE or $KAM_MODEL names the model");
    return model->weights.method == KAM_WEIGHTS_GIVEN ? kam_model_weight_sum(model, &sum, error)
                                                      : KAM_OK;
}

/* Points, a part or a score: never negative, and always with all four places. */
static void write_units(struct kam_writer *writer, int32_t units)
{
    enum { PAIR = 100 };
    uint32_t size = (uint32_t)units, whole = size / KAM_POINTS_UNIT;
    uint32_t fraction = size - whole * KAM_POINTS_UNIT;
    char *at = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    if (whole < 10) {
        *at++ = (char)('0' + whole);
    } else if (whole < PAIR) {
        kam_digittext_pair(at, whole);
        at += 2;
    } else {
        at = kam_digittext_whole(at, whole);
    }
    *at = '.';
    kam_digittext_pair(at + 1, fraction / PAIR);
    kam_digittext_pair(at + 3, fraction % PAIR);
    kam_writer_end(writer, at + 1 + KAM_POINTS_PLACES);
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

/* Join the names of the dimensions whose cell is empty in ROW. */
static bool join_missing(const struct kam_scores *scores, size_t row, struct kam_buffer *set)
{
    set->len = 0;
    for (size_t d = 0; d < scores->dimension_count; d++) {
        if (kam_judging_cell(&scores->judging, row, d).len)
            continue;
        if ((set->len && !kam_buffer_add_byte(set, '|')) ||
            !kam_buffer_add(set, scores->missing[d]))
            return false;
    }
    return true;
}

static bool write_row(const void *context, uint32_t row, struct kam_buffer *scratch,
                      struct kam_writer *writer)
{
    const struct kam_scores *scores = context;
    const int32_t *points = kam_pointtable_row(&scores->judging.points, row);
    const int32_t *parts = scores->parts + row * scores->dimension_count;

    for (size_t d = 0; d < scores->dimension_count; d++) {
        if (points[d] == KAM_POINTS_NONE) {
            write_empty(writer);
            write_empty(writer);
        } else {
            write_units(writer, points[d]);
            write_units(writer, parts[d]);
        }
    }
    if (!join_missing(scores, row, scratch))
        return false;
    kam_writer_cell(writer, kam_buffer_text(scratch), KAM_CELL_TEXT);
    write_units(writer, scores->totals[row]);
    kam_writer_cell(writer, kam_text_of(scores->hash), KAM_CELL_TEXT);
    return true;
}

static bool add_name(struct kam_scores *scores, struct kam_text *name, struct kam_text family,
                     struct kam_text dimension)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = kam_buffer_add(&text, family) && kam_buffer_add(&text, dimension) &&
              kam_arena_copy(&scores->arena, kam_buffer_text(&text), name);

    kam_buffer_free(&text);
    return ok;
}

static bool name_columns(struct kam_scores *scores, const struct kam_model *model)
{
    enum { OTHERS = 3 };
    size_t count = model->dimension_count;
    struct kam_text *names = kam_arena_calloc(&scores->arena, 2 * count + OTHERS, sizeof *names);

    if (!names)
        return false;
    for (size_t d = 0; d < count; d++)
        if (!add_name(scores, &names[2 * d], KAM_TEXT("points_"), model->dimensions[d].name) ||
            !add_name(scores, &names[2 * d + 1], KAM_TEXT("part_"), model->dimensions[d].name))
            return false;
    names[2 * count] = KAM_TEXT("missing");
    names[2 * count + 1] = KAM_TEXT("score");
    names[2 * count + 2] = KAM_TEXT("score_model");
    scores->added = (struct kam_view_added){names, 2 * count + OTHERS, write_row, scores};
    return true;
}

/* The names of the dimensions as they stand in a set. */
static bool name_missing(struct kam_scores *scores, const struct kam_model *model)
{
    struct kam_buffer text = {NULL, 0, 0};
    bool ok = true;

    scores->missing =
        kam_arena_calloc(&scores->arena, model->dimension_count, sizeof *scores->missing);
    if (!scores->missing)
        return false;
    for (size_t d = 0; d < model->dimension_count && ok; d++) {
        text.len = 0;
        ok = kam_settext_add(&text, model->dimensions[d].name) &&
             kam_arena_copy(&scores->arena, kam_buffer_text(&text), &scores->missing[d]);
    }
    kam_buffer_free(&text);
    return ok;
}

/* ---- scores from points ---------------------------------------------------------------------- */

struct run {
    struct kam_scores *scores;
    struct kam_combining combining;
    struct kam_share *scratch; /* for each slot, dimension_count of them */
};

static enum kam_status combine_rows(void *context, size_t slot, size_t from, size_t to,
                                    struct kam_error *error)
{
    const struct run *run = context;
    struct kam_scores *scores = run->scores;
    size_t count = scores->dimension_count;

    (void)error;
    for (size_t row = from; row < to; row++)
        scores->totals[row] = kam_combine(&run->combining, row, run->scratch + slot * count,
                                          scores->parts + row * count);
    return KAM_OK;
}

static bool allocate(struct run *run, unsigned threads)
{
    struct kam_scores *scores = run->scores;
    struct kam_arena *arena = &scores->arena;
    size_t count = scores->dimension_count, rows = scores->judging.points.rows;

    run->scratch = kam_arena_calloc(arena, threads * count, sizeof *run->scratch);
    scores->parts = kam_arena_alloc(arena, rows * count * sizeof *scores->parts);
    scores->totals = kam_arena_alloc(arena, rows * sizeof *scores->totals);
    return run->scratch && scores->parts && scores->totals;
}

/* The scores of all rows, from their points. */
static enum kam_status combine(struct kam_scores *scores, const struct kam_model *model,
                               unsigned threads, struct kam_error *error)
{
    struct run run = {.scores = scores};
    const struct kam_pointtable *points = &scores->judging.points;
    struct kam_peers peers;
    enum kam_status status =
        kam_peers_make(&peers, model, scores->judging.table, &scores->arena, error);

    if (status)
        return status;
    if (!allocate(&run, threads) ||
        !kam_combining_make(&run.combining, model->score.method, scores->weights.items, points,
                            &peers, &scores->arena))
        return kam_error_nomem(error);
    return kam_ranges_run(&(struct kam_ranges){combine_rows, &run, points->rows, threads, 0},
                          error);
}

enum kam_status kam_scores_make(struct kam_scores *scores, const struct kam_model *model,
                                const struct kam_table *table, unsigned threads,
                                struct kam_error *error)
{
    *scores = (struct kam_scores){.dimension_count = model->dimension_count};
    if (!name_columns(scores, model) || !name_missing(scores, model))
        return kam_error_nomem(error);
    enum kam_status status = kam_judging_make(&scores->judging, model, table, threads, error);
    if (!status)
        status = kam_weights_find(&scores->weights, model, &scores->judging.points, &scores->arena,
                                  error);
    if (!status)
        status = kam_model_hash_score(model, scores->weights.items, scores->hash, error);
    return status ? status : combine(scores, model, threads, error);
}

void kam_scores_free(struct kam_scores *scores)
{
    kam_judging_free(&scores->judging);
    kam_arena_free(&scores->arena);
}

enum kam_status kam_score_weights(struct kam_weights *weights, const struct kam_table *table,
                                  const struct kam_model *model, struct kam_arena *arena,
                                  struct kam_error *error)
{
    struct kam_pointtable points;

    if (!kam_weighting_needs_points(model->weights.method))
        return kam_weights_find(weights, model, NULL, arena, error);
    enum kam_status status = kam_pointtable_read(&points, table, model, arena, error);
    return status ? status : kam_weights_find(weights, model, &points, arena, error);
}

/* The score_model of scores that MODEL gave to TABLE. */
static enum kam_status hash_again(const struct kam_table *table, const struct kam_model *model,
                                  char hash[KAM_MODEL_HASH_SIZE], struct kam_error *error)
{
    struct kam_arena arena = {0};
    struct kam_weights weights;
    enum kam_status status = kam_score_weights(&weights, table, model, &arena, error);

    if (!status)
        status = kam_model_hash_score(model, weights.items, hash, error);
    kam_arena_free(&arena);
    return status;
}

enum kam_status kam_score_check_origin(const struct kam_table *table, const struct kam_model *model,
                                       struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("score_model"), &column, error);

    if (status || column == KAM_NO_COLUMN || table->count == 0)
        return status;
    status = hash_again(table, model, hash, error);
    for (size_t row = 0; row < table->count && !status; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        struct kam_place place = kam_table_place(table, row, column);
        if (!kam_text_equal(cell, kam_text_of(hash)))
            return kam_error_at(error, KAM_DATA, &place,
                                "the score was made under other rules (%s) than this model's (%s): "
                                "score again, or give both tools the same --model and --set",
                                kam_show(cell).s, kam_show(kam_text_of(hash)).s);
    }
    return status;
}
