#include "score/score.h"

#include "account/settext.h"
#include "score/apportion.h"
#include "score/dimension.h"
#include "score/weight.h"

/* A dimension and the cells it gets in the new columns, by row. */
struct tally {
    struct kam_dimension dimension;
    double weight;
    struct kam_text *points, *parts;
};

struct scoring {
    const struct kam_table *table;
    struct kam_scores *scores;
    struct tally *tallies;
    size_t count;
    struct kam_text *missing, *score, *model; /* the other new columns, by row */
    /* the row at hand */
    struct kam_dimension_result *results;
    struct kam_share *shares;
    struct kam_buffer set;
};

enum kam_status kam_score_check(const struct kam_model *model, struct kam_error *error)
{
    struct kam_decimal sum;

    if (model->dimension_count == 0)
        return kam_error_at(error, KAM_USAGE, &model->place,
                            "the model has no [dimension NAME], so there is nothing to score by; "
                            "--model FILE or $KAM_MODEL names the model");
    return kam_weight_sum(model, &sum, error);
}

static void add_column(struct kam_scores *scores, struct kam_text name,
                       const struct kam_text *values)
{
    scores->columns[scores->column_count++] = (struct kam_view_column){name, KAM_NO_COLUMN, values};
}

static bool add_dimension_column(struct kam_scores *scores, struct kam_text family,
                                 struct kam_text dimension, const struct kam_text *values)
{
    struct kam_buffer name = {NULL, 0, 0};
    struct kam_text copy;
    bool ok = kam_buffer_add(&name, family) && kam_buffer_add(&name, dimension) &&
              kam_arena_copy(&scores->arena, kam_buffer_text(&name), &copy);

    kam_buffer_free(&name);
    if (ok)
        add_column(scores, copy, values);
    return ok;
}

static bool make_columns(struct scoring *scoring)
{
    struct kam_scores *scores = scoring->scores;
    enum { OTHERS = 3 };

    scores->columns =
        kam_arena_calloc(&scores->arena, 2 * scoring->count + OTHERS, sizeof *scores->columns);
    if (!scores->columns)
        return false;
    for (size_t d = 0; d < scoring->count; d++) {
        const struct tally *tally = &scoring->tallies[d];
        struct kam_text name = tally->dimension.rule->name;
        if (!add_dimension_column(scores, KAM_TEXT("points_"), name, tally->points) ||
            !add_dimension_column(scores, KAM_TEXT("part_"), name, tally->parts))
            return false;
    }
    add_column(scores, KAM_TEXT("missing"), scoring->missing);
    add_column(scores, KAM_TEXT("score"), scoring->score);
    add_column(scores, KAM_TEXT("score_model"), scoring->model);
    return true;
}

static bool allocate(struct scoring *scoring, const struct kam_model *model)
{
    struct kam_arena *arena = &scoring->scores->arena;
    size_t rows = scoring->table->count + 1;

    scoring->count = model->dimension_count;
    scoring->tallies = kam_arena_calloc(arena, scoring->count, sizeof *scoring->tallies);
    scoring->results = kam_arena_calloc(arena, scoring->count, sizeof *scoring->results);
    scoring->shares = kam_arena_calloc(arena, scoring->count, sizeof *scoring->shares);
    scoring->missing = kam_arena_calloc(arena, rows, sizeof *scoring->missing);
    scoring->score = kam_arena_calloc(arena, rows, sizeof *scoring->score);
    scoring->model = kam_arena_calloc(arena, rows, sizeof *scoring->model);
    if (!scoring->tallies || !scoring->results || !scoring->shares || !scoring->missing ||
        !scoring->score || !scoring->model)
        return false;
    for (size_t d = 0; d < scoring->count; d++) {
        struct tally *tally = &scoring->tallies[d];
        tally->weight = kam_decimal_to_double(model->dimensions[d].weight);
        tally->points = kam_arena_calloc(arena, rows, sizeof *tally->points);
        tally->parts = kam_arena_calloc(arena, rows, sizeof *tally->parts);
        if (!tally->points || !tally->parts)
            return false;
    }
    return true;
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
    int period = window.count ? window.first_month + (int)window.count - 1 : (int)KAM_MONTH_NONE;
    for (size_t d = 0; d < scoring->count && !status; d++)
        status = kam_dimension_bind(&scoring->tallies[d].dimension, &model->dimensions[d], table,
                                    period, &scoring->scores->arena, error);
    if (!status && !make_columns(scoring))
        status = kam_error_nomem(error);
    return status;
}

