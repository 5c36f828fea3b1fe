/*
 * computed: the columns that a model computes, [column NAME] value = ...
 *
 * A value is computed exactly (base/fraction.h) and rounded once, half to even, to the places of
 * its column; what is computed from a computed column is computed from what is printed of that. An
 * empty cell, and a divisor that is 0, make the value empty. total(COLUMN) is the sum of all rows
 * but prospects (account/prospect.h), of whom nothing is learned; empty cells count for nothing.
 */
#ifndef KAM_SCORE_COMPUTED_H
#define KAM_SCORE_COMPUTED_H

#include "model/model.h"
#include "table/table.h"

/*
 * *WIDE, which the caller frees whatever the status: TABLE with the columns that MODEL computes.
 * TABLE may be freed then. One that is there already is replaced in place, if kam-score was here
 * before (`score_model`); else it is KAM_DATA, as are a missing column, a text where a number is
 * needed, and what is too large. A row takes 16 bytes for each column while this lasts.
 */
KAM_MUST_CHECK enum kam_status kam_computed_widen(struct kam_table *wide,
                                                  const struct kam_model *model,
                                                  const struct kam_table *table,
                                                  struct kam_error *error);

/* *TOTAL: total() of COLUMN of TABLE. KAM_DATA for a text, or a sum that is too large. */
KAM_MUST_CHECK enum kam_status kam_computed_total(const struct kam_table *table, size_t column,
                                                  struct kam_decimal *total,
                                                  struct kam_error *error);

#endif
