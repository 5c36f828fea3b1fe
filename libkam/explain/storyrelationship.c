#include "explain/storyrelationship.h"

#include "base/minor.h"

/* What to say of a lead, by its sign. */
struct lead_sentences {
    enum kam_sentence ahead, behind, even;
};

static enum kam_sentence choose(const struct lead_sentences *sentences, struct kam_decimal lead)
{
    int sign = kam_decimal_sign(lead);

    return sign > 0 ? sentences->ahead : sign < 0 ? sentences->behind : sentences->even;
}

static struct kam_text size_of(struct kam_story *story, struct kam_decimal lead)
{
    return kam_speech_number(&story->speech,
                             kam_decimal_sign(lead) < 0 ? kam_decimal_negate(lead) : lead);
}

static void say_competitor(const struct kam_party *us, const struct kam_party *competitor,
                           struct kam_story *story)
{
    static const struct lead_sentences known = {KAM_SAY_COMPETITOR_BEHIND_US,
                                                KAM_SAY_COMPETITOR_AHEAD, KAM_SAY_COMPETITOR_EVEN};
    struct kam_decimal lead = kam_decimal_of_minor(us ? us->closeness - competitor->closeness : 0);

    kam_story_say(
        story, us ? choose(&known, lead) : KAM_SAY_COMPETITOR,
        KAM_WORDS({"competitor", competitor->name},
                  {"closeness",
                   kam_speech_number(&story->speech, kam_decimal_of_minor(competitor->closeness))},
                  {"count", kam_speech_count(&story->speech, competitor->contacts)},
                  {"lead", size_of(story, lead)}));
}

static void tell_contacts(const struct kam_relationship *relationship, struct kam_story *story)
{
    const struct kam_party *us = kam_relationship_us(relationship), *competitor;

    if (us)
        kam_story_say(
            story, KAM_SAY_CLOSENESS_FROM,
            KAM_WORDS({"closeness",
                       kam_speech_number(&story->speech, kam_decimal_of_minor(us->closeness))},
                      {"count", kam_speech_count(&story->speech, us->contacts)}));
    else
        kam_story_say(story, KAM_SAY_CLOSENESS_NONE, NULL);
    for (size_t i = 0; (competitor = kam_relationship_competitor(relationship, i)); i++)
        say_competitor(us, competitor, story);
}

/* The same as far as columns say it. */
static void tell_columns(const struct kam_subject *subject, struct kam_story *story)
{
    static const struct lead_sentences alone = {KAM_SAY_LEAD_AHEAD, KAM_SAY_LEAD_BEHIND,
                                                KAM_SAY_LEAD_EVEN};
    struct kam_decimal closeness, lead;

    if (!kam_subject_number(subject, "closeness", &closeness))
        return;
    kam_story_say(story, KAM_SAY_CLOSENESS,
                  KAM_WORDS({"closeness", kam_speech_number(&story->speech, closeness)}));
    if (kam_subject_number(subject, "advantage", &lead))
        kam_story_say(story, choose(&alone, lead), KAM_WORDS({"lead", size_of(story, lead)}));
}

static void tell_visits(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_text last = kam_subject_cell(subject, "last_visit");
    struct kam_decimal visits;

    if (!kam_subject_number(subject, "visits", &visits))
        return;
    enum kam_sentence none = last.len ? KAM_SAY_VISITS_BEFORE : KAM_SAY_VISITS_NONE;
    kam_story_say(
        story, kam_decimal_sign(visits) > 0 ? KAM_SAY_VISITS : none,
        KAM_WORDS({"visits", kam_speech_number(&story->speech, visits)},
                  {"months", kam_speech_count(&story->speech, subject->window->count)},
                  {"last", kam_speech_cell(&story->speech, KAM_TEXT("last_visit"), last)}));
}

void kam_storyrelationship_tell(const struct kam_subject *subject,
                                const struct kam_relationship *relationship,
                                struct kam_story *story)
{
    kam_story_heading(story, KAM_SAY_RELATIONSHIP_HEADING);
    if (relationship)
        tell_contacts(relationship, story);
    else
        tell_columns(subject, story);
    tell_visits(subject, story);
}
