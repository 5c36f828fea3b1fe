/*
 * pagesection: a section of a page: its heading; its picture with the table behind it, or its
 * table; or what it lacks.
 */
#ifndef KAM_REPORT_PAGESECTION_H
#define KAM_REPORT_PAGESECTION_H

#include "report/chart.h"

/* SECTION of REPORT. KAM_NOMEM alone. */
KAM_MUST_CHECK enum kam_status kam_pagesection_write(const struct kam_report *report,
                                                     enum kam_reportsection section,
                                                     struct kam_speech *speech,
                                                     const struct kam_markup *markup,
                                                     struct kam_error *error);

/* KAM_SECTION_RULES, which is the foot of the page, and how each tier is served. */
KAM_MUST_CHECK enum kam_status kam_pagesection_write_rules(const struct kam_report *report,
                                                           struct kam_speech *speech,
                                                           const struct kam_markup *markup,
                                                           struct kam_error *error);

#endif
