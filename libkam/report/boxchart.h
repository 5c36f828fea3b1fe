/*
 * boxchart: the nine-box grid of the model (or one of another size) with the customers in it, as
 * bubbles: as many customers as lie close to each other are one.
 *
 * The figures are those of kam-tier --grid; limits by percentile are those of all customers of the
 * snapshot, also where a page is about some of them. Prospects have boxes, but aren't counted.
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

/* Customers who are close to each other in a box, each in one bubble. */
struct kam_reportbubble {
    size_t box;
    double x,
        y; /* from 0 to below 1, right of its left and above its lower side: in their middle */
    size_t customers;
    struct kam_decimal revenue;
};

enum { KAM_BUBBLES_ACROSS = 8 }; /* at most, in a box, and as many above each other */

/* Zero-initialised it is empty. */
struct kam_reportboxes {
    struct kam_lack lack;
    const struct kam_model *model;       /* whose grid it is; borrowed */
    const struct kam_decimal *limits[2]; /* of contribution, of potential; NULL: there is none, as
                                            no customer has a figure that makes it */
    struct kam_reportbox *boxes;         /* numbered as those of struct kam_model_grid */
    struct kam_reportbox unknown, all;
    struct kam_reportbubble *bubbles; /* by box, then place */
    size_t bubble_count;
    const char *file;   /* of the snapshot; borrowed */
    size_t prospects;   /* in boxes */
    size_t other_class; /* customers of whom the snapshot's column `class` says something else */
};

/* Those of SCOPE. KAM_DATA if a sum is out of range. What it keeps is ARENA's. */
KAM_MUST_CHECK enum kam_status kam_reportboxes_make(struct kam_reportboxes *boxes,
                                                    const struct kam_reportsource *source,
                                                    const struct kam_reportscope *scope,
                                                    struct kam_arena *arena,
                                                    struct kam_error *error);

/* The strategy of the class of BOX; empty: it has none. */
struct kam_text kam_reportboxes_strategy(const struct kam_reportboxes *boxes, size_t box);

/* What BOX, one of BOXES, has of the revenue of all; KAM_NO_NUMBER where that is none. */
struct kam_decimal kam_reportboxes_share(const struct kam_reportboxes *boxes,
                                         const struct kam_reportbox *box);

/* The rows of kam-tier --grid, that of those without a class only if there are any, and a total. */
void kam_reportboxes_table(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                           struct kam_reporttable *table);

#endif
