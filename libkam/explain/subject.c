#include "explain/subject.h"

#include "account/settext.h"

enum { MOST_MEMBERS = 8 }; /* that are all listed */

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

void kam_subject_title(const struct kam_subject *subject, struct kam_story *story)
{
    struct kam_text name = kam_subject_cell(subject, "account_name");
    struct kam_text id = kam_subject_cell(subject, "account_id");

    kam_story_begin(story);
    kam_story_say(story, name.len ? KAM_SAY_TITLE : KAM_SAY_TITLE_UNNAMED,
                  KAM_WORDS({"name", name}, {"id", id}));
}

/* "A, B and C", or "A, B, C and 54 more". *COUNT: of all. */
static struct kam_text list_members(struct kam_story *story, struct kam_text cell, size_t *count)
{
    struct kam_text members[MOST_MEMBERS], item;
    struct kam_buffer scratch = {NULL, 0, 0};
    bool nomem;

    for (*count = 0; kam_settext_next(&cell, &item, &scratch, &nomem); ++*count)
        if (*count < MOST_MEMBERS)
            members[*count] = kam_story_keep(story, item);
    story->failed = story->failed || nomem;
    kam_buffer_free(&scratch);
    if (*count <= MOST_MEMBERS)
        return kam_story_list(story, members, *count);
    struct kam_text more = kam_story_count(story, *count - MOST_MEMBERS + 1);
    struct kam_text few = kam_story_enumerate(story, members, MOST_MEMBERS - 1);
    return kam_story_phrase(story, KAM_SAY_LIST_MORE, KAM_WORDS({"list", few}, {"count", more}));
}

void kam_subject_introduce(const struct kam_subject *subject, struct kam_text asked,
                           struct kam_story *story)
{
    const struct kam_window *window = subject->window;
    size_t count;
    struct kam_text members = list_members(story, kam_subject_cell(subject, "members"), &count);

    if (window->count) {
        kam_story_say(story, window->count == 1 ? KAM_SAY_WINDOW_ONE : KAM_SAY_WINDOW,
                      KAM_WORDS({"months", kam_story_count(story, window->count)},
                                {"first", kam_story_month(story, window->first_month)},
                                {"last", kam_story_month(story, kam_window_last(window))}));
    }
    if (count > 1)
        kam_story_say(story, KAM_SAY_GROUP,
                      KAM_WORDS({"count", kam_story_count(story, count)},
                                {"id", kam_subject_cell(subject, "account_id")},
                                {"list", members}));
    if (asked.len)
        kam_story_say(story, KAM_SAY_ASKED, KAM_WORDS({"asked", asked}));
}
