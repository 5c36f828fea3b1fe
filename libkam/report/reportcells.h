/*
 * reportcells: cells of kam's tables as cells of a report.
 */
#ifndef KAM_REPORT_REPORTCELLS_H
#define KAM_REPORT_REPORTCELLS_H

#include "report/reporttable.h"
#include "table/table.h"

/* A set as kam writes it, "a|b": "a, b". */
void kam_reporttable_set(struct kam_reporttable *table, struct kam_speech *speech,
                         struct kam_text set);

/* The cell of ROW in COLUMN as it stands; empty where COLUMN is KAM_NO_COLUMN. */
void kam_reporttable_copy(struct kam_reporttable *table, const struct kam_table *from, size_t row,
                          size_t column);

/*
 * The same of a number, rounded for the eye to PLACES; -1: not at all. A share is a ratio. What is
 * no number is shown as it stands.
 */
void kam_reporttable_copy_number(struct kam_reporttable *table, struct kam_speech *speech,
                                 const struct kam_table *from, size_t row, size_t column,
                                 int places);
void kam_reporttable_copy_share(struct kam_reporttable *table, struct kam_speech *speech,
                                const struct kam_table *from, size_t row, size_t column);

#endif
