/*
 * topsis: how near a row is to the best of its peers, and how far from the worst (technique for
 * order preference by similarity to ideal solution: Hwang and Yoon, Multiple Attribute Decision
 * Making, 1981; 优劣解距离法).
 *
 * Points x become r = x / sqrt(sum of x^2) over the peers (vector normalisation) and, weighted,
 * v = w * r. The ideal has the largest v of the peers in each dimension, the anti-ideal the
 * smallest; with the Euclidean distances d+ and d- to the two, the score is
 * 100 * d- / (d+ + d-).
 *
 * Sums of squares are exact, so that they don't depend on the order of rows. Rows outside
 * (pointtable.h) are nobody's peers; beyond the ideal they count as being there. A dimension that
 * is skipped is in neither distance.
 */
#ifndef KAM_SCORE_TOPSIS_H
#define KAM_SCORE_TOPSIS_H

#include "score/apportion.h"
#include "score/peers.h"
#include "score/pointtable.h"

/* A dimension among peers. */
struct kam_topsis_range {
    double norm;       /* root of the sum of squares, in points; 0: nobody has any */
    int32_t low, high; /* the smallest and the largest points, in units; HIGH < LOW: nobody */
};

/* COUNT ranges for each group of peers. Memory is an arena's. */
struct kam_topsis {
    const struct kam_topsis_range *ranges;
    size_t count;
};

/* What the peers have in common. False when memory ran out. */
KAM_MUST_CHECK bool kam_topsis_make(struct kam_topsis *topsis, const struct kam_pointtable *points,
                                    const struct kam_peers *peers, struct kam_arena *arena);

/*
 * The score, 0 to 100, of POINTS[count] under WEIGHTS[count] among the peers of GROUP, and in
 * SHARES[count].exact what part of the squared distance to the anti-ideal each dimension is: they
 * add up to 1, or are all 0 where the row is the anti-ideal. Where ideal and anti-ideal are the
 * same, 50.
 */
double kam_topsis_score(const struct kam_topsis *topsis, size_t group, const int32_t *points,
                        const double *weights, struct kam_share *shares);

#endif
