#include "tier/patience.h"

/* Where the customer stood by the cut: a rule that decided alone is no standing. */
static size_t stood(const struct kam_standing *before)
{
    return before->tier == before->computed ? before->cut : before->tier;
}

static bool is_lost(const struct kam_model_patience *patience, const struct kam_patience_case *now)
{
    return patience->lost_after && now->idle >= patience->lost_after;
}

/* Whether the figure is near enough to the limit of TIER. */
static bool is_near(const struct kam_model_patience *patience, const struct kam_patience_case *now,
                    size_t tier)
{
    return kam_decimal_sign(patience->keep_factor) && kam_decimal_sign(now->limits[tier]) > 0 &&
           kam_decimal_compare_products(now->figure, kam_decimal_of(1), patience->keep_factor,
                                        now->limits[tier]) >= 0;
}

/* The tier after a move from one to another, which comes from STEP. */
static size_t move(enum kam_step step, size_t from, size_t to)
{
    switch (step) {
    case KAM_STEP_FREE:
        break;
    case KAM_STEP_ONE:
        return to > from ? from + 1 : from - 1;
    }
    return to;
}

/* The cut says a lower tier than FROM. */
static struct kam_hold wait_below(const struct kam_model_patience *patience, size_t from, int held,
                                  const struct kam_patience_case *now)
{
    int periods = held < 0 ? 1 - held : 1;

    if (is_near(patience, now, from))
        return (struct kam_hold){from, from, 0, KAM_HOLD_KEPT};
    if ((unsigned)periods < patience->demote_after)
        return (struct kam_hold){from, from, -periods, KAM_HOLD_BELOW};
    size_t to = move(patience->step, from, now->cut);
    return (struct kam_hold){to, to, -1, KAM_HOLD_BELOW};
}

/* A higher one. */
static struct kam_hold wait_above(const struct kam_model_patience *patience, size_t from, int held,
                                  const struct kam_patience_case *now)
{
    int periods = held > 0 ? 1 + held : 1;

    if ((unsigned)periods < patience->promote_after)
        return (struct kam_hold){from, from, periods, KAM_HOLD_ABOVE};
    size_t to = move(patience->step, from, now->cut);
    return (struct kam_hold){to, to, 1, KAM_HOLD_ABOVE};
}

/* TIER, but none outside of those from A to B. */
static size_t between(size_t tier, size_t a, size_t b)
{
    size_t low = a < b ? a : b, high = a < b ? b : a;

    return tier < low ? low : tier > high ? high : tier;
}

struct kam_hold kam_patience_apply(const struct kam_model_patience *patience,
                                   const struct kam_standing *before,
                                   const struct kam_patience_case *now)
{
    size_t computed = kam_patience_rule(now, now->cut);
    size_t from = before ? stood(before) : now->cut;
    struct kam_hold hold = {now->cut, now->cut, 0, KAM_HOLD_NONE};

    if (is_lost(patience, now))
        return (struct kam_hold){computed, now->cut, 0, KAM_HOLD_LOST};
    if (now->cut > from)
        hold = wait_below(patience, from, before->held, now);
    else if (now->cut < from)
        hold = wait_above(patience, from, before->held, now);
    hold.tier = kam_patience_rule(now, hold.tier);
    if (before)
        hold.tier = between(hold.tier, before->tier, computed);
    if (hold.tier != computed)
        return hold;
    /* A move that is complete, or a rule, leaves nothing to wait for. */
    size_t stands = computed == now->cut ? hold.stands : now->cut;
    return (struct kam_hold){computed, stands, 0, KAM_HOLD_NONE};
}
