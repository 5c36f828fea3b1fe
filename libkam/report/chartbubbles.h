/*
 * chartbubbles: the bubbles of the grid, each in its box, none above another as far as there is
 * room. The area of a bubble is the revenue of its customers, though the smallest are large enough
 * to be seen.
 */
#ifndef KAM_REPORT_CHARTBUBBLES_H
#define KAM_REPORT_CHARTBUBBLES_H

#include "report/boxchart.h"
#include "report/canvas.h"

/* Where boxes are. */
struct kam_bubblefield {
    double left, top;     /* of the one at the upper left */
    double width, height; /* of each, as they stand beside and below each other */
    double above;         /* so much of its height is for words */
};

void kam_chartbubbles_draw(const struct kam_reportboxes *boxes, const struct kam_bubblefield *field,
                           const struct kam_canvas *canvas);

#endif
