#include "score/sample.h"

static void add_row(struct kam_sample *sample, const int32_t *points)
{
    size_t count = sample->points->count;

    for (size_t d = 0; d < count; d++) {
        struct kam_sample_column *column = &sample->columns[d];
        uint64_t own = (uint64_t)points[d];
        column->sum += own;
        if (points[d] < column->low)
            column->low = points[d];
        if (points[d] > column->high)
            column->high = points[d];
        for (size_t other = d; other < count; other++) {
            uint64_t product = own * (uint64_t)points[other];
            sample->products[d * count + other] += product;
        }
    }
}

bool kam_sample_make(struct kam_sample *sample, const struct kam_pointtable *points,
                     struct kam_arena *arena)
{
    size_t count = points->count;

    *sample = (struct kam_sample){.points = points};
    sample->columns = kam_arena_calloc(arena, count, sizeof *sample->columns);
    sample->products = kam_arena_calloc(arena, count * count, sizeof *sample->products);
    if (!sample->columns || !sample->products)
        return false;
    for (size_t d = 0; d < count; d++)
        sample->columns[d].low = KAM_POINTS_MOST;
    for (size_t row = 0; row < points->rows; row++) {
        if (!kam_sample_has(points, row))
            continue;
        sample->rows++;
        add_row(sample, kam_pointtable_row(points, row));
    }
    return true;
}
