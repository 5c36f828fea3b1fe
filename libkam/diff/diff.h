/*
 * diff: two snapshots matched customer by customer.
 *
 * Every customer of either snapshot gets exactly one movement. Prospects aren't there: who is one
 * in both, or only in one of them and not in the other, has none. The listing, the transition
 * matrix and the bridge are three ways of looking at the same movements, so they can't disagree.
 */
#ifndef KAM_DIFF_DIFF_H
#define KAM_DIFF_DIFF_H

#include "diff/driver.h"
#include "tier/ladder.h"

enum kam_move {
    KAM_MOVE_UP,   /* to a higher tier */
    KAM_MOVE_DOWN, /* to a lower one */
    KAM_MOVE_NEW,  /* only in the new snapshot */
    KAM_MOVE_WON,  /* likewise, having been a prospect in the old one */
    KAM_MOVE_LOST, /* only in the old one */
    KAM_MOVE_SAME, /* in the same tier */
};

enum { KAM_MOVES = KAM_MOVE_SAME + 1 };

/* "up", "down", ... */
const char *kam_move_name(enum kam_move move);

/* The figure that is compared. */
enum kam_measure {
    KAM_MEASURE_WINDOW, /* revenue of the window */
    KAM_MEASURE_MONTH,  /* revenue of each snapshot's own period */
    KAM_MEASURE_COLUMN, /* a column that both have */
};

/*
 * What became of one customer. An empty figure counts as 0, and so does that of the snapshot a
 * customer isn't in; the difference is always the new figure less the old one, exactly.
 */
struct kam_movement {
    enum kam_move move;
    uint32_t old_row, new_row;   /* KAM_NONE: not in that snapshot */
    uint32_t tier_from, tier_to; /* steps of the ladder; KAM_NONE: not in that snapshot */
    uint32_t driver;             /* one of the dimensions; KAM_NONE: none */
    bool was_prospect;           /* in the old snapshot */
    bool scored;                 /* has a score in both */
    struct kam_decimal revenue_from, revenue_to, revenue_delta;
    struct kam_decimal score_delta; /* if scored */
};

/* Zero-initialised it is empty. */
struct kam_diff {
    const struct kam_snapshot *old, *new; /* borrowed */
    const struct kam_ladder *ladder;      /* borrowed */
    size_t old_figure, new_figure;        /* the columns compared */
    int places;                           /* decimal places that differences have at least */
    struct kam_drivers drivers;
    struct kam_movement *movements; /* in no order that matters */
    size_t count;
    size_t moves[KAM_MOVES]; /* customers per move */
    bool has_prospects;      /* one of the snapshots has */
};

struct kam_diff_options {
    enum kam_measure measure;
    struct kam_text column; /* of KAM_MEASURE_COLUMN */
    unsigned threads;       /* from 1; what comes out is the same for any number */
};

/*
 * Match OLD and NEW, which have to outlive DIFF, as has LADDER. KAM_DATA for a tier that isn't on
 * the ladder, a figure, score or part that is no number, a column that isn't there.
 */
KAM_MUST_CHECK enum kam_status
kam_diff_compute(struct kam_diff *diff, const struct kam_snapshot *old,
                 const struct kam_snapshot *new, const struct kam_ladder *ladder,
                 const struct kam_diff_options *options, struct kam_error *error);

void kam_diff_free(struct kam_diff *diff);

/* The account_id of a movement's customer; borrowed from the snapshots. */
struct kam_text kam_diff_account(const struct kam_diff *diff, const struct kam_movement *movement);

#endif
