/*
 * patience: how long a customer stays where it was, though the cut says otherwise.
 *
 * Only changes that come from the cut are waited for: a customer whom the cut puts below the tier
 * it stood in goes there once that happened `demote-after` snapshots in a row, above it after
 * `promote-after`. Admissions and flags act on the outcome, in the same period. So the order is
 *
 *     cut -> patience -> the better of it and what rules admit to -> not above what flags allow
 *
 * The state is what the snapshot before says, its tiers and `held`, and nothing else: the same
 * period made twice from the same snapshot is the same.
 *
 * What a rule did before is no standing: where it decided alone, the customer stood where the cut
 * put it. But nobody moves past what this period says, or away from it: the tier is never outside
 * of those from the one of the snapshot before to tier_computed, both included.
 *
 * `held` is the number of periods in a row, this one included, that tier_computed was below
 * (negative) or above (positive) the tier that the customer has kept over them. It is 0 where the
 * two are equal, whatever brought that about, and in a period that keep-factor forgives.
 *
 * A cut that goes on saying the same is obeyed in the n-th period, n being demote-after or
 * promote-after. Where step = one allows one tier only, d tiers take n + (d - 1) * (n - 1) periods,
 * and d if n is 1: the period of a step is the first one below (or above) the next tier as well.
 * With step = free, no rules and both numbers at least n, two moves are n periods apart at least.
 */
#ifndef KAM_TIER_PATIENCE_H
#define KAM_TIER_PATIENCE_H

#include "model/model.h"

/* More than any promote-after or demote-after, and so the most that `held` can be asked to count.
 */
enum { KAM_HELD_MOST = 9999 };

/*
 * What the snapshot before says of a customer. Tiers are indexes into the names of the model;
 * KAM_NO_TIER where it has no such tier, which `tier` and, if that equals `computed`, `cut` may
 * not be: there is no place then where the customer could stay.
 */
struct kam_standing {
    size_t tier, computed, cut;
    int held; /* -KAM_HELD_MOST to KAM_HELD_MOST */
};

/* What this period says of the customer. */
struct kam_patience_case {
    size_t cut;                /* where the cut puts it */
    size_t admitted;           /* the best tier that a rule admits it to; KAM_NO_TIER: none does */
    size_t at_most;            /* the lowest that a flag allows; KAM_NO_TIER: none */
    struct kam_decimal figure; /* 0 where it has none */
    /*
     * Of each tier, the figure of the last customer whom the cut puts there or above; of a value
     * cut its limit. 0 where there is none, which keeps nobody. Not looked at without keep-factor.
     */
    const struct kam_decimal *limits;
    unsigned idle; /* months; 0 also where that isn't known */
};

enum kam_hold_kind {
    KAM_HOLD_NONE,  /* it is where cut and rules put it */
    KAM_HOLD_BELOW, /* these say a lower tier: `held` is the number of periods, negative */
    KAM_HOLD_ABOVE, /* a higher one: positive */
    KAM_HOLD_KEPT,  /* a lower one, but the figure is near enough to the limit */
    KAM_HOLD_LOST,  /* idle for so long that nothing is waited for */
};

struct kam_hold {
    size_t tier;
    /*
     * Where cut and patience put it before rules lift or cap it. Where rules alone made the tier
     * what it is, the cut.
     */
    size_t stands;
    int held;
    enum kam_hold_kind kind;
};

/* The tier by the rules of NOW of a customer whom the cut, or patience, puts into TIER. */
static inline size_t kam_patience_rule(const struct kam_patience_case *now, size_t tier)
{
    if (now->admitted != KAM_NO_TIER && now->admitted < tier)
        tier = now->admitted;
    return now->at_most != KAM_NO_TIER && now->at_most > tier ? now->at_most : tier;
}

/*
 * The tier of a customer who stood where BEFORE says; NULL is a new one, for whom nothing is
 * waited for. Whom PATIENCE calls lost is KAM_HOLD_LOST, whether it stood anywhere or not.
 */
struct kam_hold kam_patience_apply(const struct kam_model_patience *patience,
                                   const struct kam_standing *before,
                                   const struct kam_patience_case *now);

#endif
