/*
 * page: a report as one HTML page that needs nothing else, and the index of several.
 */
#ifndef KAM_REPORT_PAGE_H
#define KAM_REPORT_PAGE_H

#include "report/report.h"

/* Write REPORT to OUTPUT. KAM_NOMEM alone; other failures are the output's. */
KAM_MUST_CHECK enum kam_status kam_page_write(const struct kam_report *report,
                                              struct kam_speech *speech, struct kam_output *output,
                                              struct kam_error *error);

#endif
