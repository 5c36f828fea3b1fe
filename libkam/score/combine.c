#include "score/combine.h"

#include "score/apportion.h"

_Static_assert((int)KAM_PART_PLACES == (int)KAM_POINTS_PLACES, "points and parts count the same");

bool kam_combining_make(struct kam_combining *combining, const struct kam_decimal *weights,
                        size_t count, struct kam_arena *arena)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    *combining = (struct kam_combining){.count = count, .weights = weights};
    combining->values = kam_arena_calloc(arena, count, sizeof *combining->values);
    if (!combining->values)
        return false;
    for (size_t d = 0; d < count; d++) {
        combining->values[d] = kam_decimal_to_double(weights[d]);
        if (!kam_decimal_add(&sum, weights[d]))
            break;
    }
    combining->sum = kam_decimal_to_double(sum);
    return true;
}

/* The weight of the dimensions that count. Summed exactly, it depends on no order. */
static double weight_in_force(const struct kam_combining *combining, const int32_t *points)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    size_t counting = 0;

    for (size_t d = 0; d < combining->count; d++)
        if (points[d] != KAM_POINTS_NONE && kam_decimal_add(&sum, combining->weights[d]))
            counting++;
    return counting == combining->count ? combining->sum : kam_decimal_to_double(sum);
}

int32_t kam_combine(const struct kam_combining *combining, const int32_t *points,
                    struct kam_share *scratch, int32_t *parts)
{
    double weight = weight_in_force(combining, points);

    for (size_t d = 0; d < combining->count; d++) {
        bool counts = points[d] != KAM_POINTS_NONE && weight > 0;
        scratch[d].exact = counts ? combining->values[d] * kam_points_value(points[d]) / weight : 0;
    }
    int64_t score = kam_apportion(scratch, combining->count);
    for (size_t d = 0; d < combining->count; d++)
        parts[d] = (int32_t)scratch[d].rounded;
    return (int32_t)score;
}
