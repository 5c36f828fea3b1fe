#include "diff/storyback.h"

#include "diff/rulechange.h"

/* The new snapshot's limits of a customer. */
struct limits {
    uint32_t cut; /* step */
    struct kam_decimal up, down, gap_up, gap_down;
    bool has_up, has_down;
};

static struct limits limits_of(const struct kam_sides *sides)
{
    const struct kam_story_side *new = &sides->new;
    struct limits limits = {.cut = kam_sides_step(sides, new, "tier_cut")};

    limits.has_up = limits.cut != KAM_NONE && limits.cut > 0 &&
                    kam_side_number(new, "limit_up", &limits.up) &&
                    kam_side_number(new, "gap_up", &limits.gap_up);
    limits.has_down = limits.cut != KAM_NONE && kam_side_number(new, "limit_down", &limits.down) &&
                      kam_side_number(new, "gap_down", &limits.gap_down);
    return limits;
}

static void say_line(const struct kam_sides *sides, enum kam_sentence sentence, uint32_t tier,
                     struct kam_decimal limit, struct kam_decimal gap)
{
    struct kam_text by = sides->new.snapshot->by;
    struct kam_story *story = sides->story;

    kam_story_say(story, sentence,
                  KAM_WORDS({"tier", kam_sides_tier(sides, tier)},
                            {"by", kam_speech_column(&story->speech, by)},
                            {"limit", kam_speech_figure(&story->speech, by, limit)},
                            {"gap", kam_speech_figure(&story->speech, by, gap)}));
}

/* Limits are those of the cut: where something else made the tier, that has to be said. */
static void tell_cut(const struct kam_sides *sides, const struct limits *limits)
{
    if (limits->cut != KAM_NONE && limits->cut != sides->movement->tier_to)
        kam_story_say(sides->story, KAM_SAY_DISTANCE_OF_CUT,
                      KAM_WORDS({"tier", kam_sides_tier(sides, limits->cut)}));
}

static void tell_up(const struct kam_sides *sides, const struct limits *limits)
{
    if (limits->has_up)
        say_line(sides, kam_decimal_sign(limits->gap_up) ? KAM_SAY_UP : KAM_SAY_UP_EQUAL,
                 limits->cut - 1, limits->up, limits->gap_up);
}

static void tell_down(const struct kam_sides *sides, const struct limits *limits)
{
    if (limits->has_down)
        say_line(sides, KAM_SAY_DOWN, limits->cut, limits->down, limits->gap_down);
}

/* ---- rules ------------------------------------------------------------------------------------
 */

/* All rules of KIND that hold now. */
static struct kam_text rules_of(const struct kam_sides *sides, enum kam_rule_kind kind)
{
    static const enum kam_rule_change now[] = {KAM_RULE_NEW, KAM_RULE_STILL};
    struct kam_story_few few = {.count = 0};

    for (size_t i = 0; i < sizeof now / sizeof *now; i++) {
        struct kam_rule_walk walk = kam_rule_walk(sides, kind, now[i]);
        struct kam_text rule;
        while (kam_rule_next(&walk, &rule))
            kam_story_few_add(sides->story, &few, rule);
    }
    return kam_story_few_text(sides->story, &few);
}

/* A flag that holds the customer down. */
static void tell_cap(const struct kam_sides *sides)
{
    uint32_t unflagged = kam_sides_step(sides, &sides->new, "tier_unflagged");
    uint32_t computed = kam_sides_step(sides, &sides->new, "tier_computed");

    if (unflagged != KAM_NONE && computed != KAM_NONE && unflagged < computed)
        kam_story_say(sides->story, KAM_SAY_BACK_FLAG,
                      KAM_WORDS({"tier", kam_sides_tier(sides, unflagged)},
                                {"computed", kam_sides_tier(sides, computed)},
                                {"rules", rules_of(sides, KAM_RULE_FLAG)}));
}

/* A rule that lifts it; false if there is none. */
static bool tell_admission(const struct kam_sides *sides)
{
    uint32_t cut = kam_sides_step(sides, &sides->new, "tier_cut");
    uint32_t unflagged = kam_sides_step(sides, &sides->new, "tier_unflagged");

    if (cut == KAM_NONE || unflagged == KAM_NONE || unflagged >= cut)
        return false;
    kam_story_say(sides->story, KAM_SAY_LOSE_ADMITTED,
                  KAM_WORDS({"tier", kam_sides_tier(sides, unflagged)},
                            {"cut", kam_sides_tier(sides, cut)},
                            {"rules", rules_of(sides, KAM_RULE_ADMISSION)}));
    return true;
}

/* ---- back to where it was ---------------------------------------------------------------------
 */

/*
 * What the tier above that of the cut TIER takes, as far as all customers there agree: where
 * segments are cut by themselves they don't.
 */
static bool find_limit_above(const struct kam_sides *sides, uint32_t tier,
                             struct kam_decimal *limit)
{
    const struct kam_snapshot *snapshot = sides->new.snapshot;
    struct kam_story_side side = sides->new;
    bool has_limit = false;

