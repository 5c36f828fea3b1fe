/*
 * figurecut: where a customer's new figure would have put it by the old limits.
 *
 * The figure that was ranked is the cell of the column that the snapshot's `by` names, where that
 * was kept, or else what limits and gaps of the row come to. A figure that is missing is less than
 * all others.
 */
#ifndef KAM_DIFF_FIGURECUT_H
#define KAM_DIFF_FIGURECUT_H

#include "diff/limitsteps.h"

/* Where a snapshot says it. */
struct kam_figure_columns {
    const struct kam_snapshot *snapshot; /* borrowed */
    size_t limit_up, limit_down, gap_up, gap_down;
    size_t by; /* KAM_NO_COLUMN: it isn't there, or its cells weren't kept */
};

/* False where SNAPSHOT hasn't all of them; `by` doesn't count. */
bool kam_figure_columns_find(struct kam_figure_columns *columns,
                             const struct kam_snapshot *snapshot);

/* Append to NAMES the names of those that TABLE lacks, separated by commas. */
KAM_MUST_CHECK bool kam_figure_columns_missing(const struct kam_table *table,
                                               struct kam_buffer *names);

/* A customer in two snapshots; cuts are steps of a ladder, 0 the highest. */
struct kam_figure_case {
    const struct kam_figure_columns *before, *after;
    uint32_t old_row, new_row;
    uint32_t old_cut, new_cut;
    const struct kam_limit_steps *steps; /* of `before`; NULL: not known */
};

/*
 * *CUT: the step that the figure of new_row reaches at the limits of old_row: its old cut, or
 * beyond, but one step at least (cause.h): upwards as far as the limits of old_row's snapshot go,
 * downwards, and where these aren't known, as far as its new cut is. KAM_DATA for a cell
 * that is no number.
 */
KAM_MUST_CHECK enum kam_status kam_figure_cut(const struct kam_figure_case *the_case, uint32_t *cut,
                                              struct kam_error *error);

#endif
