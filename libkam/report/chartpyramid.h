/*
 * chartpyramid: the picture of the tiers: how many customers each has to the left, what they bring
 * to the right of its name, the highest tier at the top. What the period before had is an outline.
 */
#ifndef KAM_REPORT_CHARTPYRAMID_H
#define KAM_REPORT_CHARTPYRAMID_H

#include "report/canvas.h"
#include "report/reportpyramid.h"

double kam_chartpyramid_height(const struct kam_reportpyramid *pyramid);

/* What it shows, in a sentence. */
struct kam_text kam_chartpyramid_describe(const struct kam_reportpyramid *pyramid,
                                          struct kam_speech *speech);

/* Draw it on CANVAS, which has that height. */
void kam_chartpyramid_draw(const struct kam_reportpyramid *pyramid, struct kam_speech *speech,
                           const struct kam_canvas *canvas);

#endif
