/*
 * curve: the score of a customer as a function of one weight, the others staying as they are.
 *
 * A weighted sum is (a + b w) / (c + e w): a is what the other dimensions bring, b the points in
 * this one, c the sum of the other weights; e is 1, or 0 (and b, too) where the dimension is
 * skipped. Two of these cross where a quadratic equation says so.
 */
#ifndef KAM_WHATIF_CURVE_H
#define KAM_WHATIF_CURVE_H

#include "score/pointtable.h"

#include <stdbool.h>
#include <stddef.h>

struct kam_curve {
    double a, b, c, e;
};

/* Scores that are at least this far apart are so, too, when they are rounded as printed. */
#define KAM_CURVE_MARGIN 1.1e-4

/* Of POINTS[count], where DIMENSION's weight changes and WEIGHTS[count] are the others'. */
struct kam_curve kam_curve_of(const int32_t *points, const double *weights, size_t count,
                              size_t dimension);

/* That of a score which doesn't change. */
struct kam_curve kam_curve_constant(double score);

/* Whether they are the same function, to the last bit. */
bool kam_curve_same(const struct kam_curve *one, const struct kam_curve *other);

/* 1, -1 or 0 as ONE is above OTHER at WEIGHT by more than the margin, below it so, or neither. */
int kam_curve_compare(const struct kam_curve *one, const struct kam_curve *other, double weight);

/*
 * The weights above 0, in no order, where the outcome of kam_curve_compare changes, in WEIGHTS;
 * returns how many. Others may be among them.
 */
enum { KAM_CURVE_CHANGES = 4 };
size_t kam_curve_changes(const struct kam_curve *one, const struct kam_curve *other,
                         double weights[KAM_CURVE_CHANGES]);

#endif
