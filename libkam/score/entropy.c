#include "score/entropy.h"

#include <math.h>

/*
 * Terms x ln(x / mean) are summed in units of 2^-36, so that their order doesn't matter. A term is
 * at most 10^6 ln(2^32) in size, which leaves a sign and more in 64 bits.
 */
static const double fixed_point = 68719476736.0;

static double share_of(kam_int128 sum)
{
    return (double)sum / fixed_point;
}

/*
 * 1 - E_j. With the mean S / m of the points, sum of p ln p + ln m = sum of x ln(x / mean) / S: the
 * terms are as small as the differences, so that little is lost where all are nearly the same.
 */
static double divergence(const struct kam_sample *sample, size_t dimension)
{
    const struct kam_pointtable *points = sample->points;
    double sum = (double)sample->columns[dimension].sum, rows = (double)sample->rows;
    kam_int128 terms = 0;

    if (sample->columns[dimension].low == sample->columns[dimension].high)
        return 0;
    for (size_t row = 0; row < points->rows; row++) {
        double own = kam_pointtable_row(points, row)[dimension];
        if (own > 0 && kam_sample_has(points, row))
            terms += (int64_t)(own * log(own * rows / sum) * fixed_point);
    }
    return share_of(terms) / sum / log(rows);
}

enum kam_unfit kam_entropy_shares(const struct kam_sample *sample, double *shares,
                                  size_t *dimension)
{
    size_t count = sample->points->count;
    double sum = 0;

    if (sample->rows < 2)
        return KAM_UNFIT_FEW;
    for (*dimension = 0; *dimension < count; ++*dimension)
        if (sample->columns[*dimension].high == 0)
            return KAM_UNFIT_ZEROS;
    for (size_t d = 0; d < count; d++) {
        shares[d] = fmax(divergence(sample, d), 0);
        sum += shares[d];
    }
    if (sum == 0)
        return KAM_UNFIT_ALIKE;
    for (size_t d = 0; d < count; d++)
        shares[d] /= sum;
    return KAM_FIT;
}
