/*
 * titlemonth: the month that the titles of an export name, where no column says it.
 */
#ifndef KAM_IMPORT_TITLEMONTH_H
#define KAM_IMPORT_TITLEMONTH_H

#include "import/toprecords.h"

/*
 * The one month that TITLES[COUNT] name: 2026年9月账单, 统计月份：202609, Statement September 2026;
 * stored in *MONTH, and the cell in *CELL. False if they name none, or may name several
 * (2026年1-9月, 9月). A day is no month, and what stands in one line with the time of printing or
 * export doesn't count.
 */
KAM_MUST_CHECK bool kam_title_month(const struct kam_top_record *titles, size_t count, int *month,
                                    struct kam_text *cell);

#endif
