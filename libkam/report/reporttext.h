/*
 * reporttext: a report for a terminal or the body of a mail.
 */
#ifndef KAM_REPORT_REPORTTEXT_H
#define KAM_REPORT_REPORTTEXT_H

#include "report/report.h"

enum { KAM_REPORTTEXT_LEAST = 40, KAM_REPORTTEXT_DEFAULT = 80, KAM_REPORTTEXT_MOST = 1000 };

struct kam_reporttext_options {
    size_t width; /* columns, from KAM_REPORTTEXT_LEAST */
    bool colours; /* of a terminal */
};

/* Write REPORT to OUTPUT. KAM_NOMEM alone; other failures are the output's. */
KAM_MUST_CHECK enum kam_status
kam_reporttext_write(const struct kam_report *report, const struct kam_reporttext_options *options,
                     struct kam_speech *speech, struct kam_output *output, struct kam_error *error);

#endif
