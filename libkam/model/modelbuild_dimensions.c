#include "model/modelbuild.h"

#include "model/hint.h"

/* The key of SECTION that gives its scale, the only one there may be. */
static enum kam_status find_scale(const struct kam_modelkey **scale,
                                  const struct kam_modelsection *section, struct kam_error *error)
{
    static const char *const names[] = {"bands", "linear", "values", "scale"};
    struct kam_place place = kam_modelbuild_place(section);

    *scale = NULL;
    for (size_t i = 0; i < section->key_count; i++) {
        const struct kam_modelkey *key = &section->keys[i];
        bool is_scale = false;
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            is_scale |= kam_text_equal(key->name, kam_text_of(names[j]));
        if (is_scale && *scale)
            return kam_error_at(error, KAM_USAGE, &key->place, "there is %s already; leave one",
                                (*scale)->name.ptr);
        if (is_scale)
            *scale = key;
    }
    if (!*scale)
        return kam_error_at(error, KAM_USAGE, &place,
                            "one of bands, linear, values or scale is missing");
    return KAM_OK;
}

/* Keys that a scale of its own numbers has no use for. */
static enum kam_status refuse_relation(const struct kam_modelsection *section,
                                       struct kam_error *error)
{
    const struct kam_modelkey *direction = kam_modelfile_key(section, "direction");
    const struct kam_modelkey *population = kam_modelfile_key(section, "population");

    if (direction)
        return kam_error_at(error, KAM_USAGE, &direction->place,
                            "only for scale = minmax, percentile or zscore: bands, linear and "
                            "values say themselves what is better");
    if (population)
        return kam_error_at(error, KAM_USAGE, &population->place,
                            "only for scale = minmax, percentile, zscore or share: bands, linear "
                            "and values don't depend on other rows");
    return KAM_OK;
}

/* `direction` and `population` of SCALE, which is one among other rows. */
static enum kam_status build_relation(struct kam_scale *scale,
                                      const struct kam_modelsection *section,
                                      struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_modelkey *direction = kam_modelfile_key(section, "direction");
    const struct kam_modelkey *population = kam_modelfile_key(section, "population");
    enum kam_status status = KAM_OK;
    size_t word = KAM_DIRECTION_UP;

    if (direction && scale->kind == KAM_SCALE_SHARE)
        return kam_error_at(error, KAM_USAGE, &direction->place,
                            "a share has none: a larger one has more points");
    if (direction)
        status = kam_value_word(&word, direction->value, "up down", &direction->place, error);
    scale->direction = (enum kam_direction)word;
    if (status != KAM_OK || !population)
        return status;
    status = kam_population_parse(&scale->population, population->value, &population->place, arena,
                                  error);
    return status == KAM_OK && scale->population.kind == KAM_POPULATION_PER
               ? kam_modelbuild_check_stage(scale->population.column, KAM_TOOL_SCORE,
                                            &population->place, error)
               : status;
}

static enum kam_status build_scale(struct kam_scale *scale, const struct kam_modelsection *section,
                                   struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_modelkey *key;
    enum kam_status status = find_scale(&key, section, error);

    if (status != KAM_OK)
        return status;
    if (kam_text_equal(key->name, KAM_TEXT("scale"))) {
        status = kam_scale_from_rows(scale, key->value, &key->place, error);
        return status == KAM_OK ? build_relation(scale, section, arena, error) : status;
    }
    status = refuse_relation(section, error);
    if (status != KAM_OK)
        return status;
    enum kam_scale_kind kind = kam_text_equal(key->name, KAM_TEXT("bands"))    ? KAM_SCALE_BANDS
                               : kam_text_equal(key->name, KAM_TEXT("linear")) ? KAM_SCALE_LINEAR
                                                                               : KAM_SCALE_VALUES;
    return kam_scale_parse(scale, kind, key->value, &key->place, arena, error);
}

/* ---- segments ------------------------------------------------------------------------------ */

static enum kam_status build_segment(struct kam_model_segment *segment,
                                     const struct kam_modelsection *section,
                                     struct kam_model *model, struct kam_error *error)
{
    static const char *const base_only[] = {"column", "weight", "missing", "points"};
    struct kam_place place = kam_modelbuild_place(section);

    for (size_t i = 0; i < sizeof base_only / sizeof *base_only; i++) {
        const struct kam_modelkey *key = kam_modelfile_key(section, base_only[i]);
        if (key)
            return kam_error_at(error, KAM_USAGE, &key->place,
                                "a segment has only a scale of its own; put this into [dimension "
                                "%s]",
                                section->title.ptr);
    }
    segment->place = section->place;
    enum kam_status status = kam_modelbuild_condition(
        &segment->condition, model, section->condition, KAM_TOOL_SCORE, &place, error);
    return status == KAM_OK ? build_scale(&segment->scale, section, &model->file.arena, error)
                            : status;
}

static enum kam_status build_segments(struct kam_model_dimension *dimension,
                                      const struct kam_sections *all, struct kam_model *model,
                                      struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    size_t count = 0;

    for (size_t i = 0; i < all->count; i++)
        count +=
            all->items[i]->condition.len && kam_text_equal(all->items[i]->title, dimension->name);
    struct kam_model_segment *segments =
        kam_arena_calloc(&model->file.arena, count + 1, sizeof *segments);
    if (!segments)
        return kam_error_nomem(error);
    count = 0;
    for (size_t i = 0; i < all->count && status == KAM_OK; i++)
        if (all->items[i]->condition.len && kam_text_equal(all->items[i]->title, dimension->name))
            status = build_segment(&segments[count++], all->items[i], model, error);
    dimension->segments = segments;
    dimension->segment_count = count;
    return status;
}

