/*
 * trendminor: the slope of trend.h for what nearly all figures are: minor units (base/minor.h)
 * within a year, which take a fraction of the time.
 *
 * All distances up to a year divide 27720. So slopes are whole numbers of minor units in so many
 * months, exactly, and 64 bits hold them.
 */
#ifndef KAM_DIFF_TRENDMINOR_H
#define KAM_DIFF_TRENDMINOR_H

#include "diff/trend.h"

/* *SLOPE: that of POINTS[COUNT], as kam_trend_slope has it. False where they aren't such figures.
 */
KAM_MUST_CHECK bool kam_trendminor_slope(const struct kam_point *points, size_t count,
                                         struct kam_fraction *slope);

#endif
