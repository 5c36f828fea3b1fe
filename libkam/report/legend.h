/*
 * legend: what the classes of a picture's shapes mean: a small shape and a word each, one behind
 * the other, in as many lines as they need.
 */
#ifndef KAM_REPORT_LEGEND_H
#define KAM_REPORT_LEGEND_H

#include "report/canvas.h"

struct kam_legend {
    const struct kam_canvas *canvas; /* borrowed */
    double x, y;                     /* where the next one begins; the baseline of its word */
};

enum { KAM_LEGEND_LINE = KAM_LINE_SMALL + 2 }; /* between the baselines of two lines */

/* Add a rectangle of CLASS and TEXT; of class NULL: TEXT alone. */
void kam_legend_add(struct kam_legend *legend, const char *class, struct kam_text text);

#endif
