#include "explain/storyrule.h"

#include "explain/found.h"

/* SENTENCE on RULE, which holds. FROM is the tier without it. */
static void say(const struct kam_subject *subject, const struct kam_tiering *tiering, size_t number,
                enum kam_sentence sentence, size_t from, struct kam_story *story)
{
    const struct kam_model_rule *rule = kam_ruling_rule(&tiering->ruling, number);
    const struct kam_text *names = tiering->tiers->names.items;
    struct kam_text tier = rule->tier == KAM_NO_TIER ? KAM_TEXT("") : names[rule->tier];

    kam_story_say(story, sentence,
                  KAM_WORDS({"rule", rule->name}, {"tier", tier}, {"from", names[from]},
                            {"evidence", kam_found(&tiering->ruling, number, subject, story)}));
}

static enum kam_sentence sentence_of_flag(const struct kam_tiering *tiering, uint32_t row,
                                          size_t number)
{
    const struct kam_verdict *verdict = &tiering->verdicts[row];

    if (kam_ruling_rule(&tiering->ruling, number)->tier == KAM_NO_TIER)
        return KAM_SAY_FLAGGED;
    bool decides =
        verdict->computed != verdict->unflagged && kam_ruling_cap(&tiering->ruling, row) == number;
    return decides ? KAM_SAY_CAPPED : KAM_SAY_CAPPED_TOO;
}

static void say_admission(const struct kam_subject *subject, const struct kam_tiering *tiering,
                          size_t number, struct kam_story *story)
{
    const struct kam_verdict *verdict = &tiering->verdicts[subject->row];
    bool decides = verdict->unflagged != verdict->cut &&
                   kam_ruling_admission(&tiering->ruling, subject->row) == number;

    say(subject, tiering, number, decides ? KAM_SAY_ADMITTED : KAM_SAY_ADMITTED_TOO, verdict->cut,
        story);
}

void kam_storyrule_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                        struct kam_story *story)
{
    const struct kam_ruling *ruling = &tiering->ruling;
    const struct kam_verdict *verdict = &tiering->verdicts[subject->row];

    kam_story_heading(story, KAM_SAY_RULES_HEADING);
    for (size_t i = 0; i < ruling->count; i++) {
        if (!kam_ruling_holds(ruling, subject->row, i))
            continue;
        if (i < ruling->first_category)
            say_admission(subject, tiering, i, story);
        else if (i < ruling->first_flag)
            say(subject, tiering, i, KAM_SAY_CATEGORY, verdict->cut, story);
        else
            say(subject, tiering, i, sentence_of_flag(tiering, subject->row, i), verdict->unflagged,
                story);
    }
}
