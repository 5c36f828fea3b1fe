/*
 * cutting: where in the order of a segment one tier ends and the next begins.
 *
 * The tiers are numbered from 0, the highest. Each limit of the cut says, exactly, how many
 * customers stand above it:
 *
 * - customers p: the first ceil(p * n) of n;
 * - share p: as many as it takes until their revenue reaches p of the base, the one that crosses
 *   included (crossing = exclude: without it); the base is the sum of the positive revenues
 *   (base = net: of all revenues), and a base of 0 or below puts all in the lowest tier;
 * - value v: those whose figure is at least v;
 * - count c: the first c; managers m: the first m * managers;
 * - abc: those that the computed ABC analysis finds (abc.h).
 *
 * With admitted = inside, customers that a rule admits to a tier or a higher one take places first:
 * of customers, count and managers as many as they are, of share what their revenue is. The places
 * left go to the best of the others.
 *
 * Where the last above and the first below are equal, they aren't parted: both go up, or down, as
 * `ties` says. KAM_TIES_UP and KAM_TIES_DOWN look at figure and revenue, KAM_TIES_SCORE at the
 * figure alone, KAM_TIES_SPLIT parts them in order of rank.
 */
#ifndef KAM_TIER_CUTTING_H
#define KAM_TIER_CUTTING_H

#include "tier/segments.h"
#include "tier/shares.h"

/* Tier t holds the customers order[ends[t - 1]] to order[ends[t] - 1] of the segment. */
struct kam_cutting {
    const struct kam_model_tiers *tiers; /* borrowed */
    const struct kam_ranking *ranking;   /* borrowed */
    const struct kam_segment *segment;   /* borrowed */
    struct kam_decimal base;             /* what shares are of */
    uint64_t managers;                   /* for a cut by managers */
    const uint32_t *admitted; /* per row: the highest tier that admits it, KAM_NONE: none does;
                                 NULL where that takes no places; borrowed */
    size_t *ends;             /* one per tier, never falling; the last is the segment's count */
    size_t *untied;           /* the same before ties were looked at */
};

/*
 * Cut the segment of CUTTING, whose other fields but the last two are set: these become ARENA's.
 * KAM_DATA where the sum of the revenue is too large.
 */
KAM_MUST_CHECK enum kam_status kam_cutting_make(struct kam_cutting *cutting,
                                                struct kam_arena *arena, struct kam_error *error);

/*
 * *NUMBER: the places that the cut gives to TIER and those above it, however many customers there
 * are, and before ties and admissions. False where it gives no number of places (share, value, abc,
 * the lowest tier), or one that is too large.
 */
bool kam_cutting_places(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *number);

/* The first position of the segment's order that belongs to TIER, or would if it isn't empty. */
static inline size_t kam_cutting_start(const struct kam_cutting *cutting, size_t tier)
{
    return tier ? cutting->ends[tier - 1] : 0;
}

/* The tier of the customer at PLACE. */
static inline size_t kam_cutting_tier(const struct kam_cutting *cutting, size_t place)
{
    size_t tier = 0;

    while (place >= cutting->ends[tier])
        tier++;
    return tier;
}

/*
 * *LIMIT: the figure that it takes to be in TIER or above, that of the last customer there, or of
 * a cut by value the limit itself. False where there is none: of the lowest tier, and where nobody
 * with a figure is that high.
 */
bool kam_cutting_limit(const struct kam_cutting *cutting, size_t tier, struct kam_decimal *limit);

/*
 * *LIMIT: the figure of the best customer below TIER, who takes its place as soon as it has less,
 * or of a cut by value the limit of TIER. False where there is nobody, or nobody with a figure.
 */
bool kam_cutting_limit_below(const struct kam_cutting *cutting, size_t tier,
                             struct kam_decimal *limit);

#endif
