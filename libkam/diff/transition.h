/*
 * transition: the matrix of who, or what revenue, went from which tier to which.
 *
 *     tier_from,gold,silver,merged,absent,total
 *     gold,8,1,1,0,10
 *     silver,1,80,0,5,86
 *     split,0,1,0,0,1
 *     absent,0,7,0,0,7
 *     total,9,89,1,5,104
 *
 * A row per tier of the ladder, the highest first; `split` for customers that were part of others
 * before; `absent` for those that weren't there, or were lost by lost-after; `total`. Likewise the
 * columns, with `merged` in place of `split`. These two are left out where nothing is known of
 * accounts. Every movement is in one cell, so that the total of totals is that of all of them.
 */
#ifndef KAM_DIFF_TRANSITION_H
#define KAM_DIFF_TRANSITION_H

#include "diff/diff.h"
#include "io/writer.h"

/* What is summed. */
enum kam_transition_figure {
    KAM_TRANSITION_CUSTOMERS,
    KAM_TRANSITION_REVENUE_FROM,
    KAM_TRANSITION_REVENUE_TO,
    KAM_TRANSITION_REVENUE_DELTA,
};

/* "customers", "revenue-from", "revenue-to", "revenue-delta" -> *FIGURE; false for others. */
KAM_MUST_CHECK bool kam_transition_parse(struct kam_text name, enum kam_transition_figure *figure);

enum kam_transition_form {
    KAM_TRANSITION_SUMS,
    KAM_TRANSITION_RATES, /* divided by the total of the row, six places */
};

struct kam_transition_options {
    enum kam_transition_figure figure;
    enum kam_transition_form form;
};

/* Zero-initialised it is empty. */
struct kam_transition {
    const struct kam_diff *diff; /* borrowed */
    struct kam_transition_options options;
    size_t size;               /* rows, and columns */
    struct kam_decimal *cells; /* row by row; KAM_NO_NUMBER: empty, a rate of nothing */
};

/* KAM_DATA if a tier has the name of one of the other rows or columns of the table of DIFF. */
KAM_MUST_CHECK enum kam_status kam_transition_check(const struct kam_diff *diff,
                                                    struct kam_error *error);

/* KAM_DATA if a number is too large. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_transition_compute(struct kam_transition *transition,
                                                      const struct kam_diff *diff,
                                                      const struct kam_transition_options *options,
                                                      struct kam_error *error);

void kam_transition_free(struct kam_transition *transition);

void kam_transition_write(const struct kam_transition *transition, struct kam_writer *writer);

#endif
