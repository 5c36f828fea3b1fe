#include "score/weightlist.h"

#include "score/ahp.h"
#include "score/sample.h"

/* ---- what there is ------------------------------------------------------------------------- */

/* Whether the model and the data have what METHOD needs. */
static bool can_try(const struct kam_model *model, const struct kam_pointtable *points,
                    enum kam_weighting method)
{
    struct kam_decimal none = KAM_DECIMAL_ZERO;
    bool given = false;

    switch (method) {
    case KAM_WEIGHTS_GIVEN:
        for (size_t d = 0; d < model->dimension_count; d++) {
            if (!model->dimensions[d].weight_said)
                return false;
            given |= kam_decimal_compare(model->dimensions[d].weight, none) > 0;
        }
        return given;
    case KAM_WEIGHTS_AHP:
        return model->weights.judgements != NULL;
    case KAM_WEIGHTS_ENTROPY:
    case KAM_WEIGHTS_CRITIC:
    case KAM_WEIGHTINGS:
        break;
    }
    return points != NULL;
}

/* A method that isn't in force may fail: its column is empty then. */
static enum kam_status try_method(struct kam_weightlist *list, enum kam_weighting method,
                                  const struct kam_pointtable *points, struct kam_arena *arena,
                                  struct kam_error *error)
{
    struct kam_weights *column = &list->columns[method];
    enum kam_status status =
        kam_weights_find_by(column, method, kam_decimal_of(1), list->model, points, arena, error);

    if (status != KAM_DATA && status != KAM_USAGE)
        return status;
    *column = (struct kam_weights){0};
    if (error)
        list->notes[list->note_count++] = *error;
    return KAM_OK;
}

enum kam_status kam_weightlist_make(struct kam_weightlist *list, const struct kam_model *model,
                                    const struct kam_pointtable *points, struct kam_arena *arena,
                                    struct kam_error *error)
{
    struct kam_sample sample = {0};

    *list = (struct kam_weightlist){.model = model};
    enum kam_status status = kam_weights_find(&list->in_force, model, points, arena, error);
    for (int method = 0; method < KAM_WEIGHTINGS && !status; method++)
        if (can_try(model, points, (enum kam_weighting)method))
            status = try_method(list, (enum kam_weighting)method, points, arena, error);
    if (!status && points && !kam_sample_make(&sample, points, arena))
        status = kam_error_nomem(error);
    list->rows = sample.rows;
    return status;
}

/* ---- written ------------------------------------------------------------------------------- */

static void write_text(struct kam_writer *writer, const char *text)
{
    kam_writer_cell(writer, kam_text_of(text), KAM_CELL_TEXT);
}

static void write_number(struct kam_writer *writer, struct kam_decimal value, int places)
{
    char text[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, places, text);

    kam_writer_cell(writer, (struct kam_text){text, len}, KAM_CELL_NUMBER);
}

/* The share of item D; of weights that are given, six places, half to even. */
static void write_share(struct kam_writer *writer, const struct kam_weights *weights, size_t d)
{
    struct kam_decimal share;

    if (weights->items && kam_decimal_divide(weights->items[d], weights->sum, KAM_WEIGHT_PLACES,
                                             &share) == KAM_NUMBER_OK)
        write_number(writer, share, KAM_WEIGHT_PLACES);
    else
        write_text(writer, "");
}

static void write_dimension(const struct kam_weightlist *list, size_t d, struct kam_writer *writer)
{
    bool given = list->model->weights.method == KAM_WEIGHTS_GIVEN;

    write_text(writer, "weight");
    kam_writer_cell(writer, list->model->dimensions[d].name, KAM_CELL_TEXT);
    write_number(writer, list->in_force.items[d], given ? 0 : KAM_WEIGHT_PLACES);
    write_share(writer, &list->in_force, d);
    for (int method = 0; method < KAM_WEIGHTINGS; method++)
        write_share(writer, &list->columns[method], d);
    kam_writer_end_row(writer);
}

/* A row of kind `check`, whose cells under methods are TEXTS. */
static void write_check(struct kam_writer *writer, const char *name,
                        const char *const texts[KAM_WEIGHTINGS])
{
    write_text(writer, "check");
    write_text(writer, name);
    write_text(writer, "");
    write_text(writer, "");
    for (int method = 0; method < KAM_WEIGHTINGS; method++)
        kam_writer_cell(writer, kam_text_of(texts[method] ? texts[method] : ""), KAM_CELL_NUMBER);
    kam_writer_end_row(writer);
}

static void write_consistency(const struct kam_model *model, struct kam_writer *writer)
{
    struct kam_ahp ahp;
    char digits[KAM_DECIMAL_SIZE];

    kam_ahp_solve(&ahp, model->weights.judgements, model->dimension_count);
    const struct {
        const char *name;
        double value;
    } checks[] = {
        {"lambda_max", ahp.lambda_max},
        {"consistency_index", ahp.consistency_index},
        {"random_index", ahp.random_index},
        {"consistency_ratio", ahp.consistency_ratio},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        kam_double_format(checks[i].value, KAM_WEIGHT_PLACES, digits);
        write_check(writer, checks[i].name,
                    (const char *const[KAM_WEIGHTINGS]){[KAM_WEIGHTS_AHP] = digits});
    }
}

static void write_rows(const struct kam_weightlist *list, struct kam_writer *writer)
{
    const char *cells[KAM_WEIGHTINGS] = {NULL};
    char digits[KAM_DECIMAL_SIZE];

    kam_decimal_format(kam_decimal_of((int64_t)list->rows), 0, digits);
    for (int method = 0; method < KAM_WEIGHTINGS; method++)
        if (kam_weighting_needs_points((enum kam_weighting)method) && list->columns[method].items)
            cells[method] = digits;
    write_check(writer, "rows", cells);
}

static void write_source(const struct kam_weightlist *list, struct kam_writer *writer)
{
    static const char *const sources[KAM_WEIGHTINGS] = {
        [KAM_WEIGHTS_GIVEN] = "the model",
        [KAM_WEIGHTS_AHP] = "Saaty 1977, 1980",
        [KAM_WEIGHTS_ENTROPY] = "Shannon 1948; Hwang and Yoon 1981",
        [KAM_WEIGHTS_CRITIC] = "Diakoulaki, Mavrotas and Papayannakis 1995",
    };

    write_text(writer, "source");
    write_text(writer, "");
    write_text(writer, kam_weighting_name(list->model->weights.method));
    write_text(writer, "");
    for (int method = 0; method < KAM_WEIGHTINGS; method++)
        write_text(writer, sources[method]);
    kam_writer_end_row(writer);
}

void kam_weightlist_write(const struct kam_weightlist *list, struct kam_writer *writer)
{
    static const char *const header[] = {"kind",  "dimension", "weight",  "share",
                                         "given", "ahp",       "entropy", "critic"};

    for (size_t i = 0; i < sizeof header / sizeof *header; i++)
        write_text(writer, header[i]);
    kam_writer_end_row(writer);
    for (size_t d = 0; d < list->model->dimension_count; d++)
        write_dimension(list, d, writer);
    if (list->model->weights.judgements)
        write_consistency(list->model, writer);
    if (list->columns[KAM_WEIGHTS_ENTROPY].items || list->columns[KAM_WEIGHTS_CRITIC].items)
        write_rows(list, writer);
    write_source(list, writer);
}
