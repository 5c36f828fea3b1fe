#include "explain/story.h"

static void add(struct kam_story *story, const char *text)
{
    story->speech.failed = story->speech.failed || !kam_buffer_add(&story->text, kam_text_of(text));
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
    story->heading = story->speech.language->sentences[heading];
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
    story->speech.failed =
        story->speech.failed ||
        !kam_phrase_add(story->speech.language->sentences[sentence], words, &story->text);
    add(story, "\n");
}

void kam_story_say_text(struct kam_story *story, struct kam_text text)
{
    begin_line(story);
    story->speech.failed = story->speech.failed || !kam_buffer_add(&story->text, text);
    add(story, "\n");
}

void kam_story_free(struct kam_story *story)
{
    kam_buffer_free(&story->text);
    kam_speech_free(&story->speech);
}
