/*
 * daycolumn: the months of a column of days, in any style that month.h reads.
 *
 * What a cell leaves open, 5/10/2026, the others settle: a column has one order of day and month.
 */
#ifndef KAM_CONTACT_DAYCOLUMN_H
#define KAM_CONTACT_DAYCOLUMN_H

#include "table/table.h"

/*
 * MONTHS[row] becomes the month of each row of TABLE in COLUMN; KAM_MONTH_NONE where it says that
 * there is nothing (contactcolumn.h). KAM_DATA for what is no day, where two cells have another
 * order, and where none tells the order.
 */
KAM_MUST_CHECK enum kam_status kam_daycolumn_read(const struct kam_table *table, size_t column,
                                                  int *months, struct kam_error *error);

#endif
