#include "diff/storyruled.h"

#include "diff/rulechange.h"

/* What is said of a rule of a kind that changed so. */
static const enum kam_sentence sentences[KAM_RULE_KINDS][KAM_RULE_CHANGES] = {
    [KAM_RULE_ADMISSION] = {[KAM_RULE_NEW] = KAM_SAY_ADMISSION_NEW,
                            [KAM_RULE_GONE] = KAM_SAY_ADMISSION_GONE,
                            [KAM_RULE_STILL] = KAM_SAY_ADMISSION_STILL},
    [KAM_RULE_FLAG] = {[KAM_RULE_NEW] = KAM_SAY_FLAG_NEW,
                       [KAM_RULE_GONE] = KAM_SAY_FLAG_GONE,
                       [KAM_RULE_STILL] = KAM_SAY_FLAG_STILL},
    [KAM_RULE_CATEGORY] = {[KAM_RULE_NEW] = KAM_SAY_CATEGORY_NEW,
                           [KAM_RULE_GONE] = KAM_SAY_CATEGORY_GONE,
                           [KAM_RULE_STILL] = KAM_SAY_CATEGORY_STILL},
};

void kam_storyruled_tell(const struct kam_sides *sides)
{
    kam_story_heading(sides->story, KAM_SAY_RULES_HEADING);
    for (int kind = 0; kind < KAM_RULE_KINDS; kind++)
        for (int change = 0; change < KAM_RULE_CHANGES; change++) {
            struct kam_rule_walk walk =
                kam_rule_walk(sides, (enum kam_rule_kind)kind, (enum kam_rule_change)change);
            struct kam_text rule;
            while (kam_rule_next(&walk, &rule))
                kam_story_say(sides->story, sentences[kind][change], KAM_WORDS({"rule", rule}));
        }
}
