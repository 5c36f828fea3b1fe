/*
 * prospect: rows of customers who have no bills yet (潜在客户): `lines` is 0 there.
 *
 * kam-score takes them from a customer file. They are scored and classed, but nothing is learned
 * from them: they are in no rank, cut, share or population.
 */
#ifndef KAM_ACCOUNT_PROSPECT_H
#define KAM_ACCOUNT_PROSPECT_H

#include "table/table.h"

/* The tier of prospects, which no tier of a model may be called. */
#define KAM_PROSPECT KAM_TEXT("prospect")

/* Whether ROW is one. LINES is the column `lines`; KAM_NO_COLUMN: there are none. */
static inline bool kam_is_prospect(const struct kam_table *table, size_t lines, size_t row)
{
    return lines != KAM_NO_COLUMN &&
           kam_text_equal(kam_table_cell(table, row, lines), KAM_TEXT("0"));
}

#endif
