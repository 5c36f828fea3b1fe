/*
 * history: what became of every customer over many snapshots.
 *
 * Snapshots are added period by period. Two in a row are linked as kam-diff pairs them; who is gone
 * from one and stands in a later one again, under the same id, goes on with its own history. What
 * is kept of a customer and period is its tier, its figure and its score, 20 bytes in columns, and
 * no snapshot but the last is needed any more: the ids and names of those who are gone are copied.
 */
#ifndef KAM_DIFF_HISTORY_H
#define KAM_DIFF_HISTORY_H

#include "diff/diff.h"
#include "diff/figurelist.h"
#include "model/model.h"

/* Of the tracks that there were when it was added; those that came later aren't in it. */
struct kam_history_period {
    int month;
    const char *file; /* borrowed */
    size_t count;
    uint32_t *tiers;                       /* of the history; KAM_NONE: not there */
    struct kam_figurelist figures, scores; /* none: not there, or empty */
};

enum kam_history_end {
    KAM_HISTORY_GOES_ON, /* it is in the last snapshot */
    KAM_HISTORY_LOST,
    KAM_HISTORY_MERGED, /* into another customer */
};

/* A customer; in 16 bytes. */
struct kam_track {
    uint32_t place; /* its row in the last snapshot; of who is gone a number among these */
    int since;      /* the period from which on it has been in its tier without a break */
    uint16_t periods, ups, downs;
    uint8_t end; /* enum kam_history_end */
};

/* What stays of a customer that is gone. */
struct kam_history_gone {
    struct kam_text id, name;
    uint32_t track;
};

/* How histories are made. */
struct kam_history_options {
    enum kam_measure measure;
    struct kam_text column;            /* of KAM_MEASURE_COLUMN */
    const struct kam_text_list *tiers; /* of the model, the highest first; none: taken from
                                          tier_cut and rank of two snapshots at a time */
    unsigned allowed;                  /* see comparable.h */
    unsigned threads;                  /* from 1 */
};

/* Zero-initialised but for the options it is empty. */
struct kam_history {
    struct kam_history_options options;
    struct kam_map tiers; /* the names of all there are */
    struct kam_history_period *periods;
    size_t period_count, periods_capacity;
    struct kam_track *tracks;
    uint32_t track_count;
    size_t tracks_capacity;
    struct kam_map gone_ids; /* of those that were gone at some time: */
    uint32_t *gone_latest;   /* the number of the latest of each */
    size_t gone_latest_capacity;
    struct kam_history_gone *gone;
    uint32_t gone_count;
    size_t gone_capacity;
    const struct kam_snapshot *last; /* borrowed */
    uint32_t *rows;                  /* the track of each of its rows; KAM_NONE: a prospect */
    size_t figure;                   /* the column compared, in it */
    int places;                      /* decimal places that figures have at least */
    bool has_names, has_scores;      /* one of the snapshots has */
};

/*
 * Add SNAPSHOT of MONTH, which is later than all so far. It has to outlive the history, or the next
 * that is added. KAM_DATA where it isn't comparable with the one before, has a tier that is in no
 * order with others, a figure or score that is no number, or lacks the column that is asked for.
 */
KAM_MUST_CHECK enum kam_status kam_history_add(struct kam_history *history,
                                               const struct kam_snapshot *snapshot, int month,
                                               struct kam_error *error);

void kam_history_free(struct kam_history *history);

/* The latest id and name of TRACK. */
struct kam_text kam_history_id(const struct kam_history *history, uint32_t track);
struct kam_text kam_history_name(const struct kam_history *history, uint32_t track);

/* Its tier in PERIOD, as a number of the history's; KAM_NONE: it isn't in it. */
static inline uint32_t kam_history_tier(const struct kam_history_period *period, uint32_t track)
{
    return track < period->count ? period->tiers[track] : KAM_NONE;
}

/* The last figure there is of it; KAM_NO_NUMBER: there is none. */
struct kam_decimal kam_history_last_figure(const struct kam_history *history, uint32_t track);

#endif
