#include "score/combine.h"

#include "score/apportion.h"

#include <math.h>

_Static_assert((int)KAM_PART_PLACES == (int)KAM_POINTS_PLACES, "points and parts count the same");

bool kam_combining_make(struct kam_combining *combining, enum kam_score_method method,
                        const struct kam_decimal *weights, const struct kam_pointtable *points,
                        const struct kam_peers *peers, struct kam_arena *arena)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;

    *combining = (struct kam_combining){.method = method, .points = points, .weights = weights};
    if (peers)
        combining->peers = *peers;
    combining->values = kam_arena_calloc(arena, points->count, sizeof *combining->values);
    if (!combining->values)
        return false;
    for (size_t d = 0; d < points->count; d++) {
        combining->values[d] = kam_decimal_to_double(weights[d]);
        if (!kam_decimal_add(&sum, weights[d]))
            break;
    }
    combining->sum = kam_decimal_to_double(sum);
    return method != KAM_SCORE_TOPSIS ||
           kam_topsis_make(&combining->topsis, points, &combining->peers, arena);
}

/* The weight of the dimensions that count. Summed exactly, it depends on no order. */
static double weight_in_force(const struct kam_combining *combining, const int32_t *points)
{
    struct kam_decimal sum = KAM_DECIMAL_ZERO;
    size_t count = combining->points->count, counting = 0;

    for (size_t d = 0; d < count; d++)
        counting += points[d] != KAM_POINTS_NONE;
    if (counting == count)
        return combining->sum;
    for (size_t d = 0; d < count; d++)
        if (points[d] != KAM_POINTS_NONE && !kam_decimal_add(&sum, combining->weights[d]))
            break; /* never: all of them together fit */
    return kam_decimal_to_double(sum);
}

static void take_parts(const struct kam_share *shares, size_t count, int32_t *parts)
{
    for (size_t d = 0; d < count; d++)
        parts[d] = (int32_t)shares[d].rounded;
}

static int32_t add_up(const struct kam_combining *combining, const int32_t *points, double weight,
                      struct kam_share *scratch, int32_t *parts)
{
    size_t count = combining->points->count;

    for (size_t d = 0; d < count; d++) {
        bool counts = points[d] != KAM_POINTS_NONE && weight > 0;
        scratch[d].exact = counts ? combining->values[d] * kam_points_value(points[d]) / weight : 0;
    }
    int64_t score = kam_apportion(scratch, count);
    take_parts(scratch, count, parts);
    return (int32_t)score;
}

static int32_t multiply(const struct kam_combining *combining, const int32_t *points, double weight,
                        int32_t *parts)
{
    double score = 1;

    for (size_t d = 0; d < combining->points->count; d++) {
        parts[d] = 0;
        if (points[d] == KAM_POINTS_NONE)
            continue;
        double factor = pow(kam_points_value(points[d]), combining->values[d] / weight);
        parts[d] = kam_points_round(factor);
        score *= factor;
    }
    return kam_points_round(score);
}

static int32_t compare(const struct kam_combining *combining, size_t row, double weight,
                       struct kam_share *scratch, int32_t *parts)
{
    const int32_t *points = kam_pointtable_row(combining->points, row);
    size_t count = combining->points->count;
    double shared = 0, score;

    score = kam_topsis_score(&combining->topsis, kam_peers_of(&combining->peers, row), points,
                             combining->values, scratch);
    for (size_t d = 0; d < count; d++)
        shared += scratch[d].exact;
    for (size_t d = 0; d < count; d++) {
        bool counts = points[d] != KAM_POINTS_NONE;
        if (shared == 0 && score > 0)
            scratch[d].exact = counts ? combining->values[d] / weight : 0;
        scratch[d].exact *= score;
    }
    int32_t rounded = kam_points_round(score);
    kam_apportion_to(scratch, count, rounded);
    take_parts(scratch, count, parts);
    return rounded;
}

static int32_t count_nothing(size_t count, int32_t *parts)
{
    for (size_t d = 0; d < count; d++)
        parts[d] = 0;
    return 0;
}

int32_t kam_combine(const struct kam_combining *combining, size_t row, struct kam_share *scratch,
                    int32_t *parts)
{
    const int32_t *points = kam_pointtable_row(combining->points, row);
    double weight = weight_in_force(combining, points);

    if (weight == 0)
        return count_nothing(combining->points->count, parts);
    switch (combining->method) {
    case KAM_SCORE_SUM:
        break;
    case KAM_SCORE_PRODUCT:
        return multiply(combining, points, weight, parts);
    case KAM_SCORE_TOPSIS:
        return compare(combining, row, weight, scratch, parts);
    }
    return add_up(combining, points, weight, scratch, parts);
}
