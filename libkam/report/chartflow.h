/*
 * chartflow: who went where, as bands from the tiers before, at the left, to those of now. As one
 * customer in thousands is to be seen, a band is as wide as the square root of its customers.
 */
#ifndef KAM_REPORT_CHARTFLOW_H
#define KAM_REPORT_CHARTFLOW_H

#include "report/canvas.h"
#include "report/flow.h"

double kam_chartflow_height(const struct kam_reportflow *flow);

/* What it shows, in a sentence. */
struct kam_text kam_chartflow_describe(const struct kam_reportflow *flow,
                                       struct kam_speech *speech);

/* Draw it on CANVAS, which has that height. */
void kam_chartflow_draw(const struct kam_reportflow *flow, struct kam_speech *speech,
                        const struct kam_canvas *canvas);

#endif
