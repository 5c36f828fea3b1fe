/*
 * tier: which tier each customer is in, and by what.
 *
 * The order is fixed: (1) the cut puts all customers of a segment into tiers (cutting.h);
 * (2) admission lifts those whom a rule admits, where the cut didn't put them as high; (3) flags
 * cap, the lowest of several; (4) patience keeps what changes by the cut alone waiting
 * (patience.h). So rules act at once, in both directions, and a cut may be slow. Beside all that,
 * and without a say in it, each customer has its box of the grid (boxes.h).
 *
 * Prospects (account/prospect.h) are in none of all that but the grid: their tier is KAM_PROSPECT.
 */
#ifndef KAM_TIER_TIER_H
#define KAM_TIER_TIER_H

#include "tier/boxes.h"
#include "tier/cutting.h"
#include "tier/previous.h"
#include "tier/ruling.h"

/* Tiers by their numbers, 0 is the highest; of a prospect the number of tiers there are. */
struct kam_verdict {
    uint32_t cut;       /* by the cut alone */
    uint32_t unflagged; /* after admission */
    uint32_t computed;  /* after flags */
    uint32_t tier;      /* after patience */
};

/* Zero-initialised it is empty. It takes 16 bytes a row, beside what its parts say. */
struct kam_tiering {
    const struct kam_table *table;       /* borrowed */
    const struct kam_model_tiers *tiers; /* borrowed */
    unsigned threads;                    /* that it is made in, and what is made of it */
    struct kam_ranking ranking;
    struct kam_shares shares;
    struct kam_segments segments;
    struct kam_ruling ruling;
    struct kam_boxes boxes;
    struct kam_cutting *cuttings; /* per segment */
    struct kam_verdict *verdicts; /* per row */
    struct kam_hold *holds;       /* per row; NULL: there is nothing to be patient about */
    uint32_t *before;             /* per row, that of the customer in the snapshot before, KAM_NONE:
                                     it wasn't there; NULL: there is no such snapshot */
    const struct kam_previous *previous; /* borrowed */
    struct kam_arena arena;
};

/* Whether MODEL can tier at all. KAM_USAGE where it has no [tiers]. */
KAM_MUST_CHECK enum kam_status kam_tier_check(const struct kam_model *model,
                                              struct kam_error *error);

/*
 * Rank and cut TABLE by MODEL, which kam_tier_check has accepted; PREVIOUS, the snapshot before, or
 * NULL; in THREADS threads, whose number doesn't show. Errors as of kam_ranking_make,
 * kam_segments_make, kam_ruling_make, kam_boxes_make and kam_holding_apply. To be freed whatever
 * the status; TABLE, MODEL and PREVIOUS have to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_tiering_make(struct kam_tiering *tiering,
                                                const struct kam_table *table,
                                                const struct kam_model *model,
                                                const struct kam_previous *previous,
                                                unsigned threads, struct kam_error *error);

void kam_tiering_free(struct kam_tiering *tiering);

/* Whether ROW is a prospect; these are the rows from ranking.order[ranking.count] on. */
static inline bool kam_tiering_is_prospect(const struct kam_tiering *tiering, uint32_t row)
{
    return tiering->shares.positions[row] >= tiering->ranking.count;
}

/* How many there are. */
static inline size_t kam_tiering_prospects(const struct kam_tiering *tiering)
{
    return tiering->ranking.rows - tiering->ranking.count;
}

/* The name of the tier that ROW is in. */
static inline struct kam_text kam_tiering_tier_name(const struct kam_tiering *tiering, uint32_t row)
{
    uint32_t tier = tiering->verdicts[row].tier;

    return tier < tiering->tiers->names.count ? tiering->tiers->names.items[tier] : KAM_PROSPECT;
}

/* How the segment of ROW, a customer's, was cut. */
static inline const struct kam_cutting *kam_tiering_cutting(const struct kam_tiering *tiering,
                                                            uint32_t row)
{
    return &tiering->cuttings[kam_segments_of(&tiering->segments, row)];
}

/* Where the cut puts the customer in ROW, with patience, before rules. */
static inline size_t kam_tiering_stands(const struct kam_tiering *tiering, uint32_t row)
{
    return tiering->holds ? tiering->holds[row].stands : tiering->verdicts[row].cut;
}

/*
 * The rule that lifts the customer in ROW from there, and the flag that then caps it; KAM_NO_RULE
 * if none does.
 */
size_t kam_tiering_admission(const struct kam_tiering *tiering, uint32_t row);
size_t kam_tiering_cap(const struct kam_tiering *tiering, uint32_t row);

/* What is known of the customer at POSITION in the order of rank will be needed soon. */
static inline void kam_tiering_expect(const struct kam_tiering *tiering, size_t position)
{
    uint32_t row = tiering->ranking.order[position];

    kam_ranking_expect(&tiering->ranking, position);
    __builtin_prefetch(&tiering->verdicts[row]);
    __builtin_prefetch(&tiering->ruling.bits[row * tiering->ruling.words]);
    if (tiering->boxes.grid)
        __builtin_prefetch(&tiering->boxes.of_rows[row]);
    if (tiering->holds)
        __builtin_prefetch(&tiering->holds[row]);
}

#endif
