#include "explain/subject.h"

#include "account/settext.h"
#include "explain/storyfew.h"

struct kam_text kam_subject_cell(const struct kam_subject *subject, const char *column)
{
    size_t found = kam_table_find(subject->table, kam_text_of(column));

    if (found == KAM_NO_COLUMN || subject->table->places[found] == KAM_NO_COLUMN)
        return KAM_TEXT("");
    return kam_table_cell(subject->table, subject->row, found);
}

bool kam_subject_number(const struct kam_subject *subject, const char *column,
                        struct kam_decimal *number)
{
    return kam_decimal_parse(kam_subject_cell(subject, column), number) == KAM_NUMBER_OK;
}

bool kam_subject_peak(const struct kam_subject *subject, int *month, struct kam_decimal *revenue)
{
    return kam_window_peak(subject->window, subject->table, subject->row, month, revenue);
}

struct kam_text kam_subject_name(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_text name = kam_subject_cell(subject, "account_name");
    struct kam_text id = kam_subject_cell(subject, "account_id");

    return kam_speech_phrase(&story->speech, name.len ? KAM_SAY_TITLE : KAM_SAY_TITLE_UNNAMED,
                             KAM_WORDS({"name", name}, {"id", id}));
}

void kam_subject_title(const struct kam_subject *subject, struct kam_story *story)
{
    kam_story_begin(story);
    kam_story_say_text(story, kam_subject_name(subject, story));
}

static void list_members(struct kam_text cell, struct kam_story *story, struct kam_story_few *few)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    struct kam_text item;
    bool nomem;

    while (kam_settext_next(&cell, &item, &scratch, &nomem))
        kam_story_few_add(story, few, item);
    story->speech.failed = story->speech.failed || nomem;
    kam_buffer_free(&scratch);
}

void kam_subject_tell_accounts(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_story_few members = {.count = 0};

    list_members(kam_subject_cell(subject, "members"), story, &members);
    if (members.count > 1)
        kam_story_say(story, KAM_SAY_GROUP,
                      KAM_WORDS({"count", kam_speech_count(&story->speech, members.count)},
                                {"id", kam_subject_cell(subject, "account_id")},
                                {"list", kam_story_few_text(story, &members)}));
}

void kam_subject_introduce(const struct kam_subject *subject, struct kam_text asked,
                           struct kam_story *story)
{
    const struct kam_window *window = subject->window;

    if (window->count) {
        kam_story_say(
            story, window->count == 1 ? KAM_SAY_WINDOW_ONE : KAM_SAY_WINDOW,
            KAM_WORDS({"months", kam_speech_count(&story->speech, window->count)},
                      {"first", kam_speech_month(&story->speech, window->first_month)},
                      {"last", kam_speech_month(&story->speech, kam_window_last(window))}));
    }
    kam_subject_tell_accounts(subject, story);
    if (asked.len)
        kam_story_say(story, KAM_SAY_ASKED, KAM_WORDS({"asked", asked}));
}
