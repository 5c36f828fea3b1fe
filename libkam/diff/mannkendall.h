/*
 * mannkendall: whether figures go up or down in the course of time, or only seem to.
 *
 * The test of Mann (1945) and Kendall (1975): S is how many pairs of figures rise less how many
 * fall, and what is asked is how likely an S that far from 0 would be if any order of the same
 * figures were as likely as any other.
 *
 *     Mann, H. B. (1945): Nonparametric tests against trend
 *     Kendall, M. G. (1975): Rank correlation methods
 *
 * Up to KAM_MANNKENDALL_EXACT figures the orders are counted, equal figures included: histories
 * are short, and the normal distribution, which is said to do from ten figures on, isn't good for
 * few of them, least of all with ties. How many orders have how many inversions are coefficients
 * of a product of polynomials (1 - q^a), by which figures are ordered, divided by those of the
 * figures that are equal among themselves. Beyond that, where their number doesn't fit 64 bits any
 * more, it is z = (|S| - 1) / sqrt(Var S), with the correction for continuity, and
 * Var S = (n(n-1)(2n+5) - the same of each group of equal figures) / 18.
 */
#ifndef KAM_DIFF_MANNKENDALL_H
#define KAM_DIFF_MANNKENDALL_H

#include "diff/trend.h"

enum { KAM_MANNKENDALL_EXACT = 20 }; /* 20! has 62 bits */

struct kam_mannkendall {
    int64_t s;
    uint64_t beyond, orders; /* so many of all orders have an S as far from 0, on its side of it;
                                ORDERS 0: they weren't counted */
    double variance;         /* of S */
    double z;                /* 0 where S is */
};

/* That of POINTS[COUNT], in the order of their months. */
struct kam_mannkendall kam_mannkendall_of(const struct kam_point *points, size_t count);

/* Whether an S as far from 0 on its side of it has a probability below 0.1. */
bool kam_mannkendall_is_trend(const struct kam_mannkendall *test);

#endif
