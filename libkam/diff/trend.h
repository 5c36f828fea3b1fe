/*
 * trend: by how much a figure rises or falls in a month, whatever single months did.
 *
 * The slope of Theil (1950) and Sen (1968): the median of the slopes between any two of the
 * points, (y2 - y1) / (t2 - t1), of an even number the mean of the middle two. Points may be any
 * number of months apart, and up to 29 % of them may be anything without carrying it away.
 *
 *     Theil, H. (1950): A rank-invariant method of linear and polynomial regression analysis
 *     Sen, P. K. (1968): Estimates of the regression coefficient based on Kendall's tau
 *
 * All of it is exact: slopes are fractions, compared by multiplying crosswise, and the one that
 * comes out is rounded by nobody but the caller.
 */
#ifndef KAM_DIFF_TREND_H
#define KAM_DIFF_TREND_H

#include "base/fraction.h"

/* A figure and its month. */
struct kam_point {
    int month;
    struct kam_decimal figure;
};

/* The way from one point to another. */
struct kam_trend_step {
    struct kam_decimal rise;
    int months; /* at least 1 */
};

/* How many steps there are between COUNT points. */
static inline size_t kam_trend_steps(size_t count)
{
    return count ? count * (count - 1) / 2 : 0;
}

/*
 * *SLOPE: that of POINTS[COUNT], two or more, whose months rise. ROOM is for kam_trend_steps(COUNT)
 * of them. False where a difference or the result is out of range.
 */
KAM_MUST_CHECK bool kam_trend_slope(const struct kam_point *points, size_t count,
                                    struct kam_trend_step *room, struct kam_fraction *slope);

#endif
