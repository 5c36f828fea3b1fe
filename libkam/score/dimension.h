/*
 * dimension: a dimension of a model, bound to the columns of a table.
 */
#ifndef KAM_SCORE_DIMENSION_H
#define KAM_SCORE_DIMENSION_H

#include "account/prospect.h"
#include "model/binding.h"
#include "model/model.h"
#include "score/relative.h"

struct kam_dimension {
    const struct kam_model_dimension *rule;
    size_t column;
    size_t lines;                       /* that tells prospects, or KAM_NO_COLUMN */
    const struct kam_binding *segments; /* rule->segment_count of them */
    struct kam_relative *relative;      /* NULL: no scale depends on other rows */
};

/*
 * Find the columns that RULE looks at in TABLE, whose last month is PERIOD (or KAM_MONTH_NONE).
 * KAM_DATA where one is missing. Memory is ARENA's, but for what is learned from all rows. To be
 * freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_bind(struct kam_dimension *dimension,
                                                  const struct kam_model_dimension *rule,
                                                  const struct kam_table *table, int period,
                                                  struct kam_arena *arena, struct kam_error *error);

void kam_dimension_free(struct kam_dimension *dimension);

/*
 * *SEGMENT: the first segment of the rule whose condition holds for ROW of ROWS, which are those of
 * TABLE, or their number where none does. KAM_DATA as of kam_binding_holds.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_find_segment(const struct kam_dimension *dimension,
                                                          const struct kam_table *table,
                                                          const struct kam_row_source *rows,
                                                          size_t row, size_t *segment,
                                                          struct kam_error *error);

/*
 * The points of ROW in *POINTS, in units of 10^-4: the first segment whose condition holds gives
 * the scale, else the dimension's own does. KAM_POINTS_NONE: the dimension is skipped in this row;
 * KAM_POINTS_LATER: they depend on other rows (relative.h), and the number is noted there. Where
 * the cell is empty, *IS_MISSING becomes true.
 *
 * KAM_DATA as of kam_binding_holds, for a text that has no points, and for an empty cell where that
 * is an error; a prospect, who can't have what comes of bills, is skipped then.
 *
 * Rows may be asked for in any order, and by several threads at once, with ROWS of their own.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_apply(const struct kam_dimension *dimension,
                                                   const struct kam_table *table,
                                                   const struct kam_row_source *rows, size_t row,
                                                   int32_t *points, bool *is_missing,
                                                   struct kam_error *error);

#endif
