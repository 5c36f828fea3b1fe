/*
 * ahp: weights from comparisons of dimensions in pairs, and how consistent these are: the analytic
 * hierarchy process (层次分析法: Saaty, A scaling method for priorities in hierarchical structures,
 * Journal of Mathematical Psychology 15, 1977; The Analytic Hierarchy Process, 1980).
 *
 * The weights are the eigenvector of the largest eigenvalue, lambda_max, found by power iteration.
 * Were the judgements consistent, a_ij = w_i / w_j, lambda_max would be n. How far they are from
 * that is the consistency index, (lambda_max - n) / (n - 1); compared with the index that
 * judgements by chance have on average, the random index RI of Saaty (1980), it is the consistency
 * ratio. Above 0.10 the judgements should be thought over.
 */
#ifndef KAM_SCORE_AHP_H
#define KAM_SCORE_AHP_H

#include "model/judgement.h"

/* Consistency ratios up to here are taken as they are. */
#define KAM_AHP_TOLERABLE 0.10

struct kam_ahp {
    double weights[KAM_JUDGEMENTS_MOST]; /* they add up to 1 */
    double lambda_max;
    double consistency_index, random_index, consistency_ratio; /* 0 for one or two dimensions */
    /* The judgement that is farthest from what the weights say: on row ROW, in column COLUMN. */
    size_t row, column;
    double judged, implied; /* it is so much, and would be so much */
};

/* JUDGEMENTS is a square of COUNT, 1 to KAM_JUDGEMENTS_MOST, as kam_judgements_read makes it. */
void kam_ahp_solve(struct kam_ahp *ahp, const double *judgements, size_t count);

#endif
