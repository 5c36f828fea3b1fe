#include "diff/storychange.h"

#include "explain/story.h"
#include "language/speechdelta.h"

/* What is said of one thing. */
struct change {
    struct kam_text what, from, to; /* from, to: empty where there is none */
    struct kam_text delta, rate;    /* empty where there is none */
};

static enum kam_sentence sentence_of(const struct kam_sides *sides, const struct change *change)
{
    if (!kam_sides_are_both(sides))
        return KAM_SAY_VALUE;
    if (kam_text_equal(change->from, change->to))
        return KAM_SAY_VALUE_SAME;
    if (!change->delta.len)
        return KAM_SAY_VALUE_CHANGED;
    return change->rate.len ? KAM_SAY_VALUE_CHANGED_RATE : KAM_SAY_VALUE_CHANGED_BY;
}

static void say(const struct kam_sides *sides, const struct change *change)
{
    struct kam_story *story = sides->story;
    struct kam_text none = kam_speech_phrase(&story->speech, KAM_SAY_VALUE_NONE, NULL);
    struct kam_text from = change->from.len ? change->from : none;
    struct kam_text to = change->to.len ? change->to : none;

    if (change->from.len || change->to.len)
        kam_story_say(story, sentence_of(sides, change),
                      KAM_WORDS({"what", change->what}, {"from", from}, {"to", to},
                                {"value", sides->new.row == KAM_NONE ? from : to},
                                {"delta", change->delta}, {"rate", change->rate}));
}

/* ---- tier and rank ----------------------------------------------------------------------------
 */

static void tell_tier(const struct kam_sides *sides)
{
    say(sides, &(struct change){.what = kam_speech_column(&sides->story->speech, KAM_TEXT("tier")),
                                .from = kam_side_cell(&sides->old, "tier"),
                                .to = kam_side_cell(&sides->new, "tier")});
}

static size_t count_customers(const struct kam_snapshot *snapshot)
{
    size_t count = 0;

    for (uint32_t row = 0; row < snapshot->table.count; row++)
        count += !kam_snapshot_is_prospect(snapshot, row);
    return count;
}

static struct kam_text rank_of(const struct kam_sides *sides, const struct kam_story_side *side)
{
    struct kam_text rank = kam_side_cell(side, "rank");

    if (!rank.len)
        return rank;
    return kam_speech_phrase(
        &sides->story->speech, KAM_SAY_RANK_AMONG,
        KAM_WORDS(
            {"rank", kam_speech_cell(&sides->story->speech, KAM_TEXT("rank"), rank)},
            {"count", kam_speech_count(&sides->story->speech, count_customers(side->snapshot))}));
}

static void tell_rank(const struct kam_sides *sides)
{
    say(sides, &(struct change){.what = kam_speech_column(&sides->story->speech, KAM_TEXT("rank")),
                                .from = rank_of(sides, &sides->old),
                                .to = rank_of(sides, &sides->new)});
}

/* ---- numbers ----------------------------------------------------------------------------------
 */

static void tell_revenue(const struct kam_sides *sides)
{
    const struct kam_movement *movement = sides->movement;
    struct kam_story *story = sides->story;
    struct kam_text column = kam_sides_measure(sides);
    struct change change = {.what = kam_speech_column(&story->speech, column)};

    if (sides->old.row != KAM_NONE)
        change.from = kam_speech_figure(&story->speech, column, movement->revenue_from);
    if (sides->new.row != KAM_NONE)
        change.to = kam_speech_figure(&story->speech, column, movement->revenue_to);
    change.delta = kam_speech_delta(&story->speech, column, movement->revenue_delta);
    change.rate = kam_speech_rate(&story->speech, movement->revenue_from, movement->revenue_delta);
    say(sides, &change);
}

/* The column that decides the order, unless that is what is compared. */
static void tell_figure(const struct kam_sides *sides)
{
    struct kam_story *story = sides->story;
    struct kam_text by =
        sides->new.row == KAM_NONE ? sides->old.snapshot->by : sides->new.snapshot->by;
    struct kam_text from = kam_side_cell_in(&sides->old, by);
    struct kam_text to = kam_side_cell_in(&sides->new, by);
    struct change change = {.what = kam_speech_column(&story->speech, by),
                            .from = kam_speech_cell(&story->speech, by, from),
                            .to = kam_speech_cell(&story->speech, by, to)};
    struct kam_decimal before, delta;

    if (kam_text_equal(by, kam_sides_measure(sides)))
        return;
    if (kam_decimal_parse(from, &before) == KAM_NUMBER_OK &&
        kam_decimal_parse(to, &delta) == KAM_NUMBER_OK && kam_decimal_subtract(&delta, before))
        change.delta = kam_speech_delta(&story->speech, by, delta);
    say(sides, &change);
}

/* ---- limits -----------------------------------------------------------------------------------
 */

/* Add how far SIDE is from one of its limits to PHRASES. */
static void add_limit(const struct kam_sides *sides, const struct kam_story_side *side, bool is_up,
                      struct kam_text *phrases, size_t *count)
{
    struct kam_story *story = sides->story;
    struct kam_text by = side->snapshot->by;
    struct kam_text limit = kam_side_cell(side, is_up ? "limit_up" : "limit_down");
    struct kam_text gap = kam_side_cell(side, is_up ? "gap_up" : "gap_down");
    uint32_t step = kam_sides_step(sides, side, "tier_cut");

    if (!limit.len || !gap.len || step == KAM_NONE || (is_up && step == 0))
        return;
    phrases[(*count)++] =
        kam_speech_phrase(&story->speech, is_up ? KAM_SAY_LIMIT_UP : KAM_SAY_LIMIT_DOWN,
                          KAM_WORDS({"tier", kam_sides_tier(sides, is_up ? step - 1 : step)},
                                    {"limit", kam_speech_cell(&story->speech, by, limit)},
                                    {"gap", kam_speech_cell(&story->speech, by, gap)}));
}

static void tell_limits(const struct kam_sides *sides, const struct kam_story_side *side)
{
    struct kam_text phrases[2];
    size_t count = 0;

    add_limit(sides, side, true, phrases, &count);
    add_limit(sides, side, false, phrases, &count);
    if (count)
        kam_story_say(
            sides->story, KAM_SAY_LIMITS,
            KAM_WORDS({"month", side->month},
                      {"limits", kam_speech_clauses(&sides->story->speech, phrases, count)}));
}

void kam_storychange_tell(const struct kam_sides *sides)
{
    kam_story_heading(sides->story, kam_sides_are_both(sides)    ? KAM_SAY_BOTH_HEADING
                                    : sides->new.row == KAM_NONE ? KAM_SAY_THEN_HEADING
                                                                 : KAM_SAY_NOW_HEADING);
    tell_tier(sides);
    tell_rank(sides);
    tell_revenue(sides);
    tell_figure(sides);
    tell_limits(sides, &sides->old);
    tell_limits(sides, &sides->new);
}
