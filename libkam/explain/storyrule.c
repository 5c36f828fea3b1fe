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
    if (kam_ruling_rule(&tiering->ruling, number)->tier == KAM_NO_TIER)
        return KAM_SAY_FLAGGED;
    return kam_tiering_cap(tiering, row) == number ? KAM_SAY_CAPPED : KAM_SAY_CAPPED_TOO;
}

static void say_admission(const struct kam_subject *subject, const struct kam_tiering *tiering,
                          size_t number, struct kam_story *story)
{
    bool decides = kam_tiering_admission(tiering, subject->row) == number;

    say(subject, tiering, number, decides ? KAM_SAY_ADMITTED : KAM_SAY_ADMITTED_TOO,
        kam_tiering_stands(tiering, subject->row), story);
}

void kam_storyrule_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                        struct kam_story *story)
{
    const struct kam_ruling *ruling = &tiering->ruling;
    size_t stands = kam_tiering_stands(tiering, subject->row), lifted = stands;
    size_t admission = kam_tiering_admission(tiering, subject->row);

    if (admission != KAM_NO_RULE)
        lifted = kam_ruling_rule(ruling, admission)->tier;
    kam_story_heading(story, KAM_SAY_RULES_HEADING);
    for (size_t i = 0; i < ruling->count; i++) {
        if (!kam_ruling_holds(ruling, subject->row, i))
            continue;
        if (i < ruling->first_category)
            say_admission(subject, tiering, i, story);
        else if (i < ruling->first_flag)
            say(subject, tiering, i, KAM_SAY_CATEGORY, stands, story);
        else
            say(subject, tiering, i, sentence_of_flag(tiering, subject->row, i), lifted, story);
    }
}

void kam_storyrule_tell_categories(const struct kam_subject *subject,
                                   const struct kam_tiering *tiering, struct kam_story *story)
{
    const struct kam_ruling *ruling = &tiering->ruling;

    kam_story_heading(story, KAM_SAY_RULES_HEADING);
    for (size_t i = ruling->first_category; i < ruling->first_flag; i++)
        if (kam_ruling_holds(ruling, subject->row, i))
            say(subject, tiering, i, KAM_SAY_CATEGORY, 0, story);
}
