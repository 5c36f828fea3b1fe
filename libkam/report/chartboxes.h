/*
 * chartboxes: the grid as a picture: a box for each class with the bubbles of its customers,
 * contribution upwards, potential to the right.
 *
 * Words stand at the top of each box and bubbles below them, so that neither covers the other; no
 * bubble leaves its box. The area of a bubble is the revenue of its customers, though the smallest
 * are large enough to be seen.
 */
#ifndef KAM_REPORT_CHARTBOXES_H
#define KAM_REPORT_CHARTBOXES_H

#include "report/boxchart.h"
#include "report/canvas.h"

/* How high the picture of BOXES, which lack nothing, is. */
double kam_chartboxes_height(const struct kam_reportboxes *boxes);

/* What it shows, in a sentence. */
struct kam_text kam_chartboxes_describe(const struct kam_reportboxes *boxes,
                                        struct kam_speech *speech);

/* Draw it on CANVAS, which has that height. */
void kam_chartboxes_draw(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                         const struct kam_canvas *canvas);

#endif
