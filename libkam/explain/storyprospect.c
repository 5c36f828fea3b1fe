#include "explain/storyprospect.h"

#include "account/prospect.h"

void kam_storyprospect_tell(const struct kam_subject *subject, struct kam_story *story)
{
    size_t lines = kam_table_find(subject->table, KAM_TEXT("lines"));

    if (kam_is_prospect(subject->table, lines, subject->row))
        kam_story_say(story, KAM_SAY_PROSPECT, NULL);
}

/* The row of SUBJECT's id in the snapshot before; KAM_NONE: there is none. */
static uint32_t find_before(const struct kam_subject *subject, const struct kam_tiering *tiering)
{
    const struct kam_previous *previous = tiering->previous;

    if (!previous || previous->snapshot.table.count == 0)
        return KAM_NONE;
    return kam_row_index_row(&previous->snapshot.index, kam_subject_cell(subject, "account_id"));
}

void kam_storyprospect_tell_tier(const struct kam_subject *subject,
                                 const struct kam_tiering *tiering, struct kam_text period,
                                 struct kam_story *story)
{
    size_t place = tiering->shares.positions[subject->row] - tiering->ranking.count;
    uint32_t before = find_before(subject, tiering);

    kam_story_say(story, KAM_SAY_TIER_PROSPECT,
                  KAM_WORDS({"period", period}, {"tier", KAM_PROSPECT}));
    kam_storyprospect_tell(subject, story);
    if (tiering->ranking.has_figure[subject->row])
        kam_story_say(
            story, KAM_SAY_PROSPECT_RANK,
            KAM_WORDS({"rank", kam_speech_count(&story->speech, place + 1)},
                      {"count", kam_speech_count(&story->speech, kam_tiering_prospects(tiering))}));
    if (before == KAM_NONE || kam_snapshot_is_prospect(&tiering->previous->snapshot, before))
        return;
    const struct kam_snapshot *snapshot = &tiering->previous->snapshot;
    kam_story_say(story, KAM_SAY_PROSPECT_LOST,
                  KAM_WORDS({"month", kam_speech_month(&story->speech, snapshot->period)},
                            {"tier", kam_table_cell(&snapshot->table, before, snapshot->tier)}));
}

bool kam_storyprospect_tell_won(const struct kam_subject *subject,
                                const struct kam_tiering *tiering, struct kam_story *story)
{
    uint32_t before = find_before(subject, tiering);

    if (before == KAM_NONE || !kam_snapshot_is_prospect(&tiering->previous->snapshot, before))
        return false;
    kam_story_say(
        story, KAM_SAY_WON,
        KAM_WORDS({"month", kam_speech_month(&story->speech, tiering->previous->snapshot.period)}));
    return true;
}
