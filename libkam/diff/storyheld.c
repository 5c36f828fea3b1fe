#include "diff/storyheld.h"

/* How a customer is held. */
struct hold {
    uint32_t tier, computed; /* steps */
    int held;                /* how many periods by now */
    bool is_below;           /* cut and rules say a lower tier */
};

static bool find_hold(const struct kam_sides *sides, struct hold *hold)
{
    struct kam_decimal held;
    enum { MOST_DIGITS = 5 };

    hold->tier = kam_sides_step(sides, &sides->new, "tier");
    hold->computed = kam_sides_step(sides, &sides->new, "tier_computed");
    if (hold->tier == KAM_NONE || hold->computed == KAM_NONE || hold->tier == hold->computed ||
        !kam_side_number(&sides->new, "held", &held) || !kam_decimal_sign(held) ||
        kam_side_cell(&sides->new, "held").len > MOST_DIGITS)
        return false;
    hold->is_below = kam_decimal_sign(held) < 0;
    hold->held = (int)kam_decimal_to_double(hold->is_below ? kam_decimal_negate(held) : held);
    return true;
}

/* Where it goes to once it was held for long enough. */
static uint32_t next_of(const struct hold *hold, enum kam_step step)
{
    switch (step) {
    case KAM_STEP_FREE:
        break;
    case KAM_STEP_ONE:
        return hold->is_below ? hold->tier + 1 : hold->tier - 1;
    }
    return hold->computed;
}

void kam_storyheld_tell(const struct kam_sides *sides)
{
    const struct kam_model_patience *patience = &sides->model->tiers.patience;
    struct kam_story *story = sides->story;
    int period = sides->new.snapshot->period;
    struct hold hold;

    kam_story_heading(story, KAM_SAY_PATIENCE_HEADING);
    if (!find_hold(sides, &hold))
        return;
    kam_story_say(story, hold.is_below ? KAM_SAY_HELD_SINCE_BELOW : KAM_SAY_HELD_SINCE_ABOVE,
                  KAM_WORDS({"tier", kam_sides_tier(sides, hold.tier)},
                            {"computed", kam_sides_tier(sides, hold.computed)},
                            {"month", kam_speech_month(&story->speech, period - hold.held + 1)},
                            {"held", kam_speech_count(&story->speech, (size_t)hold.held)}));
    int most = (int)(hold.is_below ? patience->demote_after : patience->promote_after);
    if (most > hold.held)
        kam_story_say(
            story, KAM_SAY_HELD_UNTIL,
            KAM_WORDS({"tier", kam_sides_tier(sides, next_of(&hold, patience->step))},
                      {"month", kam_speech_month(&story->speech, period + most - hold.held)},
                      {"most", kam_speech_count(&story->speech, (size_t)most)}));
}
