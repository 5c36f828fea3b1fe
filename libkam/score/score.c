#include "score/score.h"

#include "account/settext.h"
#include "base/minor.h"
#include "score/apportion.h"
#include "score/combine.h"
#include "score/dimension.h"

_Static_assert((int)KAM_POINTS_PLACES == (int)KAM_MINOR_PLACES, "points are in minor units");

/* What is only needed while rows are scored. */
struct scoring {
    const struct kam_table *table;
    struct kam_scores *scores;
    struct kam_dimension *dimensions;
    size_t count;
    /* the row at hand */
    struct kam_dimension_result *results;
    struct kam_buffer set;
};

enum kam_status kam_score_check(const struct kam_model *model, struct kam_error *error)
{
    struct kam_decimal sum;

    if (model->dimension_count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model has no [dimension NAME], so there is nothing to score by; "
                            "--model FILE or $KAM_MODEL names the model");
    return model->weights.method == KAM_WEIGHTS_GIVEN ? kam_weight_sum(model, &sum, error) : KAM_OK;
}

static void write_minor(struct kam_writer *writer, int64_t minor)
{
    char *digits = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    kam_writer_end(writer, digits + kam_minor_format(minor, KAM_POINTS_PLACES, digits));
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

static bool write_row(const void *context, uint32_t row, struct kam_buffer *scratch,
                      struct kam_writer *writer)
{
    const struct kam_scores *scores = context;
    const int32_t *points = kam_pointtable_row(&scores->points, row);
    const int32_t *parts = scores->parts + row * scores->dimension_count;

    for (size_t d = 0; d < scores->dimension_count; d++) {
        if (points[d] == KAM_POINTS_NONE) {
            write_empty(writer);
            write_empty(writer);
        } else {
            write_minor(writer, points[d]);
            write_minor(writer, parts[d]);
        }
    }
    kam_writer_cell(writer, scores->missing_texts.texts[scores->missing[row]], KAM_CELL_TEXT);
    write_minor(writer, scores->totals[row]);
    kam_writer_cell(writer, kam_text_of(scores->hash), KAM_CELL_TEXT);
    (void)scratch;
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

static bool allocate(struct scoring *scoring, const struct kam_model *model)
{
    struct kam_scores *scores = scoring->scores;
    struct kam_arena *arena = &scores->arena;
    size_t count = model->dimension_count, rows = scoring->table->count + 1;
    uint32_t none;

    scoring->count = scores->dimension_count = count;
    scoring->dimensions = kam_arena_calloc(arena, count, sizeof *scoring->dimensions);
    scoring->results = kam_arena_calloc(arena, count, sizeof *scoring->results);
    if (rows > SIZE_MAX / 2 / sizeof *scores->parts / count)
        return false;
    scores->points = (struct kam_pointtable){.rows = scoring->table->count, .count = count};
    scores->points.points = kam_arena_alloc(arena, rows * count * sizeof *scores->points.points);
    scores->parts = kam_arena_alloc(arena, rows * count * sizeof *scores->parts);
    scores->totals = kam_arena_alloc(arena, rows * sizeof *scores->totals);
    scores->missing = kam_arena_alloc(arena, rows * sizeof *scores->missing);
    return scoring->dimensions && scoring->results && scores->points.points && scores->parts &&
           scores->totals && scores->missing &&
           kam_map_intern(&scores->missing_texts, KAM_TEXT(""), &none) &&
           name_columns(scores, model);
}

/* Nothing is learned from prospects. */
static enum kam_status find_prospects(const struct kam_table *table, struct kam_scores *scores,
                                      struct kam_error *error)
{
    size_t lines;
    bool *outside = NULL;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("lines"), &lines, error);

    for (size_t row = 0; row < table->count && !status; row++) {
        if (!kam_is_prospect(table, lines, row))
            continue;
        if (!outside)
            outside = kam_arena_calloc(&scores->arena, table->count, sizeof *outside);
        if (!outside)
            return kam_error_nomem(error);
        outside[row] = true;
        scores->prospects++;
    }
    scores->points.outside = outside;
    return status;
}

static enum kam_status prepare(struct scoring *scoring, const struct kam_model *model,
                               struct kam_error *error)
{
    const struct kam_table *table = scoring->table;
    struct kam_window window;
    enum kam_status status = kam_table_window(table, &window, error);

    if (status)
        return status;
    if (!allocate(scoring, model))
        return kam_error_nomem(error);
    status = find_prospects(table, scoring->scores, error);
    int period = kam_window_last(&window);
    for (size_t d = 0; d < scoring->count && !status; d++)
        status = kam_dimension_bind(&scoring->dimensions[d], &model->dimensions[d], table, period,
                                    &scoring->scores->arena, error);
    return status;
}

static bool put_missing(struct scoring *scoring, size_t row)
{
    struct kam_buffer *set = &scoring->set;

    scoring->scores->missing[row] = 0;
    set->len = 0;
    for (size_t d = 0; d < scoring->count; d++)
        if (scoring->results[d].missing && !kam_settext_add(set, scoring->dimensions[d].rule->name))
            return false;
    if (set->len == 0)
        return true;
    scoring->scores->incomplete++;
    return kam_map_intern(&scoring->scores->missing_texts, kam_buffer_text(set),
                          &scoring->scores->missing[row]);
}

/* The points of ROW. */
static enum kam_status judge_row(struct scoring *scoring, size_t row, struct kam_error *error)
{
    for (size_t d = 0; d < scoring->count; d++) {
        enum kam_status status = kam_dimension_apply(&scoring->dimensions[d], scoring->table, row,
                                                     &scoring->results[d], error);
        if (status)
            return status;
    }
    int32_t *points = kam_pointtable_row(&scoring->scores->points, row);
    for (size_t d = 0; d < scoring->count; d++)
        points[d] = scoring->results[d].skipped ? KAM_POINTS_NONE
                                                : kam_points_round(scoring->results[d].points);
    return put_missing(scoring, row) ? KAM_OK : kam_error_nomem(error);
}

/* The scores of all rows, from their points. */
static enum kam_status combine(struct kam_scores *scores, const struct kam_model *model,
                               const struct kam_table *table, struct kam_error *error)
{
    struct kam_combining combining;
    struct kam_peers peers;
    size_t count = scores->dimension_count;
    struct kam_share *scratch = kam_arena_calloc(&scores->arena, count, sizeof *scratch);
    enum kam_status status = kam_peers_make(&peers, model, table, &scores->arena, error);

    if (status)
        return status;
    if (!scratch || !kam_combining_make(&combining, model->score.method, scores->weights.items,
                                        &scores->points, &peers, &scores->arena))
        return kam_error_nomem(error);
    for (size_t row = 0; row < scores->points.rows; row++)
        scores->totals[row] = kam_combine(&combining, row, scratch, scores->parts + row * count);
    return KAM_OK;
}

enum kam_status kam_scores_make(struct kam_scores *scores, const struct kam_model *model,
                                const struct kam_table *table, unsigned threads,
                                struct kam_error *error)
{
    struct scoring scoring = {.table = table, .scores = scores};

    (void)threads;
    *scores = (struct kam_scores){0};
    enum kam_status status = prepare(&scoring, model, error);
    for (size_t row = 0; row < table->count && !status; row++)
        status = judge_row(&scoring, row, error);
    kam_buffer_free(&scoring.set);
    if (!status)
        status = kam_pointtable_find_outside(&scores->points, table, &scores->arena, error);
    if (!status)
        status = kam_weights_find(&scores->weights, model, &scores->points, &scores->arena, error);
    if (!status)
        status = kam_model_hash_score(model, scores->weights.items, scores->hash, error);
    return status ? status : combine(scores, model, table, error);
}

void kam_scores_free(struct kam_scores *scores)
{
    kam_map_free(&scores->missing_texts);
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
