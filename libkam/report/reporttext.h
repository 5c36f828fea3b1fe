/*
 * reporttext: a report for a terminal or the body of a mail.
 *
 * No line is wider than it is told, in columns of a terminal; what doesn't fit is cut with an
 * ellipsis or left out, the least important column first. Cells are shown as
 * kam_character_add_tame has them.
 */
#ifndef KAM_REPORT_REPORTTEXT_H
#define KAM_REPORT_REPORTTEXT_H

#include "report/report.h"

/* The default is what RFC 5322 (2.1.1) recommends for lines of a mail. */
enum { KAM_REPORTTEXT_LEAST = 40, KAM_REPORTTEXT_DEFAULT = 78, KAM_REPORTTEXT_MOST = 1000 };

struct kam_reporttext_options {
    size_t width; /* columns, from KAM_REPORTTEXT_LEAST */
    bool colours; /* of a terminal */
};

/* Write REPORT to OUTPUT. KAM_NOMEM alone; other failures are the output's. */
KAM_MUST_CHECK enum kam_status
kam_reporttext_write(const struct kam_report *report, const struct kam_reporttext_options *options,
                     struct kam_speech *speech, struct kam_output *output, struct kam_error *error);

#endif
