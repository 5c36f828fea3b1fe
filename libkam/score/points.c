#include "score/points.h"

#include "score/pointtable.h"

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

int32_t kam_points_of_number(const struct kam_scale *scale, struct kam_decimal value)
{
    return kam_points_round(scale->kind == KAM_SCALE_BANDS ? band_points(scale, value)
                                                           : linear_points(scale, value));
}

bool kam_points_of_text(const struct kam_scale *scale, struct kam_text cell, int32_t *points)
{
    for (size_t i = 0; i < scale->step_count; i++)
        if (kam_text_equal(scale->steps[i].text, cell)) {
            *points = kam_points_round(scale->steps[i].points);
            return true;
        }
    *points = kam_points_round(scale->other_points);
    return scale->has_other;
}

/* ---- among other rows ------------------------------------------------------------------------ */

static const double halfway = 50, most = 100;

static double minmax_points(const struct kam_population_group *group, struct kam_decimal value)
{
    if (group->count == 0 || kam_decimal_compare(group->least, group->most) == 0)
        return halfway;
    return most * difference(value, group->least) / difference(group->most, group->least);
}

/* Where there is nothing positive, anything positive is more than all of it. */
static double share_points(const struct kam_population_group *group, struct kam_decimal value)
{
    if (kam_decimal_sign(value) <= 0)
        return 0;
    if (group->moments.count == 0)
        return most;
    return most * kam_decimal_to_double(value) / kam_moments_sum(&group->moments);
}

static double points_in_group(const struct kam_scale *scale,
                              const struct kam_population_group *group, struct kam_decimal value)
{
    const double deviation = 10;

    switch (scale->kind) {
    case KAM_SCALE_MINMAX:
        return minmax_points(group, value);
    case KAM_SCALE_ZSCORE:
        return halfway + deviation * kam_moments_z(&group->moments, value);
    case KAM_SCALE_SHARE:
        return share_points(group, value);
    case KAM_SCALE_PERCENTILE:
    case KAM_SCALE_BANDS:
    case KAM_SCALE_LINEAR:
    case KAM_SCALE_VALUES:
        break;
    }
    return halfway;
}

/* POINTS as SCALE looks at them: mirrored when rounded, so that both ways always make 100. */
static int32_t direct(const struct kam_scale *scale, double points)
{
    int32_t units = kam_points_round(points < 0 ? 0 : points > most ? most : points);

    return scale->direction == KAM_DIRECTION_UP ? units : KAM_POINTS_MOST - units;
}

int32_t kam_points_in_group(const struct kam_scale *scale, const struct kam_population_group *group,
                            struct kam_decimal value)
{
    return direct(scale, points_in_group(scale, group, value));
}

int32_t kam_points_of_rank(const struct kam_scale *scale, struct kam_population_rank rank,
                           size_t count, enum kam_belonging belonging)
{
    size_t self = belonging == KAM_BELONGING_IN, others = count - self;
    /* Twice the rank, a whole number: the division is the only step that rounds. */
    size_t twice = 2 * rank.smaller + rank.equal - self;

    return direct(scale, others ? most * (double)twice / (2 * (double)others) : halfway);
}
