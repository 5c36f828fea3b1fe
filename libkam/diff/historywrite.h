/*
 * historywrite: a history as a table, one row per customer.
 *
 * Columns, those without a source left out: account_id, account_name, tier_YYYY-MM for each
 * snapshot, periods, ups, downs, tier, months_in_tier, revenue, revenue_trend, score_trend,
 * outlook, end, strategy. The largest last figure comes first; of equal ones the smaller id.
 */
#ifndef KAM_DIFF_HISTORYWRITE_H
#define KAM_DIFF_HISTORYWRITE_H

#include "diff/historycourse.h"
#include "io/writer.h"

/* The order of COURSES' tracks in ORDER, for as many. False when memory ran out. */
KAM_MUST_CHECK bool kam_history_order(const struct kam_courses *courses, uint32_t *order);

/* Header and rows, in ORDER. Failures are the output's, at commit. */
void kam_history_write(const struct kam_courses *courses, const uint32_t *order,
                       struct kam_writer *writer);

#endif