    for (side.row = 0; side.row < snapshot->table.count; side.row++) {
        struct kam_decimal other;
        if (kam_sides_step(sides, &side, "tier_cut") != tier ||
            !kam_side_number(&side, "limit_up", &other))
            continue;
        if (has_limit && kam_decimal_compare(*limit, other) != 0)
            return false;
        *limit = other;
        has_limit = true;
    }
    return has_limit;
}

/* It was higher by more than the next tier. */
static void tell_beyond(const struct kam_sides *sides, const struct limits *limits)
{
    struct kam_decimal limit, figure, gap;

    if (!find_limit_above(sides, sides->movement->tier_from + 1, &limit))
        return;
    figure = limits->up;
    gap = limit;
    if (kam_decimal_subtract(&figure, limits->gap_up) && kam_decimal_subtract(&gap, figure))
        say_line(sides, KAM_SAY_BACK_BEYOND, sides->movement->tier_from, limit, gap);
}

static void tell_wait(const struct kam_sides *sides, enum kam_sentence sentence, unsigned periods)
{
    if (periods > 1)
        kam_story_say(sides->story, sentence,
                      KAM_WORDS({"count", kam_speech_count(&sides->story->speech, periods)}));
}

static void tell_back(const struct kam_sides *sides)
{
    struct limits limits = limits_of(sides);
    uint32_t before = sides->movement->tier_from;
    struct kam_story_few gone = kam_rule_few(sides, KAM_RULE_ADMISSION, KAM_RULE_GONE);

    kam_story_heading(sides->story, KAM_SAY_BACK_HEADING);
    tell_cap(sides);
    if (limits.cut != KAM_NONE && limits.cut <= before) {
        kam_story_say(sides->story, KAM_SAY_BACK_CUT,
                      KAM_WORDS({"tier", kam_sides_tier(sides, limits.cut)}));
    } else {
        tell_cut(sides, &limits);
        tell_up(sides, &limits);
        if (limits.has_up && limits.cut > before + 1)
            tell_beyond(sides, &limits);
        if (limits.has_up)
            tell_wait(sides, KAM_SAY_BACK_WAIT, sides->model->tiers.patience.promote_after);
    }
    if (gone.count)
        kam_story_say(sides->story, KAM_SAY_BACK_ADMISSION,
                      KAM_WORDS({"rules", kam_story_few_text(sides->story, &gone)}));
}

/* ---- where it is ------------------------------------------------------------------------------
 */

static void tell_risk(const struct kam_sides *sides)
{
    struct limits limits = limits_of(sides);

    kam_story_heading(sides->story, KAM_SAY_LOSE_HEADING);
    bool is_admitted = tell_admission(sides);
    tell_down(sides, &limits);
    if (!is_admitted && limits.has_down) /* patience is for cuts; rules act at once */
        tell_wait(sides, KAM_SAY_LOSE_WAIT, sides->model->tiers.patience.demote_after);
}

static void tell_nearest(const struct kam_sides *sides, const struct limits *limits)
{
    bool is_up = limits->has_up &&
                 (!limits->has_down || kam_decimal_compare(limits->gap_up, limits->gap_down) <= 0);

    if (is_up)
        say_line(sides, KAM_SAY_NEAREST, limits->cut - 1, limits->up, limits->gap_up);
    else if (limits->has_down)
        say_line(sides, KAM_SAY_NEAREST_LOSE, limits->cut, limits->down, limits->gap_down);
}

static void tell_distance(const struct kam_sides *sides)
{
    struct limits limits = limits_of(sides);

    kam_story_heading(sides->story, KAM_SAY_DISTANCE_HEADING);
    (void)tell_admission(sides);
    tell_cap(sides);
    tell_cut(sides, &limits);
    if (sides->movement->move == KAM_MOVE_SAME)
        tell_nearest(sides, &limits);
    tell_up(sides, &limits);
    tell_down(sides, &limits);
}

static void tell_lost(const struct kam_sides *sides)
{
    kam_story_heading(sides->story, KAM_SAY_BACK_HEADING);
    kam_story_say(sides->story, KAM_SAY_BACK_BILL, NULL);
}

void kam_storyback_tell(const struct kam_sides *sides)
{
    if (kam_movement_has(sides->movement, KAM_TRAIT_LOST_NEW)) {
        tell_lost(sides);
        return;
    }
    switch (sides->movement->move) {
    case KAM_MOVE_DOWN:
        tell_back(sides);
        break;
    case KAM_MOVE_UP:
        tell_risk(sides);
        break;
    case KAM_MOVE_LOST:
        tell_lost(sides);
        break;
    case KAM_MOVE_MERGED: /* it can't, and is told where it is now */
    case KAM_MOVE_SILENT: /* it is gone */
        break;
    case KAM_MOVE_NEW:
    case KAM_MOVE_WON:
    case KAM_MOVE_RETURNED:
    case KAM_MOVE_SPLIT:
    case KAM_MOVE_RENAMED:
    case KAM_MOVE_SAME:
        if (sides->new.row != KAM_NONE)
            tell_distance(sides);
        break;
    }
}
