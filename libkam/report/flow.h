/*
 * flow: who went from which tier to which, and what that did to the revenue: the matrix of kam-diff
 * --summary and its bridge, of the movements of a report.
 */
#ifndef KAM_REPORT_FLOW_H
#define KAM_REPORT_FLOW_H

#include "diff/bridge.h"
#include "diff/transition.h"
#include "report/lack.h"
#include "report/reportsource.h"
#include "report/reporttable.h"

/* What the customers of a list of movements come to in it, and in the snapshot: that of now, or the
 * one before if only that differs. */
struct kam_reportfigures {
    struct kam_decimal listed, there;
};

/* Zero-initialised it is empty; free it. */
struct kam_reportflow {
    struct kam_lack lack; /* of both */
    struct kam_diff diff; /* the movements of the scope */
    struct kam_transition transition;
    struct kam_bridge bridge;
    bool has_other_figure;            /* it isn't the revenue of the window that was compared */
    struct kam_reportfigures figures; /* then: where they differ */
};

KAM_MUST_CHECK enum kam_status kam_reportflow_make(struct kam_reportflow *flow,
                                                   const struct kam_reportsource *source,
                                                   const struct kam_reportscope *scope,
                                                   struct kam_error *error);

/* The matrix; the bridge. */
void kam_reportflow_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                          struct kam_reporttable *table);
void kam_reportbridge_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                            struct kam_reporttable *table);

/* What a step of a bridge is called. */
enum kam_label kam_reportbridge_label(enum kam_bridge_step step);

void kam_reportflow_free(struct kam_reportflow *flow);

#endif
