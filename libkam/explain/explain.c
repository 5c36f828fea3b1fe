#include "explain/explain.h"

#include "explain/storybox.h"
#include "explain/storycut.h"
#include "explain/storydistance.h"
#include "explain/storypatience.h"
#include "explain/storyprospect.h"
#include "explain/storyrelationship.h"
#include "explain/storyrevenue.h"
#include "explain/storyrule.h"
#include "explain/storyscore.h"
#include "explain/whom.h"
#include "tier/policy.h"

/* What the stories of a tiering have in common. */
struct telling {
    const struct kam_tiering *tiering;
    const struct kam_model *model;
    struct kam_window window;
    struct kam_text period; /* in words */
    struct kam_tierfacts facts;
    struct kam_strategies strategies;
    struct kam_story *story;
};

static void tell_policy(const struct telling *telling, uint32_t row)
{
    const struct kam_text_list *keys = &telling->model->policies.keys;

    kam_story_heading(telling->story, KAM_SAY_POLICY_HEADING);
    for (size_t i = 0; i < keys->count; i++) {
        struct kam_text text = kam_policy_text(telling->model, telling->tiering, row, i);
        if (text.len)
            kam_story_say(telling->story, KAM_SAY_POLICY,
                          KAM_WORDS({"key", keys->items[i]}, {"text", text}));
    }
}

/* The tier, and what decided it. */
static void say_tier(const struct telling *telling, uint32_t row)
{
    const struct kam_tiering *tiering = telling->tiering;
    const struct kam_ruling *ruling = &tiering->ruling;
    const struct kam_verdict *verdict = &tiering->verdicts[row];
    enum kam_sentence sentence = KAM_SAY_TIER_CUT;
    size_t cap = kam_tiering_cap(tiering, row), admission = kam_tiering_admission(tiering, row);
    struct kam_text rule = KAM_TEXT("");

    if (verdict->tier != verdict->computed) {
        sentence = KAM_SAY_TIER_HELD;
    } else if (cap != KAM_NO_RULE) {
        sentence = KAM_SAY_TIER_CAPPED;
        rule = kam_ruling_rule(ruling, cap)->name;
    } else if (admission != KAM_NO_RULE) {
        sentence = KAM_SAY_TIER_ADMITTED;
        rule = kam_ruling_rule(ruling, admission)->name;
    }
    kam_story_say(telling->story, sentence,
                  KAM_WORDS({"period", telling->period},
                            {"tier", tiering->tiers->names.items[verdict->tier]},
                            {"by", kam_speech_column(&telling->story->speech, tiering->ranking.by)},
                            {"rule", rule}));
}

static void tell(const struct telling *telling, uint32_t row, struct kam_text asked)
{
    const struct kam_tiering *tiering = telling->tiering;
    const struct kam_subject subject = {tiering->table, &telling->window, row};
    struct kam_story *story = telling->story;

    kam_subject_title(&subject, story);
    say_tier(telling, row);
    kam_storypatience_tell_before(&subject, tiering, story);
    kam_subject_introduce(&subject, asked, story);
    kam_storyrevenue_tell(&subject, tiering, story);
    kam_storyrelationship_tell(&subject, NULL, story);
    kam_storyscore_tell_columns(&subject, telling->model, story);
    kam_storycut_tell(&subject, tiering, story);
    kam_storyrule_tell(&subject, tiering, story);
    kam_storypatience_tell(&subject, tiering, story);
    kam_storydistance_tell(&subject, tiering, story);
    kam_storybox_tell(&subject, tiering, &telling->strategies, story);
    tell_policy(telling, row);
}

static void tell_prospect(const struct telling *telling, uint32_t row)
{
    const struct kam_tiering *tiering = telling->tiering;
    const struct kam_subject subject = {tiering->table, &telling->window, row};
    struct kam_story *story = telling->story;

    kam_subject_title(&subject, story);
    kam_storyprospect_tell_tier(&subject, tiering, telling->period, story);
    kam_storyscore_tell_columns(&subject, telling->model, story);
    kam_storyrule_tell_categories(&subject, tiering, story);
    kam_storybox_tell(&subject, tiering, &telling->strategies, story);
    tell_policy(telling, row);
}

static void tell_lost(const struct telling *telling, uint32_t row, struct kam_text asked)
{
    const struct kam_snapshot *snapshot = &telling->tiering->previous->snapshot;
    const struct kam_window none = {0};
    const struct kam_subject subject = {&snapshot->table, &none, row};
    struct kam_story *story = telling->story;
    struct kam_text revenue =
        kam_speech_cell(&story->speech, KAM_TEXT("revenue"), kam_subject_cell(&subject, "revenue"));

    kam_subject_title(&subject, story);
    kam_story_say(story, KAM_SAY_LOST, KAM_WORDS({"period", telling->period}));
    kam_story_say(story, KAM_SAY_LOST_LAST,
                  KAM_WORDS({"month", kam_speech_month(&story->speech, snapshot->period)},
                            {"tier", kam_subject_cell(&subject, "tier")}, {"revenue", revenue}));
    kam_subject_introduce(&subject, asked, story);
}

static enum kam_status explain(const struct telling *telling, struct kam_text asked,
                               struct kam_error *error)
{
    const struct kam_tiering *tiering = telling->tiering;
    struct kam_whom whom;
    enum kam_status status = kam_whom_find(tiering->table, asked, &whom, error);

    if (status)
        return status;
    if (whom.row != KAM_NONE && kam_tiering_is_prospect(tiering, whom.row)) {
        tell_prospect(telling, whom.row);
        return KAM_OK;
    }
    if (whom.row != KAM_NONE) {
        tell(telling, whom.row, whom.is_member ? asked : KAM_TEXT(""));
        return KAM_OK;
    }
    if (!tiering->previous)
        return kam_whom_reject(tiering->table, asked, error);
    status = kam_whom_find(&tiering->previous->snapshot.table, asked, &whom, error);
    if (status)
        return status;
    if (whom.row == KAM_NONE || kam_snapshot_is_prospect(&tiering->previous->snapshot, whom.row))
        return kam_whom_reject(tiering->table, asked, error);
    tell_lost(telling, whom.row, whom.is_member ? asked : KAM_TEXT(""));
    return KAM_OK;
}

/* What stories of customers are told of. */
static enum kam_status prepare(struct telling *telling, struct kam_error *error)
{
    const struct kam_tiering *tiering = telling->tiering;
    enum kam_status status =
        kam_tierfacts_make(&telling->facts, tiering, telling->model, KAM_TEXT(""), error);

    if (!status)
        status = kam_strategies_make(&telling->strategies, &telling->facts, error);
    if (!status)
        status = kam_table_window(tiering->table, &telling->window, error);
    if (!status)
        telling->period =
            kam_speech_month(&telling->story->speech, kam_month_parse_plain(telling->facts.period));
    return status;
}

enum kam_status kam_explain_tiers(const struct kam_tiering *tiering, const struct kam_model *model,
                                  const char *const *asked, size_t count, struct kam_story *story,
                                  struct kam_error *error)
{
    struct telling telling = {.tiering = tiering, .model = model, .story = story};
    enum kam_status status = prepare(&telling, error);

    for (size_t i = 0; i < count && !status; i++)
        status = explain(&telling, kam_text_of(asked[i]), error);
    kam_strategies_free(&telling.strategies);
    kam_tierfacts_free(&telling.facts);
    return !status && story->speech.failed ? kam_error_nomem(error) : status;
}
