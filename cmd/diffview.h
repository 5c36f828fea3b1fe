/*
 * diffview: what kam-diff writes of two snapshots: the listing of those that moved, or one of the
 * views that stand for it.
 */
#ifndef KAM_DIFFVIEW_H
#define KAM_DIFFVIEW_H

#include "comparing.h"
#include "explaining.h"
#include "sumview.h"

enum kam_diffview_kind {
    KAM_DIFFVIEW_MOVED, /* the listing */
    KAM_DIFFVIEW_ALL,   /* of all */
    KAM_DIFFVIEW_SUMMARY,
    KAM_DIFFVIEW_BRIDGE,
    KAM_DIFFVIEW_RETENTION,
    KAM_DIFFVIEW_CAUSES,
    KAM_DIFFVIEW_AT_RISK,
    KAM_DIFFVIEW_EXPLAIN,
};

/* Zero-initialised it is the listing of those that moved. */
struct kam_diffview {
    enum kam_diffview_kind kind;
    struct kam_sumview_options sums;  /* --summary, --rates, --by */
    struct kam_explaining explaining; /* --explain, --lang */
    struct kam_text *tracked;         /* --track: columns */
    size_t tracked_count, tracked_capacity;
    struct kam_decimal min_delta; /* --min-delta; 0: all */
    bool has_min_delta;
};

/* An option asks for KIND: wrong usage after one that asked for another. */
void kam_diffview_choose(const struct kam_front *front, struct kam_diffview *view,
                         enum kam_diffview_kind kind);

/* --min-delta ARGUMENT. */
void kam_diffview_take_min_delta(const struct kam_front *front, struct kam_diffview *view,
                                 const char *argument);

/* --track ARGUMENT. COMPARING learns that these columns are needed. */
void kam_diffview_track(const struct kam_front *front, struct kam_diffview *view,
                        struct kam_comparing_options *comparing, const char *argument);

/* Once all options are known: wrong usage if they don't go together. */
void kam_diffview_check(const struct kam_front *front, struct kam_diffview *view);

/* Which columns of the snapshots it needs. */
enum kam_comparing_scope kam_diffview_scope(const struct kam_diffview *view);

/*
 * Write the view of what COMPARING found, and say with -v what there is to say. *MOVED says
 * afterwards whether the listing has customers that moved, for --exit-code.
 */
KAM_MUST_CHECK enum kam_status kam_diffview_write(struct kam_front *front,
                                                  const struct kam_diffview *view,
                                                  const struct kam_comparing *comparing,
                                                  bool *moved, struct kam_error *error);

void kam_diffview_free(struct kam_diffview *view);

#endif
