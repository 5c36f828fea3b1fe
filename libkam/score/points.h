/*
 * points: what a scale of the model gives for one cell.
 *
 * - bands: the points of the highest band whose value is at most the cell's, below the first 0;
 * - linear: on the line between the two corners around the cell, in doubles; outside, the points
 *   of the nearest corner;
 * - values: the points of the text that is exactly the cell's, else those of "*".
 */
#ifndef KAM_SCORE_POINTS_H
#define KAM_SCORE_POINTS_H

#include "model/scale.h"

/*
 * The points, 0 to 100, of CELL, which is not empty and stands at PLACE. KAM_DATA at PLACE where
 * bands or linear meet text, or values a text that they don't name, without a "*". KAM_USAGE for
 * the scales that need all rows.
 */
KAM_MUST_CHECK enum kam_status kam_points_of(const struct kam_scale *scale, struct kam_text cell,
                                             const struct kam_place *place, double *points,
                                             struct kam_error *error);

#endif
