#include "score/critic.h"

#include "base/wide.h"

#include <math.h>

/* rows^2 times the covariance of two dimensions, exactly. */
static kam_int128 covariance(const struct kam_sample *sample, size_t a, size_t b)
{
    size_t count = sample->points->count;
    kam_uint128 product = sample->products[a < b ? a * count + b : b * count + a];

    return (kam_int128)(sample->rows * product - sample->columns[a].sum * sample->columns[b].sum);
}

/* 1 - r. Whether two dimensions go together exactly is known exactly. */
static double conflict(const struct kam_sample *sample, size_t a, size_t b)
{
    struct kam_decimal both = {covariance(sample, a, b)};
    kam_uint128 size = kam_decimal_magnitude(both);
    kam_uint128 first = (kam_uint128)covariance(sample, a, a);
    kam_uint128 second = (kam_uint128)covariance(sample, b, b);

    if (kam_wide_compare(kam_wide_multiply(size, size), kam_wide_multiply(first, second)) == 0)
        return both.units > 0 ? 0 : 2;
    return 1 - (double)both.units / (sqrt((double)first) * sqrt((double)second));
}

enum kam_unfit kam_critic_shares(const struct kam_sample *sample, double *shares, size_t *dimension)
{
    size_t count = sample->points->count;
    double sum = 0;

    if (sample->rows < 2)
        return KAM_UNFIT_FEW;
    for (*dimension = 0; *dimension < count; ++*dimension)
        if (sample->columns[*dimension].low == sample->columns[*dimension].high)
            return KAM_UNFIT_CONSTANT;
    for (size_t a = 0; a < count; a++) {
        double conflicts = 0;
        for (size_t b = 0; b < count; b++)
            conflicts += a == b ? 0 : conflict(sample, a, b);
        shares[a] = sqrt((double)covariance(sample, a, a)) * conflicts;
        sum += shares[a];
    }
    if (sum == 0)
        return KAM_UNFIT_ALIKE;
    for (size_t d = 0; d < count; d++)
        shares[d] /= sum;
    return KAM_FIT;
}
