#include "model/judgement.h"
#include "model/modelbuild.h"
#include "model/sectionkeys.h"

/* Derived weights have six decimal places, and so has what they add up to. */
enum { TOTAL_PLACES = 6, TOTAL_MOST = 1000000000 };

/* ---- [weights] ----------------------------------------------------------------------------- */

static enum kam_status build_method(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_WEIGHTS, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct kam_section_keys keys = {list.items[0], &model->file.arena, error};
    size_t method = KAM_WEIGHTS_GIVEN;
    model->weights.place = keys.section->place;
    status = kam_section_word(&keys, "method", &method);
    model->weights.method = (enum kam_weighting)method;
    return status;
}

/* The key called NAME in the only section of KIND, or NULL. */
static const struct kam_modelkey *find_key(const struct kam_model *model,
                                           enum kam_section_kind kind, const char *name)
{
    struct kam_text section = kam_text_of(kam_schema_of(kind)->name);

    for (size_t i = 0; i < model->file.section_count; i++)
        if (kam_text_equal(model->file.sections[i].kind, section))
            return kam_modelfile_key(&model->file.sections[i], name);
    return NULL;
}

static enum kam_status build_total(struct kam_model *model, struct kam_error *error)
{
    const struct kam_modelkey *key = find_key(model, KAM_SECTION_MODEL, "weights-total");
    struct kam_decimal *total = &model->weights.total, rounded;

    if (!key)
        return KAM_OK;
    enum kam_status status = kam_value_number(total, key->value, &key->place, error);
    if (status != KAM_OK)
        return status;
    if (kam_decimal_sign(*total) == 0 ||
        kam_decimal_compare(*total, kam_decimal_of(TOTAL_MOST)) > 0 ||
        kam_decimal_round(*total, TOTAL_PLACES, &rounded) != KAM_NUMBER_OK ||
        kam_decimal_compare(*total, rounded) != 0)
        return kam_error_at(error, KAM_USAGE, &key->place,
                            "not a number above 0, up to %d, with at most %d decimal places: %s",
                            TOTAL_MOST, TOTAL_PLACES, kam_show(key->value).s);
    return KAM_OK;
}

/* ---- [score] ------------------------------------------------------------------------------- */

/* All rows, or those with the same cell in a column. */
static enum kam_status build_population(struct kam_text *per, const struct kam_section_keys *keys)
{
    const struct kam_modelkey *key = kam_modelfile_key(keys->section, "population");
    struct kam_population_rule rule;

    if (!key)
        return KAM_OK;
    enum kam_status status =
        kam_population_parse(&rule, key->value, &key->place, keys->arena, keys->error);
    if (status == KAM_OK && rule.kind == KAM_POPULATION_SEGMENT)
        return kam_error_at(keys->error, KAM_USAGE, &key->place,
                            "a score has no segments: say all, or per COLUMN");
    if (status != KAM_OK || rule.kind == KAM_POPULATION_ALL)
        return status;
    *per = rule.column;
    return kam_modelbuild_check_stage(*per, KAM_TOOL_SCORE, &key->place, keys->error);
}

static enum kam_status build_score(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections list;
    enum kam_status status =
        kam_modelbuild_select(&list, model, KAM_SECTION_SCORE, KAM_ANY_CONDITION, error);

    if (status != KAM_OK || !list.count)
        return status;
    struct kam_section_keys keys = {list.items[0], &model->file.arena, error};
    size_t method = KAM_SCORE_SUM;
    model->score.place = keys.section->place;
    status = kam_section_word(&keys, "method", &method);
    model->score.method = (enum kam_score_method)method;
    return status == KAM_OK ? build_population(&model->score.per, &keys) : status;
}

enum kam_status kam_modelbuild_weights(struct kam_model *model, struct kam_error *error)
{
    enum kam_status status = build_method(model, error);

    if (status == KAM_OK)
        status = build_total(model, error);
    return status == KAM_OK ? build_score(model, error) : status;
}

/* ---- what has to fit the dimensions -------------------------------------------------------- */

static enum kam_status build_judgements(struct kam_model *model, const struct kam_modelkey *key,
                                        struct kam_error *error)
{
    struct kam_arena *arena = &model->file.arena;
    struct kam_text *names = kam_arena_calloc(arena, model->dimension_count + 1, sizeof *names);
    struct kam_matrix matrix;

    if (!names)
        return kam_error_nomem(error);
    for (size_t d = 0; d < model->dimension_count; d++)
        names[d] = model->dimensions[d].name;
    const struct kam_text_list list = {names, model->dimension_count};
    enum kam_status status = kam_value_matrix(&matrix, key->value, &key->place, arena, error);
    return status == KAM_OK ? kam_judgements_read(&model->weights.judgements, &matrix, &list,
                                                  &key->place, arena, error)
                            : status;
}

/* The weights that the dimensions say add up to what the model says they do. */
static enum kam_status check_total(const struct kam_model *model, struct kam_error *error)
{
    const struct kam_modelkey *key = find_key(model, KAM_SECTION_MODEL, "weights-total");
    struct kam_decimal sum;
    char digits[KAM_DECIMAL_SIZE];

    if (!key || !model->dimension_count || model->weights.method != KAM_WEIGHTS_GIVEN)
        return KAM_OK;
    enum kam_status status = kam_model_weight_sum(model, &sum, error);
    if (status != KAM_OK || kam_decimal_compare(sum, model->weights.total) == 0)
        return status;
    kam_decimal_format(sum, 0, digits);
    return kam_error_at(
        error, KAM_USAGE, &key->place,
        "the weights of the dimensions add up to %s, not to %.*s; for a what-if, add "
        "--set model:weights-total=%s",
        digits, (int)key->value.len, key->value.ptr, digits);
}

enum kam_status kam_modelbuild_weights_fit(struct kam_model *model, struct kam_error *error)
{
    const struct kam_modelkey *matrix = find_key(model, KAM_SECTION_WEIGHTS, "matrix");

    if (matrix) {
        enum kam_status status = build_judgements(model, matrix, error);
        if (status != KAM_OK)
            return status;
    } else if (model->weights.method == KAM_WEIGHTS_AHP) {
        return kam_error_at(error, KAM_USAGE, &model->weights.place,
                            "method = ahp needs the key 'matrix': how many times as important each "
                            "dimension is as each other one");
    }
    return check_total(model, error);
}
