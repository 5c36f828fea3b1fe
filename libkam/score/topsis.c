#include "score/topsis.h"

#include <math.h>

enum { MIDDLE = 50, MOST = 100 };

/* Add the points of a row; the squares, of units, exactly. */
static void add_row(struct kam_topsis_range *ranges, kam_uint128 *squares, const int32_t *points,
                    size_t count)
{
    for (size_t d = 0; d < count; d++) {
        if (points[d] == KAM_POINTS_NONE)
            continue;
        uint64_t square = (uint64_t)points[d] * (uint64_t)points[d];
        squares[d] += square;
        if (points[d] < ranges[d].low)
            ranges[d].low = points[d];
        if (points[d] > ranges[d].high)
            ranges[d].high = points[d];
    }
}

bool kam_topsis_make(struct kam_topsis *topsis, const struct kam_pointtable *points,
                     const struct kam_peers *peers, struct kam_arena *arena)
{
    size_t count = points->count, groups = kam_peers_count(peers);
    struct kam_topsis_range *ranges = kam_arena_calloc(arena, groups * count, sizeof *ranges);
    kam_uint128 *squares = kam_arena_calloc(arena, groups * count, sizeof *squares);

    if (!ranges || !squares)
        return false;
    for (size_t i = 0; i < groups * count; i++)
        ranges[i].low = KAM_POINTS_MOST + 1;
    for (size_t row = 0; row < points->rows; row++) {
        size_t first = kam_peers_of(peers, row) * count;
        if (!points->outside || !points->outside[row])
            add_row(ranges + first, squares + first, kam_pointtable_row(points, row), count);
    }
    for (size_t i = 0; i < groups * count; i++)
        ranges[i].norm = sqrt((double)squares[i]) / KAM_POINTS_UNIT;
    *topsis = (struct kam_topsis){ranges, count};
    return true;
}

static int32_t clamp(int32_t points, const struct kam_topsis_range *range)
{
    if (points < range->low)
        return range->low;
    return points > range->high ? range->high : points;
}

double kam_topsis_score(const struct kam_topsis *topsis, size_t group, const int32_t *points,
                        const double *weights, struct kam_share *shares)
{
    const struct kam_topsis_range *ranges = topsis->ranges + group * topsis->count;
    double from_best = 0, from_worst = 0;

    for (size_t d = 0; d < topsis->count; d++) {
        const struct kam_topsis_range *range = &ranges[d];
        shares[d].exact = 0;
        if (points[d] == KAM_POINTS_NONE || range->norm == 0)
            continue;
        int32_t own = clamp(points[d], range);
        double unit = weights[d] / range->norm;
        double best = unit * kam_points_value(range->high - own);
        double worst = unit * kam_points_value(own - range->low);
        from_best += best * best;
        shares[d].exact = worst * worst;
        from_worst += shares[d].exact;
    }
    if (from_worst > 0)
        for (size_t d = 0; d < topsis->count; d++)
            shares[d].exact /= from_worst;
    double distance = sqrt(from_best) + sqrt(from_worst);
    return distance > 0 ? MOST * sqrt(from_worst) / distance : MIDDLE;
}
