/*
 * reportview: what kam-report does once its options are known.
 */
#ifndef KAM_REPORTVIEW_H
#define KAM_REPORTVIEW_H

#include "explaining.h"
#include "front.h"
#include "report/report.h"
#include "report/reporttext.h"

enum kam_report_format { KAM_REPORT_HTML, KAM_REPORT_TEXT, KAM_REPORT_SVG };

struct kam_reportview {
    struct kam_reportfiles files; /* --moves, --previous, --at-risk, --by; the operand */
    struct kam_report_options report;
    enum kam_report_format format;
    enum kam_reportsection chart; /* KAM_SECTIONS: not given */
    const struct kam_language *language;
    const char *key_tier; /* NULL: not given */
    size_t width;         /* 0: not given */
    bool colours;         /* of a terminal */
    unsigned threads;
};

/* What holds where no option says otherwise. */
struct kam_reportview kam_reportview_default(void);

void kam_reportview_take_format(const struct kam_front *front, struct kam_reportview *view,
                                const char *argument);
void kam_reportview_take_chart(const struct kam_front *front, struct kam_reportview *view,
                               const char *argument);
void kam_reportview_take_by(const struct kam_front *front, struct kam_reportview *view,
                            const char *argument);

/*
 * Wrong usage if the options don't go together, or there isn't one snapshot. What a text is written
 * on is found out, too.
 */
void kam_reportview_check(const struct kam_front *front, struct kam_reportview *view);

/* Read the files, and write what is asked for. */
KAM_MUST_CHECK enum kam_status kam_reportview_run(struct kam_front *front,
                                                  const struct kam_reportview *view,
                                                  struct kam_error *error);

#endif
