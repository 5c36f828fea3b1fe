/*
 * abc: a computed ABC analysis: limits that the figures themselves suggest.
 *
 * A. Ultsch, J. Loetsch: Computed ABC Analysis for Rational Selection of Most Informative Variables
 * in Multivariate Data, PLoS ONE 10(6), 2015, doi 10.1371/journal.pone.0129767.
 *
 * The ABC curve starts at (0, 0) and goes through (i / n, S_i / S) for i = 1 to n, S_i being the
 * sum of the i largest of n figures and S that of all. On it lie
 *
 * - the Pareto point: the one nearest to (0, 1), where nothing would have everything;
 * - the break-even point: where the slope is 1, that is, customers get as small as the mean. Where
 *   some are equal to it, the middle of them;
 * - the submarginal point: the one nearest to (x, 1), x being that of the later of the two.
 *
 * A ends at the earlier of the first two, B at the third. Customers count as far as they are
 * wholly before a limit.
 *
 * Three things are left open by the paper, and decided here:
 *
 * - Between its points the curve is straight, so that every limit is a rational number and found
 *   exactly. The authors' packages lay a cubic spline through them and look at 101 or 1001 of its
 *   points. Their limits differ from these by a customer where one lies that close to a limit, and
 *   by a few where many in a row are equal, as a spline swings there.
 * - The first customer is A if its figure is above 0, even where the limit comes before the whole
 *   of it, as where there are only two, or one has nearly everything: a part of a customer is none,
 *   but nobody would call that one unimportant.
 * - Where all figures are equal, A ends at n / 2 and B at 3 n / 4. With ties = up that makes all of
 *   them A, as cABCanalysis has it, the authors' own second implementation.
 */
#ifndef KAM_TIER_ABC_H
#define KAM_TIER_ABC_H

#include "base/decimal.h"

/*
 * How many of FALLING[COUNT], the largest first, are in A, and how many in A or B, which is never
 * less. A negative figure counts as 0; where none is above 0, both are 0. COUNT is below 2^32.
 * False, and nothing stored, where the figures add up to more than a decimal holds.
 */
KAM_MUST_CHECK bool kam_abc(const struct kam_decimal *falling, size_t count, size_t *a, size_t *ab);

#endif
