#include "score/points.h"

static double band_points(const struct kam_scale *scale, struct kam_decimal value)
{
    double points = 0;

    for (size_t i = 0; i < scale->step_count; i++) {
        if (kam_decimal_compare(scale->steps[i].from, value) > 0)
            break;
        points = scale->steps[i].points;
    }
    return points;
}

/* A - B: exact before it becomes a double, unless it doesn't fit. */
static double difference(struct kam_decimal a, struct kam_decimal b)
{
    struct kam_decimal exact = a;

    return kam_decimal_subtract(&exact, b) ? kam_decimal_to_double(exact)
                                           : kam_decimal_to_double(a) - kam_decimal_to_double(b);
}

static double linear_points(const struct kam_scale *scale, struct kam_decimal value)
{
    const struct kam_scale_step *steps = scale->steps;
    size_t next = 0;

    while (next < scale->step_count && kam_decimal_compare(steps[next].from, value) <= 0)
        next++;
    if (next == 0)
        return steps[0].points;
    const struct kam_scale_step *low = &steps[next - 1];
    if (next == scale->step_count)
        return low->points;
    double way = difference(value, low->from) / difference(steps[next].from, low->from);
    return low->points + (steps[next].points - low->points) * way;
}

static enum kam_status number_points(const struct kam_scale *scale, struct kam_text cell,
                                     const struct kam_place *place, double *points,
                                     struct kam_error *error)
{
    struct kam_decimal value;
    enum kam_number outcome = kam_decimal_parse(cell, &value);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_DATA, place, "%s: %s", kam_number_reason(outcome),
                            kam_show(cell).s);
    *points =
        scale->kind == KAM_SCALE_BANDS ? band_points(scale, value) : linear_points(scale, value);
    return KAM_OK;
}

static enum kam_status text_points(const struct kam_scale *scale, struct kam_text cell,
                                   const struct kam_place *place, double *points,
                                   struct kam_error *error)
{
    for (size_t i = 0; i < scale->step_count; i++)
        if (kam_text_equal(scale->steps[i].text, cell)) {
            *points = scale->steps[i].points;
            return KAM_OK;
        }
    *points = scale->other_points;
    if (scale->has_other)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, place,
                        "the dimension's values give no points for %s; add it, or * for all others",
                        kam_show(cell).s);
}

enum kam_status kam_points_of(const struct kam_scale *scale, struct kam_text cell,
                              const struct kam_place *place, double *points,
                              struct kam_error *error)
{
    switch (scale->kind) {
    case KAM_SCALE_BANDS:
    case KAM_SCALE_LINEAR:
        return number_points(scale, cell, place, points, error);
    case KAM_SCALE_VALUES:
        return text_points(scale, cell, place, points, error);
    case KAM_SCALE_MINMAX:
    case KAM_SCALE_PERCENTILE:
    case KAM_SCALE_ZSCORE:
    case KAM_SCALE_SHARE:
        break;
    }
    return kam_error_at(error, KAM_USAGE, place, "the dimension's scale needs all rows");
}
