/*
 * combine: the points of a row and the weights of the dimensions -> its parts and its score.
 *
 * sum       the weighted sum (综合积分法; simple additive weighting: Churchman and Ackoff, 1954):
 *           part = weight * points / sum of the weights of the dimensions not skipped in this row;
 *           the score is the sum of the parts
 *
 * Parts are rounded so that as printed they add up to the score exactly (apportion.h). Where
 * nothing is left to count, because every dimension is skipped or those left weigh 0, the score is
 * 0.
 */
#ifndef KAM_SCORE_COMBINE_H
#define KAM_SCORE_COMBINE_H

#include "model/model.h"
#include "score/pointtable.h"

/* What all rows have in common. Constant once made, so that threads may share it. */
struct kam_combining {
    size_t count;                      /* of dimensions */
    const struct kam_decimal *weights; /* borrowed */
    double *values;                    /* of the weights */
    double sum;                        /* of all of them */
};

/*
 * For rows of COUNT dimensions with WEIGHTS, whose sum fits a decimal. Memory is ARENA's; false
 * when it ran out.
 */
KAM_MUST_CHECK bool kam_combining_make(struct kam_combining *combining,
                                       const struct kam_decimal *weights, size_t count,
                                       struct kam_arena *arena);

/* A part before and after it is rounded, for kam_combine; one per dimension. */
struct kam_share;

/*
 * The score of a row with POINTS, and in PARTS those of its dimensions, 0 where they are skipped;
 * all in units of 10^-4. SCRATCH has room for a share per dimension.
 */
int32_t kam_combine(const struct kam_combining *combining, const int32_t *points,
                    struct kam_share *scratch, int32_t *parts);

#endif
