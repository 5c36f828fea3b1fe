/*
 * sumview: the views of kam-diff that are sums over all customers: matrix, bridge,
 * retention, causes.
 */
#ifndef KAM_SUMVIEW_H
#define KAM_SUMVIEW_H

#include "diff/bridgeby.h"
#include "diff/causelist.h"
#include "diff/retention.h"
#include "diff/transition.h"
#include "front.h"

enum kam_sumview_kind {
    KAM_SUMVIEW_NONE, /* another view: only the totals of the bridge are of use */
    KAM_SUMVIEW_SUMMARY,
    KAM_SUMVIEW_BRIDGE,
    KAM_SUMVIEW_RETENTION,
    KAM_SUMVIEW_CAUSES,
};

struct kam_sumview_options {
    enum kam_sumview_kind kind;
    struct kam_text by; /* --by; empty: not given */
    struct kam_transition_options summary;
};

/* Zero-initialised it is empty. */
struct kam_sumview {
    const struct kam_sumview_options *options;
    struct kam_bridge bridge;
    struct kam_strata strata;
    struct kam_bridge_by bridge_by;
    struct kam_transition transition;
    struct kam_retention retention;
    struct kam_causelist causes;
};

/* The argument of --summary; NULL: none. */
void kam_sumview_take_figure(const struct kam_front *front, struct kam_sumview_options *options,
                             const char *argument);

/* The argument of --by. */
void kam_sumview_take_by(const struct kam_front *front, struct kam_sumview_options *options,
                         const char *argument);

/* Wrong usage if OPTIONS don't go together. */
void kam_sumview_check(const struct kam_front *front, const struct kam_sumview_options *options);

/* The one that OPTIONS say of DIFF, which have to outlive it. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_sumview_compute(struct kam_sumview *view,
                                                   const struct kam_sumview_options *options,
                                                   const struct kam_diff *diff,
                                                   struct kam_error *error);

void kam_sumview_write(const struct kam_sumview *view, struct kam_writer *writer);

void kam_sumview_free(struct kam_sumview *view);

#endif
