/*
 * story: a text for a person, in the making.
 *
 *     Zhongbang Bank (1001)
 *     Tier in October 2026: important
 *     Figures are of 12 months, November 2025 to October 2026.
 *
 *     Revenue
 *       It brought 1,234,567.00, 2.31% of the total and rank 3 of 3,000 by revenue.
 *
 * One sentence a line, never wrapped: a terminal and a mail know how wide they are. Nothing that
 * makes a story returns a status; when memory ran out, its speech says so in the end.
 */
#ifndef KAM_EXPLAIN_STORY_H
#define KAM_EXPLAIN_STORY_H

#include "language/speech.h"

/* Zero-initialised but for its language it is empty; free it. */
struct kam_story {
    struct kam_speech speech; /* its values; `failed` when memory ran out */
    struct kam_buffer text;
    const char *heading; /* of the section at hand, until something is said in it */
    bool in_section;
};

/* Begin the story of a customer: apart from that of the one before, if there is one. */
void kam_story_begin(struct kam_story *story);

/* Begin a section; it is left out where nothing is said in it. */
void kam_story_heading(struct kam_story *story, enum kam_sentence heading);

/* Say SENTENCE with WORDS (NULL: none), a line of its own. */
void kam_story_say(struct kam_story *story, enum kam_sentence sentence,
                   const struct kam_words *words);

/* The same of a sentence that is a text already. */
void kam_story_say_text(struct kam_story *story, struct kam_text text);

void kam_story_free(struct kam_story *story);

#endif
