/*
 * tier: where in the order of rank one tier ends and the next begins.
 *
 * The tiers are numbered from 0, the highest. Each limit of the cut says, exactly, how many
 * customers stand above it:
 *
 * - customers p: the first ceil(p * n) of n;
 * - share p: as many as it takes until their revenue reaches p of the base, the one that crosses
 *   included; the base is the sum of the positive revenues (base = net: of all revenues), and a
 *   base of 0 or below puts all in the lowest tier;
 * - value v: those whose figure is at least v;
 * - count c: the first c.
 *
 * Where the last above and the first below are equal, they aren't parted: both go up, or down, as
 * `ties` says. KAM_TIES_UP and KAM_TIES_DOWN look at figure and revenue, KAM_TIES_SCORE at the
 * figure alone, KAM_TIES_SPLIT parts them in order of rank.
 */
#ifndef KAM_TIER_TIER_H
#define KAM_TIER_TIER_H

#include "tier/rank.h"

/* Tier t holds the customers order[ends[t - 1]] to order[ends[t] - 1] of the ranking. */
struct kam_tiering {
    const struct kam_model_tiers *tiers; /* borrowed */
    struct kam_ranking ranking;
    struct kam_decimal base; /* what shares are of */
    size_t *ends;            /* one per tier, never falling; the last is ranking.count */
    size_t *untied;          /* the same before ties were looked at */
};

/* Whether MODEL can tier at all. KAM_USAGE where it has no [tiers]. */
KAM_MUST_CHECK enum kam_status kam_tier_check(const struct kam_model *model,
                                              struct kam_error *error);

/*
 * Rank and cut TABLE by MODEL, which kam_tier_check has accepted. Errors as of kam_ranking_make.
 * To be freed whatever the status; TABLE and MODEL have to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_tiering_make(struct kam_tiering *tiering,
                                                const struct kam_table *table,
                                                const struct kam_model *model,
                                                struct kam_error *error);

void kam_tiering_free(struct kam_tiering *tiering);

/* The first position in the order of rank that belongs to TIER, or would if it isn't empty. */
static inline size_t kam_tiering_start(const struct kam_tiering *tiering, size_t tier)
{
    return tier ? tiering->ends[tier - 1] : 0;
}

/* What the base counts of a revenue: all of it, or only where it is positive. */
static inline struct kam_decimal kam_tiering_counted(const struct kam_tiering *tiering,
                                                     struct kam_decimal revenue)
{
    bool counts = tiering->tiers->base == KAM_BASE_NET || kam_decimal_sign(revenue) > 0;

    return counts ? revenue : KAM_DECIMAL_ZERO;
}

#endif
