/*
 * boxchart: the nine-box grid of the model (or one of another size) with the customers in it, as
 * bubbles: as many customers as lie close to each other are one.
 */
#ifndef KAM_REPORT_BOXCHART_H
#define KAM_REPORT_BOXCHART_H

#include "report/lack.h"
#include "report/reportsource.h"
#include "report/reporttable.h"

/* The customers of a box, or those in none. */
struct kam_reportbox {
    size_t customers;
    struct kam_decimal revenue, counted;
};

/* Where it lies in its box: from 0 to below 1, right of its left and above its lower side. */
struct kam_reportbubble {
    size_t box;
    double x, y;
    size_t customers;
    struct kam_decimal revenue;
};

enum { KAM_BUBBLES_ACROSS = 8 }; /* at most, in a box, and as many above each other */

/* Zero-initialised it is empty. */
struct kam_reportboxes {
    struct kam_lack lack;
    const struct kam_model *model;       /* whose grid it is; borrowed */
    const struct kam_decimal *limits[2]; /* of contribution, of potential */
    struct kam_reportbox *boxes;         /* numbered as those of struct kam_model_grid */
    struct kam_reportbox unknown, all;
    struct kam_reportbubble *bubbles; /* by box, then place */
    size_t bubble_count;
};

KAM_MUST_CHECK enum kam_status kam_reportboxes_make(struct kam_reportboxes *boxes,
                                                    const struct kam_reportsource *source,
                                                    const struct kam_reportscope *scope,
                                                    struct kam_arena *arena,
                                                    struct kam_error *error);

/* The rows of kam-tier --grid. */
void kam_reportboxes_table(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                           struct kam_reporttable *table);

#endif
