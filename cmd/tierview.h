/*
 * tierview: what kam-tier writes instead of the snapshot: one of the lists below.
 */
#ifndef KAM_TIERVIEW_H
#define KAM_TIERVIEW_H

#include "explaining.h"
#include "front.h"
#include "tier/tier.h"
#include "whatifview.h"

enum kam_tierview_kind {
    KAM_VIEW_SNAPSHOT,
    KAM_VIEW_SUMMARY,
    KAM_VIEW_MANAGERS,
    KAM_VIEW_NEAR,
    KAM_VIEW_BRANCHES,
    KAM_VIEW_BOXES,
    KAM_VIEW_EXPLAIN,
    KAM_VIEW_SENSITIVITY,
    KAM_VIEW_FLIP,
};

/* Zero-initialised it is the snapshot. */
struct kam_tierview {
    enum kam_tierview_kind kind;
    struct kam_buffer by;             /* --by, as given */
    struct kam_text_list columns;     /* of it */
    struct kam_decimal near;          /* --near, 0.05 for 5% */
    const char *branches;             /* --branches */
    struct kam_explaining explaining; /* --explain, --lang */
    struct kam_whatifview whatif;     /* --sensitivity, --flip */
    unsigned threads;                 /* --threads */
    struct kam_arena arena;
};

/* An option asks for KIND: wrong usage after one that asked for another. */
void kam_tierview_choose(const struct kam_front *front, struct kam_tierview *view,
                         enum kam_tierview_kind kind);

/* Whether it tries other weights, which only those in force can be compared with. */
static inline bool kam_tierview_varies(const struct kam_tierview *view)
{
    return view->kind == KAM_VIEW_SENSITIVITY || view->kind == KAM_VIEW_FLIP;
}

/* The argument of --near. */
struct kam_decimal kam_tierview_rate(const struct kam_front *front, const char *argument);

/* Once all options are known, before anything is read: whether they go together. */
KAM_MUST_CHECK enum kam_status kam_tierview_check(const struct kam_front *front,
                                                  struct kam_tierview *view,
                                                  const struct kam_model *model,
                                                  struct kam_error *error);

/* Write it, TIERING being of TABLE under MODEL, and say with -v what there is to say. */
KAM_MUST_CHECK enum kam_status
kam_tierview_write(struct kam_front *front, const struct kam_tierview *view,
                   const struct kam_tiering *tiering, const struct kam_table *table,
                   const struct kam_model *model, struct kam_error *error);

void kam_tierview_free(struct kam_tierview *view);

#endif
