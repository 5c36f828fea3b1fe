/*
 * reportlosses: the list of customers at risk of a report: that it is of its snapshot, and what
 * each of its rows may lose.
 */
#ifndef KAM_REPORT_REPORTLOSSES_H
#define KAM_REPORT_REPORTLOSSES_H

#include "report/reportsource.h"

/*
 * Check the risks of SOURCE, which has all else, and set their losses. KAM_DATA for a customer that
 * isn't in the snapshot, or is in another tier there, and for a loss that is no number. A list that
 * lacks a column its section needs has no losses, and isn't looked at.
 */
KAM_MUST_CHECK enum kam_status kam_reportlosses_take(struct kam_reportsource *source,
                                                     struct kam_error *error);

#endif
