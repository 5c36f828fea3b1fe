/*
 * diff: two snapshots matched customer by customer.
 *
 * Every customer of either snapshot gets exactly one movement (kinship.h says who is one customer).
 * Prospects aren't there: who is one in both, or only in one of them and not in the other, has
 * none. Nor is who is lost by the model's lost-after, though a snapshot still has a row of it. The
 * views of the movements, such as the listing, the matrix and the bridge, all look at the same
 * ones, so they can't disagree.
 */
#ifndef KAM_DIFF_DIFF_H
#define KAM_DIFF_DIFF_H

#include "diff/driver.h"
#include "diff/kinship.h"
#include "tier/ladder.h"

enum kam_move {
    KAM_MOVE_UP,       /* to a higher tier */
    KAM_MOVE_DOWN,     /* to a lower one */
    KAM_MOVE_NEW,      /* only in the new snapshot */
    KAM_MOVE_WON,      /* likewise, having been a prospect in the old one */
    KAM_MOVE_RETURNED, /* likewise, having been a customer earlier; or lost-after holds no more */
    KAM_MOVE_LOST,     /* only in the old one; or lost-after holds now */
    KAM_MOVE_MERGED,   /* only in the old one: its accounts are another customer's now */
    KAM_MOVE_SPLIT,    /* only in the new one: its accounts were another customer's */
    KAM_MOVE_RENAMED,  /* in the same tier, under another id */
    KAM_MOVE_SAME,     /* in the same tier */
    KAM_MOVE_SILENT,   /* lost by lost-after before and after, or the one and not there */
};

enum { KAM_MOVES = KAM_MOVE_SILENT + 1 };

/* "up", "down", ... */
const char *kam_move_name(enum kam_move move);

/* The move of that name in *MOVE; false for others. */
KAM_MUST_CHECK bool kam_move_parse(struct kam_text name, enum kam_move *move);

/* Whether customers with MOVE moved. */
static inline bool kam_move_is_one(enum kam_move move)
{
    return move != KAM_MOVE_SAME && move != KAM_MOVE_SILENT;
}

/* The figure that is compared. */
enum kam_measure {
    KAM_MEASURE_WINDOW, /* revenue of the window */
    KAM_MEASURE_MONTH,  /* revenue of each snapshot's own period */
    KAM_MEASURE_COLUMN, /* a column that both have */
};

/*
 * Why a customer moved (cause.h). Of up and down it is one of the first seven: the first step of a
 * replay from the old snapshot to the new one that brings the customer beyond its old tier.
 */
enum kam_cause {
    KAM_CAUSE_GROUP,     /* other accounts; merged, split and renamed customers, too */
    KAM_CAUSE_MODEL,     /* other rules */
    KAM_CAUSE_FIGURES,   /* its own figure, at the limits that held before */
    KAM_CAUSE_LIMITS,    /* the limits moved */
    KAM_CAUSE_ADMISSION, /* a rule admits it, or none does any more */
    KAM_CAUSE_FLAG,      /* a flag caps it, or none does any more */
    KAM_CAUSE_PATIENCE,  /* it was held, and is no more, or has to wait no more */
    KAM_CAUSE_ARRIVAL,   /* new, won, returned */
    KAM_CAUSE_DEPARTURE, /* lost */
    KAM_CAUSE_SILENCE,   /* lost by lost-after */
    KAM_CAUSE_NONE,      /* it didn't move; or the snapshots don't tell */
};

enum { KAM_CAUSES = KAM_CAUSE_NONE };

/* What else is known of a movement; a set of them is the bitwise or. */
enum kam_trait {
    KAM_TRAIT_PROSPECT = 1,  /* was a prospect in the old snapshot */
    KAM_TRAIT_SCORED = 2,    /* has a score in both */
    KAM_TRAIT_REGROUPED = 4, /* accounts came from or went to another customer (kinship.h) */
    KAM_TRAIT_OTHER_ID = 8,  /* a pair by accounts: the ids differ */
    KAM_TRAIT_SEEN = 16,     /* was a customer in an earlier snapshot (seen.h) */
    KAM_TRAIT_LOST_OLD = 32, /* lost-after holds in the old snapshot */
    KAM_TRAIT_LOST_NEW = 64, /* in the new one */
    KAM_TRAITS_LOST = KAM_TRAIT_LOST_OLD | KAM_TRAIT_LOST_NEW,
};

/* In which snapshot lost-after holds, as TRAITS say it: "old", "new", "both", "". */
const char *kam_lost_name(unsigned traits);

/* The traits of that name in *TRAITS; false for others. */
KAM_MUST_CHECK bool kam_lost_parse(struct kam_text name, unsigned *traits);

/*
 * What became of one customer. An empty figure counts as 0, and so does that of the snapshot a
 * customer isn't in; the difference is always the new figure less the old one, exactly.
 */
