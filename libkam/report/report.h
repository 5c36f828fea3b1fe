/*
 * report: all that a report shows, of one scope, exact, before it has a form. The forms (page,
 * text, charts) only say it: none of them computes anything of its own.
 */
#ifndef KAM_REPORT_REPORT_H
#define KAM_REPORT_REPORT_H

#include "report/boxchart.h"
#include "report/flow.h"
#include "report/lorenz.h"
#include "report/reportlists.h"
#include "report/reportpyramid.h"
#include "report/reportrules.h"

enum { KAM_REPORT_TOP_MOST = 500 };

struct kam_report_options {
    struct kam_text title; /* empty: made of the period */
    size_t top;            /* how many customers a list names */
    size_t key_tiers;      /* so many tiers at the top are key accounts; 0: the upper half */
};

/* Zero-initialised it is empty. */
struct kam_report {
    const struct kam_reportsource *source; /* borrowed, as are the next two */
    const struct kam_reportscope *scope;
    const struct kam_report_options *options;
    struct kam_reportpyramid pyramid;
    struct kam_reportlorenz lorenz;
    struct kam_reportboxes boxes;
    struct kam_reportflow flow;
    struct kam_reportlist top, flagged, movers, risks;
    struct kam_arena arena;
};

/* That of SCOPE; all that is given has to outlive it. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_report_make(struct kam_report *report,
                                               const struct kam_reportsource *source,
                                               const struct kam_reportscope *scope,
                                               const struct kam_report_options *options,
                                               struct kam_error *error);

/* What it is called: the title that was given, or one made of the period and of what it is about.
 */
struct kam_text kam_report_title(const struct kam_report *report, struct kam_speech *speech);

void kam_report_free(struct kam_report *report);

/* ---- its sections ---------------------------------------------------------------------------- */

/* In the order in which a reader asks. */
enum kam_reportsection {
    KAM_SECTION_PYRAMID,
    KAM_SECTION_LORENZ,
    KAM_SECTION_TOP,
    KAM_SECTION_FLAGGED,
    KAM_SECTION_FLOW,
    KAM_SECTION_BRIDGE,
    KAM_SECTION_MOVERS,
    KAM_SECTION_NINEBOX,
    KAM_SECTION_RISKS,
    KAM_SECTION_RULES,

    KAM_SECTIONS
};

/* What it is called in links and on the command line ("pyramid"), and to readers. */
const char *kam_reportsection_name(enum kam_reportsection section);
enum kam_label kam_reportsection_label(enum kam_reportsection section);

/* What it lacks, or NULL. */
const struct kam_lack *kam_reportsection_lack(const struct kam_report *report,
                                              enum kam_reportsection section);

/* Its table; TABLE is empty before. */
void kam_reportsection_table(const struct kam_report *report, enum kam_reportsection section,
                             struct kam_speech *speech, struct kam_reporttable *table);

#endif
