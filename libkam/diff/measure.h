/*
 * measure: the figure of customers that snapshots are compared by.
 */
#ifndef KAM_DIFF_MEASURE_H
#define KAM_DIFF_MEASURE_H

#include "diff/diff.h"

/*
 * *FIGURE: the column of SNAPSHOT that holds MEASURE, which is COLUMN for KAM_MEASURE_COLUMN.
 * KAM_DATA if there is none.
 */
KAM_MUST_CHECK enum kam_status kam_measure_find(const struct kam_snapshot *snapshot,
                                                enum kam_measure measure, struct kam_text column,
                                                size_t *figure, struct kam_error *error);

/* The fewest decimal places that a customer's cell of COLUMN shows, at most PLACES. */
int kam_measure_places(const struct kam_snapshot *snapshot, size_t column, int places);

#endif
