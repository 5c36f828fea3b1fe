/*
 * textmatrix: the matrix of movements in the columns of a terminal; where these don't hold it, the
 * same as a list of who went where.
 */
#ifndef KAM_REPORT_TEXTMATRIX_H
#define KAM_REPORT_TEXTMATRIX_H

#include "report/reporttable.h"
#include "report/textpage.h"

/* Write TABLE: names in its first column, numbers in the others, totals in the last row and column.
 */
void kam_textmatrix_write(const struct kam_reporttable *table, struct kam_textpage *page);

#endif
