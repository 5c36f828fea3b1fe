/*
 * pagekey: the first answer of a page: how many key accounts there are and what they bring, as
 * figures and as a sentence.
 */
#ifndef KAM_REPORT_PAGEKEY_H
#define KAM_REPORT_PAGEKEY_H

#include "report/markup.h"
#include "report/report.h"

/* Those of REPORT. */
void kam_pagekey_write(const struct kam_report *report, struct kam_speech *speech,
                       const struct kam_markup *markup);

#endif
