/*
 * critic: weights by how much points differ, and how little a dimension repeats what others say
 * (criteria importance through intercriteria correlation: Diakoulaki, Mavrotas and Papayannakis,
 * Determining objective weights in multiple criteria problems: the CRITIC method, Computers &
 * Operations Research 22, 1995).
 *
 * C_j = sigma_j * sum over all k of (1 - r_jk), with the standard deviation sigma and Pearson's
 * correlation r of the points; the weight of j is C_j / sum of all C. Points are what the method's
 * own first step makes of figures: 0 to 100, the more the better.
 */
#ifndef KAM_SCORE_CRITIC_H
#define KAM_SCORE_CRITIC_H

#include "score/sample.h"

/*
 * SHARES[points->count], which add up to 1. KAM_UNFIT_FEW, KAM_UNFIT_ALIKE (all dimensions go
 * together, as one alone does), or KAM_UNFIT_CONSTANT in *DIMENSION, which has no correlation.
 */
KAM_MUST_CHECK enum kam_unfit kam_critic_shares(const struct kam_sample *sample, double *shares,
                                                size_t *dimension);

#endif
