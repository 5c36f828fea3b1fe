#include "model/scale.h"

#include "base/map.h"
#include "model/list.h"
#include "model/quantity.h"

/* Split STEP at its last ':' into what stands before it and the points. */
static bool split_step(struct kam_text step, struct kam_text *value, struct kam_text *points)
{
    for (size_t i = step.len; i-- > 0;) {
        if (step.ptr[i] == '"')
            return false;
        if (step.ptr[i] != ':')
            continue;
        *value = kam_text_trim((struct kam_text){step.ptr, i});
        *points = kam_text_trim((struct kam_text){step.ptr + i + 1, step.len - i - 1});
        return value->len && points->len;
    }
    return false;
}

enum kam_status kam_scale_points(double *points, struct kam_text text,
                                 const struct kam_place *place, struct kam_error *error)
{
    struct kam_decimal value;
    enum kam_number outcome = kam_decimal_parse(text, &value);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_USAGE, place, "points: %s: %s", kam_number_reason(outcome),
                            kam_show(text).s);
    if (kam_decimal_sign(value) < 0 || kam_decimal_compare(value, kam_decimal_of(100)) > 0)
        return kam_error_at(error, KAM_USAGE, place, "points are 0 to 100, not %s",
                            kam_show(text).s);
    *points = kam_decimal_to_double(value);
    return KAM_OK;
}

/* A step of BANDS or LINEAR: VALUE is a number above that of the step before. */
static enum kam_status parse_from(struct kam_scale_step *step, const struct kam_scale_step *before,
                                  struct kam_text value, const struct kam_place *place,
                                  struct kam_error *error)
{
    enum kam_number outcome = kam_quantity_parse(value, &step->from, NULL);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_USAGE, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(value).s);
    if (before && kam_decimal_compare(step->from, before->from) <= 0)
        return kam_error_at(error, KAM_USAGE, place,
                            "the values have to rise, but %s isn't above the one before it",
                            kam_show(value).s);
    return KAM_OK;
}

/* A step of VALUES: any text that wasn't there before. */
static enum kam_status parse_text(struct kam_scale_step *step, struct kam_map *seen,
                                  struct kam_text value, const struct kam_place *place,
                                  struct kam_arena *arena, struct kam_error *error)
{
    uint32_t before = seen->count, number;
    enum kam_status status = kam_list_unquote(&step->text, value, place, arena, error);

    if (status != KAM_OK)
        return status;
    if (!kam_map_intern(seen, value, &number))
        return kam_error_nomem(error);
    if (number < before)
        return kam_error_at(error, KAM_USAGE, place, "%s has points twice", kam_show(value).s);
    return KAM_OK;
}

struct steps {
    struct kam_scale *scale;
    struct kam_scale_step *items;
    struct kam_map seen;
};

static enum kam_status parse_step(struct steps *steps, struct kam_text text,
                                  const struct kam_place *place, struct kam_arena *arena,
                                  struct kam_error *error)
{
    struct kam_scale *scale = steps->scale;
    struct kam_scale_step *step = &steps->items[scale->step_count];
    struct kam_text value, points;
    enum kam_status status;

    if (!split_step(text, &value, &points))
        return kam_error_at(error, KAM_USAGE, place, "not of the form VALUE:POINTS: %s",
                            kam_show(text).s);
    if (scale->kind == KAM_SCALE_VALUES)
        status = parse_text(step, &steps->seen, value, place, arena, error);
    else
        status = parse_from(step, scale->step_count ? step - 1 : NULL, value, place, error);
    if (status == KAM_OK)
        status = kam_scale_points(&step->points, points, place, error);
    if (status != KAM_OK)
        return status;
    if (scale->kind == KAM_SCALE_VALUES && kam_text_equal(value, KAM_TEXT("*"))) {
        scale->has_other = true;
        scale->other_points = step->points;
    } else {
        scale->step_count++;
    }
    return KAM_OK;
}

enum kam_status kam_scale_parse(struct kam_scale *scale, enum kam_scale_kind kind,
                                struct kam_text text, const struct kam_place *place,
                                struct kam_arena *arena, struct kam_error *error)
{
    size_t count = kam_list_count(text, ',');
    struct steps steps = {.scale = scale,
                          .items = kam_arena_calloc(arena, count, sizeof *scale->steps)};
    enum kam_status status = KAM_OK;
    bool more = true;

    if (!steps.items)
        return kam_error_nomem(error);
    *scale = (struct kam_scale){.kind = kind, .steps = steps.items};
    while (more && status == KAM_OK)
        status = parse_step(&steps, kam_list_split(&text, ',', &more), place, arena, error);
    kam_map_free(&steps.seen);
    if (status == KAM_OK && kind == KAM_SCALE_LINEAR && scale->step_count < 2)
        return kam_error_at(error, KAM_USAGE, place, "linear wants at least two VALUE:POINTS");
    return status;
}

enum kam_status kam_scale_from_rows(struct kam_scale *scale, struct kam_text word,
                                    const struct kam_place *place, struct kam_error *error)
{
    static const struct {
        const char *word;
        enum kam_scale_kind kind;
    } scales[] = {
        {"minmax", KAM_SCALE_MINMAX},
        {"percentile", KAM_SCALE_PERCENTILE},
        {"zscore", KAM_SCALE_ZSCORE},
        {"share", KAM_SCALE_SHARE},
    };

    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (!kam_text_equal(word, kam_text_of(scales[i].word)))
            continue;
        *scale = (struct kam_scale){.kind = scales[i].kind};
        return KAM_OK;
    }
    return kam_error_at(error, KAM_USAGE, place, "unknown scale %s", kam_show(word).s);
}
