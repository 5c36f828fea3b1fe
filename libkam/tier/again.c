#include "tier/again.h"

/* ---- what a reason says -----------------------------------------------------------------------
 */

/* Take what stands in front of the first SEPARATOR off TEXT, with it. */
static bool take_until(struct kam_text *text, struct kam_text separator)
{
    struct kam_text rest = *text;

    while (rest.len && !kam_text_starts_with(rest, separator))
        rest = (struct kam_text){rest.ptr + 1, rest.len - 1};
    if (!kam_text_take_front(&rest, separator))
        return false;
    *text = rest;
    return true;
}

/* Take "WORD TIER, ...; " off the front of REASON, if it begins so. */
static void skip_hold(struct kam_text *reason, struct kam_text word, struct kam_text tier)
{
    struct kam_text rest = *reason;

    if (kam_text_take_front(&rest, word) && kam_text_take_front(&rest, tier) &&
        take_until(&rest, KAM_TEXT("; ")))
        *reason = rest;
}

enum kam_again_rules kam_again_rules(struct kam_text reason, struct kam_text tier)
{
    skip_hold(&reason, KAM_TEXT("held in "), tier);
    skip_hold(&reason, KAM_TEXT("kept in "), tier);
    if (kam_text_starts_with(reason, KAM_TEXT("admitted by ")))
        return KAM_AGAIN_ADMITTED;
    if (!kam_text_starts_with(reason, KAM_TEXT("at most ")))
        return KAM_AGAIN_NO_RULE;
    return take_until(&reason, KAM_TEXT("); admitted by ")) ? KAM_AGAIN_ADMITTED : KAM_AGAIN_CAPPED;
}

/* ---- who is held ------------------------------------------------------------------------------
 */

/* Whether the cut still says the side of its tier on which it held the customer. */
static bool is_held(const struct kam_standing *standing, size_t cut)
{
    if (standing->computed == KAM_NO_TIER || standing->tier == standing->computed)
        return false;
    return standing->tier < standing->computed ? standing->held <= 0 && cut > standing->tier
                                               : standing->held > 0 && cut < standing->tier;
}

/* Whether so many periods are still to be waited for. A step begins the first one anew. */
static bool waits_on(const struct kam_model_patience *patience, int held)
{
    unsigned after = held < 0 ? patience->demote_after : patience->promote_after;
    unsigned periods = (unsigned)(held < 0 ? -held : held);

    return periods < after || (periods == 1 && patience->step == KAM_STEP_ONE);
}

static struct kam_hold stay(const struct kam_standing *standing,
                            const struct kam_patience_case *now)
{
    size_t from = standing->tier, computed = kam_patience_rule(now, now->cut);
    size_t tier = kam_patience_rule(now, from);

    if (tier == computed)
        return (struct kam_hold){tier, computed == now->cut ? from : now->cut, 0, KAM_HOLD_NONE};
    return (struct kam_hold){tier, from, standing->held,
                             standing->held < 0 ? KAM_HOLD_BELOW : KAM_HOLD_ABOVE};
}

static struct kam_hold hold_again(const struct kam_model_patience *patience,
                                  const struct kam_standing *standing,
                                  const struct kam_patience_case *now)
{
    const struct kam_standing before = {standing->tier, standing->tier, standing->tier,
                                        standing->held};

    /* Who was kept is looked at anew; who has waited long enough for this model moves. */
    if (standing->held == 0 || !waits_on(patience, standing->held))
        return kam_patience_apply(patience, &before, now);
    return stay(standing, now);
}

/*
 * Where the customer was before rules lifted or capped it, so that those are named that the
 * snapshot names: the nearest tier there is, as no column says which.
 */
static size_t stood_before_rules(const struct kam_hold *hold, const struct kam_again_case *said,
                                 const struct kam_patience_case *now)
{
    switch (said->rules) {
    case KAM_AGAIN_NO_RULE:
        break;
    case KAM_AGAIN_CAPPED:
        if (now->at_most != KAM_NO_TIER && now->at_most > 0)
            return now->admitted < now->at_most ? now->admitted : now->at_most - 1;
        break;
    case KAM_AGAIN_ADMITTED:
        if (now->admitted != KAM_NO_TIER && now->admitted < said->lowest)
            return now->admitted + 1;
        break;
    }
    return hold->stands;
}

/* Whether the tier may have come about by rules that ended a hold: nothing else is like that. */
static bool may_have_ended(const struct kam_standing *standing, const struct kam_hold *hold,
                           const struct kam_patience_case *now)
{
    return standing->tier == standing->computed && standing->tier == standing->cut &&
           hold->tier == standing->tier && now->cut == standing->cut;
}

struct kam_hold kam_again_apply(const struct kam_model_patience *patience,
                                const struct kam_again_case *said,
                                const struct kam_patience_case *now)
{
    struct kam_hold hold = kam_patience_apply(patience, NULL, now);

    if (!said || hold.kind == KAM_HOLD_LOST)
        return hold;
    if (is_held(&said->standing, now->cut))
        hold = hold_again(patience, &said->standing, now);
    else if (!may_have_ended(&said->standing, &hold, now))
        return hold;
    hold.stands = stood_before_rules(&hold, said, now);
    return hold;
}
