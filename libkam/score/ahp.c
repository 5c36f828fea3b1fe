#include "score/ahp.h"

#include <math.h>

/* The most that any judgements need; those of people need a dozen. */
enum { MOST_STEPS = 100000 };

/* RI by the number of dimensions, from 1 on: Saaty (1980), of 500 random matrices each. */
static const double random_indices[KAM_JUDGEMENTS_MOST] = {
    0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};

/* NEXT = JUDGEMENTS * WEIGHTS, scaled to a sum of 1; returns the sum there was. */
static double multiply(const double *judgements, size_t count, const double *weights, double *next)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        next[i] = 0;
        for (size_t j = 0; j < count; j++)
            next[i] += judgements[i * count + j] * weights[j];
        sum += next[i];
    }
    for (size_t i = 0; i < count; i++)
        next[i] /= sum;
    return sum;
}

static void iterate(struct kam_ahp *ahp, const double *judgements, size_t count)
{
    const double settled = 1e-15;
    double next[KAM_JUDGEMENTS_MOST], change = 1;

    for (size_t i = 0; i < count; i++)
        ahp->weights[i] = 1.0 / (double)count;
    for (int step = 0; step < MOST_STEPS && change > settled; step++) {
        ahp->lambda_max = multiply(judgements, count, ahp->weights, next);
        change = 0;
        for (size_t i = 0; i < count; i++) {
            change = fmax(change, fabs(next[i] - ahp->weights[i]));
            ahp->weights[i] = next[i];
        }
    }
}

/* Which judgement is, as a ratio, farthest from that of the weights; the first of equal ones. */
static void find_farthest(struct kam_ahp *ahp, const double *judgements, size_t count)
{
    double farthest = 0;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            double judged = judgements[i * count + j];
            double implied = ahp->weights[i] / ahp->weights[j];
            double ratio = fmax(judged / implied, implied / judged);
            if (ratio <= farthest)
                continue;
            farthest = ratio;
            ahp->row = i;
            ahp->column = j;
            ahp->judged = judged;
            ahp->implied = implied;
        }
}

void kam_ahp_solve(struct kam_ahp *ahp, const double *judgements, size_t count)
{
    *ahp = (struct kam_ahp){.random_index = random_indices[count - 1]};
    iterate(ahp, judgements, count);
    find_farthest(ahp, judgements, count);
    if (count <= 2)
        return;
    ahp->consistency_index = (ahp->lambda_max - (double)count) / (double)(count - 1);
    ahp->consistency_ratio = ahp->consistency_index / ahp->random_index;
}
