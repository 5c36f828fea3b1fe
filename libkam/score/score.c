#include "score/score.h"

#include "account/settext.h"
#include "base/minor.h"
#include "score/apportion.h"
#include "score/dimension.h"
#include "score/weight.h"

_Static_assert((int)KAM_PART_PLACES == (int)KAM_MINOR_PLACES, "parts are in minor units");

/* What is only needed while rows are scored. */
struct scoring {
    const struct kam_table *table;
    struct kam_scores *scores;
    struct kam_dimension *dimensions;
    double *weights;
    size_t count;
    /* the row at hand */
    struct kam_dimension_result *results;
    struct kam_share *shares;
    struct kam_buffer set;
    /* the weight in force where so many dimensions are skipped: that of all, mostly */
    double weight_of_all;
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

static void write_minor(struct kam_writer *writer, int64_t minor)
{
    char *digits = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    kam_writer_end(writer, digits + kam_minor_format(minor, KAM_PART_PLACES, digits));
}

static void write_points(struct kam_writer *writer, double points)
{
    char *digits = kam_writer_begin(writer, KAM_DECIMAL_SIZE);

    kam_writer_end(writer, digits + kam_double_format(points, KAM_PART_PLACES, digits));
}

static void write_empty(struct kam_writer *writer)
{
    kam_writer_cell(writer, KAM_TEXT(""), KAM_CELL_NUMBER);
}

/* The parts as printed add up to the score. */
static bool write_row(const void *context, uint32_t row, struct kam_buffer *scratch,
                      struct kam_writer *writer)
{
    const struct kam_scores *scores = context;
    const struct kam_score_part *parts = scores->parts + row * scores->dimension_count;
    int64_t score = 0;

    for (size_t d = 0; d < scores->dimension_count; d++) {
        score += parts[d].part;
        if (parts[d].is_skipped) {
            write_empty(writer);
            write_empty(writer);
        } else {
            write_points(writer, parts[d].points);
            write_minor(writer, parts[d].part);
        }
    }
    kam_writer_cell(writer, scores->missing_texts.texts[scores->missing[row]], KAM_CELL_TEXT);
    write_minor(writer, score);
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
    scoring->weights = kam_arena_calloc(arena, count, sizeof *scoring->weights);
    scoring->results = kam_arena_calloc(arena, count, sizeof *scoring->results);
    scoring->shares = kam_arena_calloc(arena, count, sizeof *scoring->shares);
    if (rows > SIZE_MAX / 2 / sizeof *scores->parts / count)
        return false;
    scores->parts = kam_arena_alloc(arena, rows * count * sizeof *scores->parts);
    scores->missing = kam_arena_alloc(arena, rows * sizeof *scores->missing);
    return scoring->dimensions && scoring->weights && scoring->results && scoring->shares &&
           scores->parts && scores->missing &&
           kam_map_intern(&scores->missing_texts, KAM_TEXT(""), &none) &&
           name_columns(scores, model);
}

/*
 * The weight of the dimensions that count. Summed exactly, it depends on no order; it can't
 * overflow, being part of the sum that kam_weight_sum has accepted.
 */
static double sum_weights(const struct scoring *scoring)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    for (size_t d = 0; d < scoring->count; d++)
        if (!scoring->results[d].skipped &&
            !kam_decimal_add(&sum, scoring->dimensions[d].rule->weight))
            break;
    return kam_decimal_to_double(sum);
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
    int period = kam_window_last(&window);
    for (size_t d = 0; d < scoring->count && !status; d++) {
        scoring->weights[d] = kam_decimal_to_double(model->dimensions[d].weight);
        status = kam_dimension_bind(&scoring->dimensions[d], &model->dimensions[d], table, period,
                                    &scoring->scores->arena, error);
    }
    if (!status)
        scoring->weight_of_all = sum_weights(scoring);
    return status;
}

static double weight_in_force(const struct scoring *scoring)
{
    for (size_t d = 0; d < scoring->count; d++)
        if (scoring->results[d].skipped)
            return sum_weights(scoring);
    return scoring->weight_of_all;
}

/* The points and parts of ROW. A skipped dimension is a part of 0. */
static void put_parts(const struct scoring *scoring, size_t row)
{
    struct kam_score_part *parts = scoring->scores->parts + row * scoring->count;
    double weight = weight_in_force(scoring);

    for (size_t d = 0; d < scoring->count; d++) {
        const struct kam_dimension_result *result = &scoring->results[d];
        bool counts = !result->skipped && weight > 0;
        scoring->shares[d].exact = counts ? scoring->weights[d] * result->points / weight : 0;
    }
    kam_apportion(scoring->shares, scoring->count);
    for (size_t d = 0; d < scoring->count; d++)
        parts[d] =
            (struct kam_score_part){scoring->results[d].points, (int32_t)scoring->shares[d].rounded,
                                    scoring->results[d].skipped};
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

static enum kam_status score_row(struct scoring *scoring, size_t row, struct kam_error *error)
{
    for (size_t d = 0; d < scoring->count; d++) {
        enum kam_status status = kam_dimension_apply(&scoring->dimensions[d], scoring->table, row,
                                                     &scoring->results[d], error);
        if (status)
            return status;
    }
    put_parts(scoring, row);
    return put_missing(scoring, row) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_scores_make(struct kam_scores *scores, const struct kam_model *model,
                                const struct kam_table *table, struct kam_error *error)
{
    struct scoring scoring = {.table = table, .scores = scores};

    *scores = (struct kam_scores){0};
    enum kam_status status = kam_model_hash_score(model, scores->hash, error);
    if (!status)
        status = prepare(&scoring, model, error);
    for (size_t row = 0; row < table->count && !status; row++)
        status = score_row(&scoring, row, error);
    kam_buffer_free(&scoring.set);
    return status;
}

void kam_scores_free(struct kam_scores *scores)
{
    kam_map_free(&scores->missing_texts);
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