/* A segment of a dimension that there is not. */
static enum kam_status check_bases(const struct kam_sections *bases, const struct kam_sections *all,
                                   struct kam_model *model, struct kam_error *error)
{
    struct kam_text *names = kam_arena_calloc(&model->file.arena, bases->count + 1, sizeof *names);

    if (!names)
        return kam_error_nomem(error);
    for (size_t i = 0; i < bases->count; i++)
        names[i] = bases->items[i]->title;
    for (size_t i = 0; i < all->count; i++) {
        struct kam_place place = kam_modelbuild_place(all->items[i]);
        struct kam_text title = all->items[i]->title;
        bool found = false;
        for (size_t j = 0; j < bases->count && !found; j++)
            found = kam_text_equal(names[j], title);
        if (!found)
            return kam_error_at(error, KAM_USAGE, &place,
                                "there is no [dimension %s] that this is a segment of%s", title.ptr,
                                kam_hint_among(title, names, bases->count).s);
    }
    return KAM_OK;
}

/* ---- dimensions ---------------------------------------------------------------------------- */

/* `missing` or `points` of SECTION, or else what the model says. */
static enum kam_status build_missing(struct kam_model_dimension *dimension,
                                     const struct kam_modelsection *section,
                                     enum kam_missing fallback, struct kam_error *error)
{
    const struct kam_modelkey *missing = kam_modelfile_key(section, "missing");
    const struct kam_modelkey *points = kam_modelfile_key(section, "points");
    enum kam_status status = KAM_OK;
    size_t word = fallback;

    if (missing && points)
        return kam_error_at(error, KAM_USAGE, &points->place,
                            "there is missing already; leave one of the two");
    if (missing)
        status = kam_value_word(&word, missing->value, "skip zero error", &missing->place, error);
    dimension->missing = points ? KAM_MISSING_POINTS : (enum kam_missing)word;
    if (points)
        status = kam_scale_points(&dimension->missing_points, points->value, &points->place, error);
    return status;
}

static enum kam_status build_dimension(struct kam_model_dimension *dimension,
                                       const struct kam_modelsection *section,
                                       struct kam_model *model, struct kam_error *error)
{
    const struct kam_modelkey *column = kam_modelfile_key(section, "column");
    const struct kam_modelkey *weight = kam_modelfile_key(section, "weight");
    struct kam_place place = kam_modelbuild_place(section);
    struct kam_arena *arena = &model->file.arena;

    dimension->place = section->place;
    dimension->name = section->title;
    if (!column)
        return kam_error_at(error, KAM_USAGE, &place, "the key 'column' is missing");
    dimension->weight_said = weight != NULL;
    if (!weight && model->weights.method == KAM_WEIGHTS_GIVEN)
        return kam_error_at(error, KAM_USAGE, &place, "the key 'weight' is missing");
    enum kam_status status =
        kam_list_unquote(&dimension->column, column->value, &column->place, arena, error);
    if (status == KAM_OK)
        status =
            kam_modelbuild_check_stage(dimension->column, KAM_TOOL_SCORE, &column->place, error);
    if (status == KAM_OK && weight)
        status = kam_value_number(&dimension->weight, weight->value, &weight->place, error);
    if (status == KAM_OK)
        status = build_missing(dimension, section, model->missing, error);
    return status == KAM_OK ? build_scale(&dimension->scale, section, arena, error) : status;
}

static enum kam_status check_weights(const struct kam_model *model,
                                     const struct kam_sections *bases, struct kam_error *error)
{
    if (!bases->count || model->weights.method != KAM_WEIGHTS_GIVEN)
        return KAM_OK;
    for (size_t i = 0; i < model->dimension_count; i++)
        if (kam_decimal_sign(model->dimensions[i].weight) > 0)
            return KAM_OK;
    struct kam_place place = kam_modelbuild_place(bases->items[0]);
    return kam_error_at(error, KAM_USAGE, &place, "the weights of all dimensions are 0");
}

enum kam_status kam_modelbuild_dimensions(struct kam_model *model, struct kam_error *error)
{
    struct kam_sections bases, all;
    enum kam_status status =
        kam_modelbuild_select(&bases, model, KAM_SECTION_DIMENSION, KAM_WITHOUT_CONDITION, error);

    if (status == KAM_OK)
        status =
            kam_modelbuild_select(&all, model, KAM_SECTION_DIMENSION, KAM_ANY_CONDITION, error);
    if (status == KAM_OK)
        status = check_bases(&bases, &all, model, error);
    if (status != KAM_OK)
        return status;
    struct kam_model_dimension *dimensions =
        kam_arena_calloc(&model->file.arena, bases.count + 1, sizeof *dimensions);
    if (!dimensions)
        return kam_error_nomem(error);
    for (size_t i = 0; i < bases.count && status == KAM_OK; i++) {
        status = build_dimension(&dimensions[i], bases.items[i], model, error);
        if (status == KAM_OK)
            status = build_segments(&dimensions[i], &all, model, error);
    }
    model->dimensions = dimensions;
    model->dimension_count = bases.count;
    return status == KAM_OK ? check_weights(model, &bases, error) : status;
}
