#include "explain/storydistance.h"

/* The limits are those of the tier that the cut gives, as in the columns limit_up and gap_up. */
struct distance {
    const struct kam_tiering *tiering;
    const struct kam_cutting *cutting;
    uint32_t row;
    size_t tier;
    struct kam_story *story;
};

static void say(const struct distance *distance, enum kam_sentence sentence, size_t tier,
                struct kam_decimal limit, struct kam_decimal gap)
{
    struct kam_text by = distance->tiering->ranking.by;
    struct kam_story *story = distance->story;

    kam_story_say(story, sentence,
                  KAM_WORDS({"tier", distance->tiering->tiers->names.items[tier]},
                            {"by", kam_speech_column(&story->speech, by)},
                            {"limit", kam_speech_figure(&story->speech, by, limit)},
                            {"gap", kam_speech_figure(&story->speech, by, gap)}));
}

static void say_up(const struct distance *distance)
{
    const struct kam_ranking *ranking = &distance->tiering->ranking;
    size_t tier = distance->tier;
    struct kam_decimal limit = KAM_DECIMAL_ZERO, gap;
    enum kam_sentence sentence = KAM_SAY_UP;

    if (tier == 0) {
        say(distance, KAM_SAY_UP_TOP, tier, limit, limit);
        return;
    }
    if (!kam_cutting_limit(distance->cutting, tier - 1, &limit)) {
        say(distance, KAM_SAY_UP_NOBODY, tier - 1, limit, limit);
        return;
    }
    gap = limit;
    if (!ranking->has_figure[distance->row] ||
        !kam_decimal_subtract(&gap, ranking->figures[distance->row]))
        sentence = KAM_SAY_UP_NO_FIGURE;
    else if (kam_decimal_sign(gap) == 0)
        sentence = KAM_SAY_UP_EQUAL;
    say(distance, sentence, tier - 1, limit, gap);
}

static void say_down(const struct distance *distance)
{
    const struct kam_ranking *ranking = &distance->tiering->ranking;
    struct kam_decimal limit = KAM_DECIMAL_ZERO, gap = ranking->figures[distance->row];

    if (distance->tier + 1 == distance->tiering->tiers->names.count)
        say(distance, KAM_SAY_DOWN_BOTTOM, distance->tier, limit, limit);
    else if (!kam_cutting_limit_below(distance->cutting, distance->tier, &limit))
        say(distance, KAM_SAY_DOWN_NOBODY, distance->tier, limit, limit);
    else if (ranking->has_figure[distance->row] && kam_decimal_subtract(&gap, limit))
        say(distance, KAM_SAY_DOWN, distance->tier, limit, gap);
}

void kam_storydistance_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                            struct kam_story *story)
{
    const struct kam_verdict *verdict = &tiering->verdicts[subject->row];
    const struct distance distance = {
        .tiering = tiering,
        .cutting = kam_tiering_cutting(tiering, subject->row),
        .row = subject->row,
        .tier = verdict->cut,
        .story = story,
    };

    kam_story_heading(story, KAM_SAY_DISTANCE_HEADING);
    if (verdict->tier != verdict->cut)
        kam_story_say(story, KAM_SAY_DISTANCE_OF_CUT,
                      KAM_WORDS({"tier", tiering->tiers->names.items[verdict->cut]}));
    say_up(&distance);
    say_down(&distance);
}
