#include "explain/storycut.h"

/* What is looked at all the time. */
struct cut {
    const struct kam_tiering *tiering;
    const struct kam_cutting *cutting; /* of its segment */
    uint32_t row;
    size_t position, place; /* in the ranking, in that of its segment; from 0 */
    struct kam_text by;
    struct kam_story *story;
};

static void say_rank(const struct cut *cut)
{
    const struct kam_ranking *ranking = &cut->tiering->ranking;
    struct kam_text rank = kam_speech_count(&cut->story->speech, cut->position + 1);
    struct kam_text count = kam_speech_count(&cut->story->speech, ranking->count);
    bool known = ranking->has_figure[cut->row];
    struct kam_text figure =
        kam_speech_figure(&cut->story->speech, ranking->by, ranking->figures[cut->row]);

    kam_story_say(cut->story, known ? KAM_SAY_RANK : KAM_SAY_RANK_NO_FIGURE,
                  KAM_WORDS({"by", cut->by}, {"figure", figure}, {"rank", rank}, {"count", count}));
}

static void say_segment(const struct cut *cut)
{
    const struct kam_segments *segments = &cut->tiering->segments;
    const struct kam_segment *segment = cut->cutting->segment;

    if (segments->per.len == 0)
        return;
    kam_story_say(
        cut->story, segment->name.len ? KAM_SAY_SEGMENT : KAM_SAY_SEGMENT_EMPTY,
        KAM_WORDS({"column", kam_speech_column(&cut->story->speech, segments->per)},
                  {"value", kam_speech_cell(&cut->story->speech, segments->per, segment->name)},
                  {"rank", kam_speech_count(&cut->story->speech, cut->place + 1)},
                  {"count", kam_speech_count(&cut->story->speech, segment->count)}));
}

/* ---- limits ---------------------------------------------------------------------------------- */

/* "the top 5% of the customers" */
static struct kam_text name_limit(const struct cut *cut, size_t limit)
{
    const struct kam_cut *rule = &cut->tiering->tiers->cut;
    struct kam_story *story = cut->story;

    switch (rule->kind) {
    case KAM_CUT_CUSTOMERS:
        return kam_speech_phrase(
            &story->speech, KAM_SAY_LIMIT_CUSTOMERS,
            KAM_WORDS({"ratio", kam_speech_percent(&story->speech, rule->limits[limit])}));
    case KAM_CUT_SHARE:
        return kam_speech_phrase(
            &story->speech, KAM_SAY_LIMIT_SHARE,
            KAM_WORDS({"ratio", kam_speech_percent(&story->speech, rule->limits[limit])}));
    case KAM_CUT_COUNT:
        return kam_speech_phrase(
            &story->speech, KAM_SAY_LIMIT_COUNT,
            KAM_WORDS({"count", kam_speech_number(&story->speech, rule->limits[limit])}));
    case KAM_CUT_MANAGERS:
        return kam_speech_phrase(
            &story->speech, KAM_SAY_LIMIT_MANAGERS,
            KAM_WORDS({"count", kam_speech_number(&story->speech, rule->limits[limit])},
                      {"managers", kam_speech_count(&story->speech, cut->cutting->managers)}));
    case KAM_CUT_VALUE:
        return kam_speech_phrase(
            &story->speech, KAM_SAY_LIMIT_VALUE,
            KAM_WORDS({"by", cut->by},
                      {"value", kam_speech_quantity(&story->speech, cut->tiering->ranking.by,
                                                    rule->limits[limit])}));
    case KAM_CUT_ABC:
        break;
    }
    return kam_speech_phrase(&story->speech, KAM_SAY_LIMIT_ABC,
                             KAM_WORDS({"class", limit ? KAM_TEXT("B") : KAM_TEXT("A")}));
}

/* Whether the rank where the limit ends says more than the limit does. */
static bool has_rank(const struct cut *cut, size_t limit)
{
    const struct kam_cut *rule = &cut->tiering->tiers->cut;
    struct kam_decimal end = kam_decimal_of((int64_t)cut->cutting->ends[limit]);

    return rule->kind != KAM_CUT_VALUE &&
           (rule->kind != KAM_CUT_COUNT || kam_decimal_compare(rule->limits[limit], end) != 0);
}

static enum kam_sentence sentence_of(const struct cut *cut, size_t limit)
{
    size_t end = cut->cutting->ends[limit];

    if (cut->place < end)
        return has_rank(cut, limit) ? KAM_SAY_PASSED_RANK : KAM_SAY_PASSED;
    if (end == 0)
        return KAM_SAY_MISSED_BY_ALL;
    return has_rank(cut, limit) ? KAM_SAY_MISSED_RANK : KAM_SAY_MISSED;
}

/* What ties made of the limit, if anything. */
static void say_ties(const struct cut *cut, size_t limit)
{
    size_t end = cut->cutting->ends[limit], untied = cut->cutting->untied[limit];
    enum kam_sentence sentence = KAM_SAY_UNTIED;

    if (end == untied)
        return;
    if (cut->place >= untied && cut->place < end)
        sentence = KAM_SAY_TIED_UP;
    if (cut->place >= end && cut->place < untied)
        sentence = KAM_SAY_TIED_DOWN;
    kam_story_say(cut->story, sentence,
                  KAM_WORDS({"untied", kam_speech_count(&cut->story->speech, untied)}));
}

static void say_limit(const struct cut *cut, size_t limit)
{
    kam_story_say(
        cut->story, sentence_of(cut, limit),
        KAM_WORDS({"tier", cut->tiering->tiers->names.items[limit]},
                  {"limit", name_limit(cut, limit)},
                  {"end", kam_speech_count(&cut->story->speech, cut->cutting->ends[limit])}));
    say_ties(cut, limit);
}

void kam_storycut_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                       struct kam_story *story)
{
    const struct kam_text_list *names = &tiering->tiers->names;
    size_t tier = tiering->verdicts[subject->row].cut;
    size_t position = tiering->shares.positions[subject->row];
    const struct cut cut = {
        .tiering = tiering,
        .cutting = kam_tiering_cutting(tiering, subject->row),
        .row = subject->row,
        .position = position,
        .place = kam_segments_place(&tiering->segments, subject->row, position),
        .by = kam_speech_column(&story->speech, tiering->ranking.by),
        .story = story,
    };

    kam_story_heading(story, KAM_SAY_CUT_HEADING);
    say_rank(&cut);
    say_segment(&cut);
    if (tier + 1 < names->count)
        say_limit(&cut, tier);
    if (tier > 0)
        say_limit(&cut, tier - 1);
    if (tiering->tiers->admitted == KAM_ADMITTED_INSIDE && tiering->ruling.first_category > 0)
        kam_story_say(story, KAM_SAY_ADMITTED_INSIDE, NULL);
    kam_story_say(story, KAM_SAY_CUT, KAM_WORDS({"tier", names->items[tier]}));
}
