/*
 * sample: what weights are found from where the data has to tell them: the points of the rows
 * that have some in every dimension and aren't outside (pointtable.h).
 *
 * All sums are exact, so that they don't depend on the order of the rows.
 */
#ifndef KAM_SCORE_SAMPLE_H
#define KAM_SCORE_SAMPLE_H

#include "score/pointtable.h"

/* A dimension; all in units of points. */
struct kam_sample_column {
    int32_t low, high;
    kam_uint128 sum;
};

struct kam_sample {
    const struct kam_pointtable *points; /* borrowed */
    size_t rows;                         /* that count */
    struct kam_sample_column *columns;   /* points->count of them */
    /* sums of products of two dimensions, of which the first isn't behind the second */
    kam_uint128 *products; /* [first * points->count + second] */
};

/* Why a method can't tell weights from a sample. */
enum kam_unfit {
    KAM_FIT,
    KAM_UNFIT_FEW,      /* fewer than two rows */
    KAM_UNFIT_ZEROS,    /* nobody has any points in a dimension */
    KAM_UNFIT_CONSTANT, /* all have the same in a dimension */
    KAM_UNFIT_ALIKE,    /* no dimension says anything of its own */
};

/* Whether ROW counts. */
static inline bool kam_sample_has(const struct kam_pointtable *points, size_t row)
{
    const int32_t *own = kam_pointtable_row(points, row);

    if (points->outside && points->outside[row])
        return false;
    for (size_t d = 0; d < points->count; d++)
        if (own[d] == KAM_POINTS_NONE)
            return false;
    return true;
}

/* The sample that is in POINTS. Memory is ARENA's; false when it ran out. */
KAM_MUST_CHECK bool kam_sample_make(struct kam_sample *sample, const struct kam_pointtable *points,
                                    struct kam_arena *arena);

#endif
