#include "explain/storypatience.h"

#include "explain/storyprospect.h"

#include "model/modelvalue.h"

/* ---- before ---------------------------------------------------------------------------------- */

static enum kam_sentence sentence_of_move(size_t before, size_t now)
{
    if (before == KAM_NO_TIER)
        return KAM_SAY_BEFORE_UNKNOWN;
    if (before == now)
        return KAM_SAY_BEFORE_SAME;
    return before > now ? KAM_SAY_BEFORE_BELOW : KAM_SAY_BEFORE_ABOVE;
}

void kam_storypatience_tell_before(const struct kam_subject *subject,
                                   const struct kam_tiering *tiering, struct kam_story *story)
{
    if (!tiering->before || tiering->previous->snapshot.table.count == 0)
        return;
    const struct kam_snapshot *snapshot = &tiering->previous->snapshot;
    struct kam_text month = kam_speech_month(&story->speech, snapshot->period);
    uint32_t row = tiering->before[subject->row];

    if (row == KAM_NONE) {
        if (!kam_storyprospect_tell_won(subject, tiering, story))
            kam_story_say(story, KAM_SAY_NEW, KAM_WORDS({"month", month}));
        return;
    }
    struct kam_text tier = kam_table_cell(&snapshot->table, row, snapshot->tier);
    struct kam_text id = kam_table_cell(&snapshot->table, row, snapshot->account_id);
    size_t before = KAM_NO_TIER;
    (void)kam_value_find_tier(&before, tier, &tiering->tiers->names);
    kam_story_say(story, sentence_of_move(before, tiering->verdicts[subject->row].tier),
                  KAM_WORDS({"month", month}, {"tier", tier}));
    if (!kam_text_equal(id, kam_subject_cell(subject, "account_id")))
        kam_story_say(story, KAM_SAY_BEFORE_OTHER_ID, KAM_WORDS({"id", id}));
}

/* ---- what is held ---------------------------------------------------------------------------- */

static struct kam_text tier_name(const struct kam_tiering *tiering, size_t tier)
{
    return tiering->tiers->names.items[tier];
}

static size_t tier_of_rule(const struct kam_ruling *ruling, size_t rule)
{
    return rule == KAM_NO_RULE ? KAM_NO_TIER : kam_ruling_rule(ruling, rule)->tier;
}

/*
 * What happens to HOLD if the snapshots to come say what this one does: after *COUNT of them the
 * customer moves to the tier that is returned, or KAM_NO_TIER if it doesn't.
 */
static size_t foresee(const struct kam_tiering *tiering, uint32_t row, const struct kam_hold *hold,
                      size_t *count)
{
    const struct kam_model_patience *patience = &tiering->tiers->patience;
    const struct kam_verdict *verdict = &tiering->verdicts[row];
    /* keep-factor didn't keep it now, and so won't later. */
    struct kam_model_patience later = *patience;
    struct kam_patience_case now = {
        .cut = verdict->cut,
        .admitted = tier_of_rule(&tiering->ruling, kam_ruling_admission(&tiering->ruling, row)),
        .at_most = tier_of_rule(&tiering->ruling, kam_ruling_cap(&tiering->ruling, row)),
    };
    struct kam_hold next = *hold;

    later.keep_factor = KAM_DECIMAL_ZERO;
    for (*count = 0; next.tier == hold->tier && *count < KAM_HELD_MOST; ++*count) {
        const struct kam_standing standing = {next.tier, verdict->computed, verdict->cut,
                                              next.held};
        next = kam_patience_apply(&later, &standing, &now);
    }
    return next.tier == hold->tier ? KAM_NO_TIER : next.tier;
}

static void say_held(const struct kam_subject *subject, const struct kam_tiering *tiering,
                     const struct kam_hold *hold, struct kam_story *story)
{
    const struct kam_model_patience *patience = &tiering->tiers->patience;
    bool is_below = hold->kind == KAM_HOLD_BELOW;
    size_t held = (size_t)(is_below ? -hold->held : hold->held), count;

    kam_story_say(
        story, is_below ? KAM_SAY_HELD_BELOW : KAM_SAY_HELD_ABOVE,
        KAM_WORDS({"tier", tier_name(tiering, hold->tier)},
                  {"computed", tier_name(tiering, tiering->verdicts[subject->row].computed)},
                  {"held", kam_speech_count(&story->speech, held)},
                  {"most", kam_speech_count(&story->speech, is_below ? patience->demote_after
                                                                     : patience->promote_after)}));
    size_t tier = foresee(tiering, subject->row, hold, &count);
    if (tier != KAM_NO_TIER)
        kam_story_say(story, count == 1 ? KAM_SAY_NEXT : KAM_SAY_NEXT_LATER,
                      KAM_WORDS({"tier", tier_name(tiering, tier)},
                                {"count", kam_speech_count(&story->speech, count)}));
}

static void say_kept(const struct kam_subject *subject, const struct kam_tiering *tiering,
                     const struct kam_hold *hold, struct kam_story *story)
{
    const struct kam_ranking *ranking = &tiering->ranking;
    struct kam_decimal limit = KAM_DECIMAL_ZERO;

    if (kam_cutting_limit(kam_tiering_cutting(tiering, subject->row), hold->tier, &limit))
        kam_story_say(
            story, KAM_SAY_KEPT,
            KAM_WORDS({"tier", tier_name(tiering, hold->tier)},
                      {"computed", tier_name(tiering, tiering->verdicts[subject->row].computed)},
                      {"by", kam_speech_column(&story->speech, ranking->by)},
                      {"figure", kam_speech_figure(&story->speech, ranking->by,
                                                   ranking->figures[subject->row])},
                      {"limit", kam_speech_figure(&story->speech, ranking->by, limit)},
                      {"factor",
                       kam_speech_percent(&story->speech, tiering->tiers->patience.keep_factor)}));
}

void kam_storypatience_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                            struct kam_story *story)
{
    kam_story_heading(story, KAM_SAY_PATIENCE_HEADING);
    if (!tiering->holds)
        return;
    const struct kam_hold *hold = &tiering->holds[subject->row];

    switch (hold->kind) {
    case KAM_HOLD_NONE:
        break;
    case KAM_HOLD_BELOW:
    case KAM_HOLD_ABOVE:
        say_held(subject, tiering, hold, story);
        break;
    case KAM_HOLD_KEPT:
        say_kept(subject, tiering, hold, story);
        break;
    case KAM_HOLD_LOST:
        kam_story_say(story, KAM_SAY_UNHELD,
                      KAM_WORDS({"idle", kam_subject_cell(subject, "idle")}));
        break;
    }
}
