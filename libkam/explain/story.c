#include "explain/story.h"

static void add(struct kam_story *story, const char *text)
{
    story->failed = story->failed || !kam_buffer_add(&story->text, kam_text_of(text));
}

void kam_story_begin(struct kam_story *story)
{
    if (story->text.len)
        add(story, "\n----------------------------------------\n\n");
    story->heading = NULL;
    story->in_section = false;
}

void kam_story_heading(struct kam_story *story, enum kam_sentence heading)
{
    story->heading = story->language->sentences[heading];
    story->in_section = true;
}

/* Whatever is said next is a line of its own, of the section at hand. */
static void begin_line(struct kam_story *story)
{
    if (story->heading) {
        add(story, "\n");
        add(story, story->heading);
        add(story, "\n");
        story->heading = NULL;
    }
    if (story->in_section)
        add(story, "  ");
}

void kam_story_say(struct kam_story *story, enum kam_sentence sentence,
                   const struct kam_words *words)
{
    begin_line(story);
    story->failed =
        story->failed || !kam_phrase_add(story->language->sentences[sentence], words, &story->text);
    add(story, "\n");
}

void kam_story_say_text(struct kam_story *story, struct kam_text text)
{
    begin_line(story);
    story->failed = story->failed || !kam_buffer_add(&story->text, text);
    add(story, "\n");
}

struct kam_text kam_story_phrase(struct kam_story *story, enum kam_sentence sentence,
                                 const struct kam_words *words)
{
    story->scratch.len = 0;
    story->failed = story->failed ||
                    !kam_phrase_add(story->language->sentences[sentence], words, &story->scratch);
    return kam_story_keep(story, kam_buffer_text(&story->scratch));
}

struct kam_text kam_story_keep(struct kam_story *story, struct kam_text text)
{
    struct kam_text copy = KAM_TEXT("");

    story->failed = story->failed || !kam_arena_copy(&story->arena, text, &copy);
    return copy;
}

void kam_story_free(struct kam_story *story)
{
    kam_buffer_free(&story->text);
    kam_buffer_free(&story->scratch);
    kam_arena_free(&story->arena);
}
