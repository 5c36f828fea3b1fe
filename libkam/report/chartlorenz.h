/*
 * chartlorenz: the Lorenz curve under its diagonal, from the smallest customer to the largest, and
 * what the 20 % at its end bring.
 */
#ifndef KAM_REPORT_CHARTLORENZ_H
#define KAM_REPORT_CHARTLORENZ_H

#include "report/canvas.h"
#include "report/lorenz.h"

double kam_chartlorenz_height(const struct kam_reportlorenz *lorenz);

/* What it shows, in a sentence. */
struct kam_text kam_chartlorenz_describe(const struct kam_reportlorenz *lorenz,
                                         struct kam_speech *speech);

/* Draw it on CANVAS, which has that height. */
void kam_chartlorenz_draw(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                          const struct kam_canvas *canvas);

#endif
