/*
 * chartbridge: the revenue bridge as a waterfall from the top to the bottom. Where the steps are
 * too small beside the totals to be seen, the axis is broken, and the picture says so.
 */
#ifndef KAM_REPORT_CHARTBRIDGE_H
#define KAM_REPORT_CHARTBRIDGE_H

#include "report/canvas.h"
#include "report/flow.h"

double kam_chartbridge_height(const struct kam_reportflow *flow);

/* What it shows, in a sentence. */
struct kam_text kam_chartbridge_describe(const struct kam_reportflow *flow,
                                         struct kam_speech *speech);

/* Draw it on CANVAS, which has that height. */
void kam_chartbridge_draw(const struct kam_reportflow *flow, struct kam_speech *speech,
                          const struct kam_canvas *canvas);

#endif
