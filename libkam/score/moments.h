/*
 * moments: sum, mean and deviation of many decimals, so that their order makes no difference.
 *
 * Sum and sum of squares are kept as whole numbers that are as long as it takes: nothing is rounded
 * before the last step, and no numbers are too large, too small or too close to each other.
 */
#ifndef KAM_SCORE_MOMENTS_H
#define KAM_SCORE_MOMENTS_H

#include "base/decimal.h"

/* Words of 64 bits, the lowest first: for less than 2^32 decimals of 127 bits, and their squares.
 */
enum { KAM_MOMENTS_SUM = 3, KAM_MOMENTS_SQUARES = 5 };

/* Zero-initialised it is that of no numbers. */
struct kam_moments {
    uint64_t count;
    uint64_t sum[KAM_MOMENTS_SUM];         /* in units, two's complement */
    uint64_t squares[KAM_MOMENTS_SQUARES]; /* in units squared */
    /* from here on: kam_moments_finish */
    double root;          /* count * deviation, in units */
    bool is_short;        /* the sum fits 126 bits: */
    kam_int128 short_sum; /* this is it */
};

/* One more number; less than 2^32 in all. */
void kam_moments_add(struct kam_moments *moments, struct kam_decimal value);

/* All numbers are known: what the functions below want to have been called. */
void kam_moments_finish(struct kam_moments *moments);

/* The sum, as a double. */
double kam_moments_sum(const struct kam_moments *moments);

/*
 * How many population standard deviations (the root of the mean square of the distances from the
 * mean) VALUE is above the mean; 0 where all numbers are equal, and where there are none. The only
 * roundings are those of a few doubles.
 */
double kam_moments_z(const struct kam_moments *moments, struct kam_decimal value);

/* Sum, mean and deviation for telling people, rounded; the sum false where no decimal holds it. */
KAM_MUST_CHECK bool kam_moments_total(const struct kam_moments *moments, struct kam_decimal *total);
struct kam_decimal kam_moments_mean(const struct kam_moments *moments);
struct kam_decimal kam_moments_deviation(const struct kam_moments *moments);

#endif