struct kam_movement {
    enum kam_move move : 8;
    enum kam_cause cause : 8;
    unsigned traits : 16;        /* of enum kam_trait */
    uint32_t old_row, new_row;   /* KAM_NONE: not in that snapshot */
    uint32_t whole;              /* merged: the new row; split: the old row; else KAM_NONE */
    uint32_t tier_from, tier_to; /* steps of the ladder; KAM_NONE: not in that snapshot */
    uint32_t driver;             /* one of the dimensions; KAM_NONE: none */
    uint32_t transfer;           /* one of the diff's; KAM_NONE: none */
    struct kam_decimal revenue_from, revenue_to, revenue_delta;
    struct kam_decimal score_delta; /* if scored */
};

/*
 * What of a customer's revenue_delta came from customers merged into it, or went to those split off
 * it: a merged customer has what it had in the old snapshot, one split off what it has in the new
 * one, and the whole has the opposite. So all of them add up to 0.
 */
struct kam_transfer {
    struct kam_decimal merged, split;           /* of the whole: positive, negative */
    uint32_t merged_customers, split_customers; /* of the whole: how many; of a part: 0 */
    uint32_t merged_counted; /* of these, who had revenue above 0 and wasn't lost already */
};

/* Zero-initialised it is empty. */
struct kam_diff {
    const struct kam_snapshot *old, *new;             /* borrowed */
    const struct kam_ladder *ladder;                  /* borrowed */
    const struct kam_roster *old_roster, *new_roster; /* borrowed */
    struct kam_kinship kinship;
    size_t old_figure, new_figure; /* the columns compared */
    int places;                    /* decimal places that differences have at least */
    struct kam_drivers drivers;
    struct kam_movement *movements; /* in no order that matters */
    size_t count;
    struct kam_transfer *transfers;
    size_t transfer_count, transfers_capacity;
    size_t moves[KAM_MOVES]; /* customers per move */
    bool has_prospects;      /* one of the snapshots has */
    bool has_accounts;       /* those of customers are known: some may be merged, split, renamed */
    bool has_silent;         /* lost-after is known: some may be silent */
    bool has_returned;       /* earlier snapshots or lost-after are known: some may have returned */
    bool has_causes;         /* both have the columns that it takes (cause.h) */
};

struct kam_seen;

struct kam_diff_options {
    enum kam_measure measure;
    struct kam_text column;      /* of KAM_MEASURE_COLUMN */
    struct kam_text key;         /* the column that says who is one customer; empty: account_id */
    unsigned lost_after;         /* months idle; 0: no such rule */
    const struct kam_seen *seen; /* who was a customer earlier; NULL: not known */
    const struct kam_snapshot *replay; /* OLD by the rules of NEW; NULL: there is none */
    unsigned threads;                  /* from 1; what comes out is the same for any number */
};

/*
 * Compare the snapshots of the rosters OLD and NEW, which have to outlive DIFF, as has LADDER.
 * KAM_DATA for a tier that isn't on the ladder, a figure, score or part that is no number, a column
 * that isn't there, a key that is empty or stands twice. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_diff_compute(struct kam_diff *diff, const struct kam_roster *old,
                                                const struct kam_roster *new,
                                                const struct kam_ladder *ladder,
                                                const struct kam_diff_options *options,
                                                struct kam_error *error);

void kam_diff_free(struct kam_diff *diff);

/* The account_id of a movement's customer; borrowed from the snapshots. */
struct kam_text kam_diff_account(const struct kam_diff *diff, const struct kam_movement *movement);

/* The account_id of the customer that MOVEMENT was merged into or split off; empty: neither. */
struct kam_text kam_diff_whole(const struct kam_diff *diff, const struct kam_movement *movement);

/* The account_id that a customer whose id changed had, by whatever it is a pair; empty where it
 * didn't. */
struct kam_text kam_diff_old_account(const struct kam_diff *diff,
                                     const struct kam_movement *movement);

/* Where a movement counts: where the customer is now, or was if it isn't there any more or is lost.
 */
static inline enum kam_side kam_movement_side(const struct kam_movement *movement)
{
    return movement->new_row == KAM_NONE || movement->move == KAM_MOVE_LOST ? KAM_SIDE_OLD
                                                                            : KAM_SIDE_NEW;
}

static inline bool kam_movement_has(const struct kam_movement *movement, enum kam_trait trait)
{
    return movement->traits & (unsigned)trait;
}

/* KAM_DATA, for the views: a sum over movements is out of range. */
enum kam_status kam_diff_too_large(struct kam_error *error);

/* Whether it was a customer, with a figure above 0, and not lost already. */
static inline bool kam_movement_had_revenue(const struct kam_movement *movement)
{
    return movement->old_row != KAM_NONE && kam_decimal_sign(movement->revenue_from) > 0 &&
           !kam_movement_has(movement, KAM_TRAIT_LOST_OLD);
}

/* *ORGANIC: the revenue_delta without what was transferred. False if it is too large a number. */
KAM_MUST_CHECK bool kam_diff_organic(const struct kam_diff *diff,
                                     const struct kam_movement *movement,
                                     struct kam_decimal *organic);

#endif
