/*
 * points: what a scale of the model gives for one number or text, in units of 10^-4 (pointtable.h).
 *
 * - bands: the points of the highest band whose value is at most the number, below the first 0;
 * - linear: on the line between the two corners around the number; outside, the points of the
 *   nearest corner;
 * - values: the points of the text that is exactly the cell's, else those of "*".
 *
 * Among the numbers of a population (population.h), with n of them:
 *
 * - minmax: 100 (x - least) / (most - least);
 * - percentile: 100 (smaller + half of the others that equal x) / (n - 1): the percentile rank, as
 *   spreadsheets' PERCENTRANK.INC has it where all differ;
 * - zscore: the T score 50 + 10 (x - mean) / deviation (McCall, How to Measure in Education, 1922),
 *   of the population standard deviation, kept within 0 to 100;
 * - share: 100 x / the sum of the positive numbers, the rate of contribution; a negative x has 0.
 *
 * Where all numbers are equal, and so in a population of one, the first three give 50. A row from
 * which nothing is learned has no place of its own among the n: for percentile it has 100 (smaller
 * + half of the equals) / n, and elsewhere what the formula says, kept within 0 to 100. Direction
 * `down` mirrors: 100 less the points.
 */
#ifndef KAM_SCORE_POINTS_H
#define KAM_SCORE_POINTS_H

#include "score/population.h"

/* The points of VALUE by SCALE, bands or linear. */
int32_t kam_points_of_number(const struct kam_scale *scale, struct kam_decimal value);

/*
 * The points, in *POINTS, of CELL, which is not empty, by SCALE, of values. False where they don't
 * name the text and there is no "*".
 */
KAM_MUST_CHECK bool kam_points_of_text(const struct kam_scale *scale, struct kam_text cell,
                                       int32_t *points);

/* How a row stands to a population: it is one of those that were learned from, or outside. */
enum kam_belonging { KAM_BELONGING_IN, KAM_BELONGING_OUTSIDE };

/* The points of VALUE by SCALE, minmax, zscore or share, in GROUP of its population. */
int32_t kam_points_in_group(const struct kam_scale *scale, const struct kam_population_group *group,
                            struct kam_decimal value);

/*
 * The points by SCALE, percentile, of a number with RANK in a group of COUNT; where BELONGING is IN
 * it is one of its own equals.
 */
int32_t kam_points_of_rank(const struct kam_scale *scale, struct kam_population_rank rank,
                           size_t count, enum kam_belonging belonging);

#endif
