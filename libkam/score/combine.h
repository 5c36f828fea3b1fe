/*
 * combine: the points of a row and the weights of the dimensions -> its parts and its score, by
 * the method of [score].
 *
 * sum       the weighted sum (综合积分法; simple additive weighting: Churchman and Ackoff, 1954):
 *           part = weight * points / sum of the weights of the dimensions not skipped in this row;
 *           the score is the sum of the parts
 * product   the weighted product (Bridgman, Dimensional Analysis, 1922; Miller and Starr, Executive
 *           Decisions and Operations Research, 1969): part = points^(weight / the same sum); the
 *           score is the product of the parts, so that 0 points anywhere make it 0
 * topsis    the distance to the worst among the peers, as part of that and the distance to the
 *           best (topsis.h); part = score * share of the squared distance to the worst
 *
 * Parts of sum and topsis are rounded so that as printed they add up to the score exactly
 * (apportion.h); the factors of a product are rounded each by itself. Where nothing is left to
 * count, because every dimension is skipped or those left weigh 0, the score is 0.
 */
#ifndef KAM_SCORE_COMBINE_H
#define KAM_SCORE_COMBINE_H

#include "model/model.h"
#include "score/peers.h"
#include "score/pointtable.h"
#include "score/topsis.h"

/* What all rows have in common. Constant once made, so that threads may share it. */
struct kam_combining {
    enum kam_score_method method;
    const struct kam_pointtable *points; /* borrowed */
    const struct kam_decimal *weights;   /* borrowed, one per dimension */
    double *values;                      /* of the weights */
    double sum;                          /* of all of them */
    struct kam_peers peers;              /* borrowed groups */
    struct kam_topsis topsis;            /* where that is the method */
};

/*
 * For the rows of POINTS under WEIGHTS, whose sum fits a decimal. PEERS is NULL where all rows
 * are; only topsis looks at it. Memory is ARENA's; false when it ran out.
 */
KAM_MUST_CHECK bool kam_combining_make(struct kam_combining *combining,
                                       enum kam_score_method method,
                                       const struct kam_decimal *weights,
                                       const struct kam_pointtable *points,
                                       const struct kam_peers *peers, struct kam_arena *arena);

/* A part before and after it is rounded, for kam_combine; one per dimension. */
struct kam_share;

/*
 * The score of ROW, and in PARTS those of its dimensions, 0 where they are skipped; all in units
 * of 10^-4. SCRATCH has room for a share per dimension; a thread needs its own.
 */
int32_t kam_combine(const struct kam_combining *combining, size_t row, struct kam_share *scratch,
                    int32_t *parts);

#endif