/*
 * The weight in force. Summed exactly, it depends on no order; it can't overflow, being part of the
 * sum that kam_weight_sum has accepted.
 */
static double weight_in_force(const struct scoring *scoring)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    for (size_t d = 0; d < scoring->count; d++)
        if (!scoring->results[d].skipped &&
            !kam_decimal_add(&sum, scoring->tallies[d].dimension.rule->weight))
            break;
    return kam_decimal_to_double(sum);
}

static bool put_decimal(struct kam_arena *arena, struct kam_decimal value, struct kam_text *text)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, KAM_PART_PLACES, digits);

    return kam_arena_copy(arena, (struct kam_text){digits, len}, text);
}

static bool put_points(struct kam_arena *arena, double points, struct kam_text *text)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_double_format(points, KAM_PART_PLACES, digits);

    return kam_arena_copy(arena, (struct kam_text){digits, len}, text);
}

/* The points and parts of ROW, and its score. A skipped dimension is a part of 0, left empty. */
static bool put_score(const struct scoring *scoring, size_t row)
{
    struct kam_arena *arena = &scoring->scores->arena;
    struct kam_decimal score;
    double weight = weight_in_force(scoring);

    for (size_t d = 0; d < scoring->count; d++) {
        const struct kam_dimension_result *result = &scoring->results[d];
        bool counts = !result->skipped && weight > 0;
        scoring->shares[d].exact =
            counts ? scoring->tallies[d].weight * result->points / weight : 0;
    }
    kam_apportion(scoring->shares, scoring->count, &score);
    for (size_t d = 0; d < scoring->count; d++) {
        struct tally *tally = &scoring->tallies[d];
        if (!scoring->results[d].skipped &&
            (!put_points(arena, scoring->results[d].points, &tally->points[row]) ||
             !put_decimal(arena, scoring->shares[d].rounded, &tally->parts[row])))
            return false;
    }
    return put_decimal(arena, score, &scoring->score[row]);
}

static bool put_missing(struct scoring *scoring, size_t row)
{
    struct kam_buffer *set = &scoring->set;

    set->len = 0;
    for (size_t d = 0; d < scoring->count; d++)
        if (scoring->results[d].missing &&
            !kam_settext_add(set, scoring->tallies[d].dimension.rule->name))
            return false;
    if (set->len == 0)
        return true;
    scoring->scores->incomplete++;
    return kam_arena_copy(&scoring->scores->arena, kam_buffer_text(set), &scoring->missing[row]);
}

static enum kam_status score_row(struct scoring *scoring, size_t row, struct kam_error *error)
{
    for (size_t d = 0; d < scoring->count; d++) {
        enum kam_status status = kam_dimension_apply(&scoring->tallies[d].dimension, scoring->table,
                                                     row, &scoring->results[d], error);
        if (status)
            return status;
    }
    return put_score(scoring, row) && put_missing(scoring, row) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_scores_make(struct kam_scores *scores, const struct kam_model *model,
                                const struct kam_table *table, struct kam_error *error)
{
    struct scoring scoring = {.table = table, .scores = scores};
    char hash[KAM_MODEL_HASH_SIZE];
    struct kam_text hash_text;

    *scores = (struct kam_scores){0};
    enum kam_status status = kam_model_hash_score(model, hash, error);
    if (!status && !kam_arena_copy(&scores->arena, kam_text_of(hash), &hash_text))
        status = kam_error_nomem(error);
    if (!status)
        status = prepare(&scoring, model, error);
    for (size_t row = 0; row < table->count && !status; row++) {
        scoring.model[row] = hash_text;
        status = score_row(&scoring, row, error);
    }
    kam_buffer_free(&scoring.set);
    return status;
}

void kam_scores_free(struct kam_scores *scores)
{
    kam_arena_free(&scores->arena);
}

enum kam_status kam_score_check_origin(const struct kam_table *table, const struct kam_model *model,
                                       struct kam_error *error)
{
    char hash[KAM_MODEL_HASH_SIZE];
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("score_model"), &column, error);

    if (status || column == KAM_NO_COLUMN)
        return status;
    status = kam_model_hash_score(model, hash, error);
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
