/*
 * entropy: weights by how unevenly points are spread (熵权法: Shannon, A mathematical theory of
 * communication, 1948; as weights: Hwang and Yoon, Multiple Attribute Decision Making, 1981).
 *
 * With p_ij = points_ij / sum of the points of dimension j over the m rows,
 * E_j = -1 / ln m * sum of p_ij ln p_ij is 1 where all rows have the same; d_j = 1 - E_j, and the
 * weight of j is d_j / sum of all d. A dimension in which all have the same weighs nothing.
 */
#ifndef KAM_SCORE_ENTROPY_H
#define KAM_SCORE_ENTROPY_H

#include "score/sample.h"

/*
 * SHARES[points->count], which add up to 1. KAM_UNFIT_FEW, KAM_UNFIT_ALIKE (all rows have the same
 * everywhere), or KAM_UNFIT_ZEROS in *DIMENSION.
 */
KAM_MUST_CHECK enum kam_unfit kam_entropy_shares(const struct kam_sample *sample, double *shares,
                                                 size_t *dimension);

#endif
