/*
 * explaining: the options --explain and --lang of the tools that can say why, and what they print.
 */
#ifndef KAM_EXPLAINING_H
#define KAM_EXPLAINING_H

#include "explain/story.h"
#include "front.h"

/* Zero-initialised nothing is asked. */
struct kam_explaining {
    const char **asked; /* --explain, in the order given */
    size_t count, capacity;
    const struct kam_language *language; /* --lang; NULL: not said */
};

/* --explain ARGUMENT. */
void kam_explaining_ask(const struct kam_front *front, struct kam_explaining *explaining,
                        const char *argument);

/* The language that the ARGUMENT of --lang says. */
const struct kam_language *kam_explaining_language(const struct kam_front *front,
                                                   const char *argument);

/* --lang ARGUMENT. */
void kam_explaining_speak(const struct kam_front *front, struct kam_explaining *explaining,
                          const char *argument);

/*
 * Once all options are known: wrong usage if there is a language and nothing to say. The language
 * is known then.
 */
void kam_explaining_check(const struct kam_front *front, struct kam_explaining *explaining);

/* Write STORY to the tool's output. */
KAM_MUST_CHECK enum kam_status kam_explaining_write(struct kam_front *front,
                                                    const struct kam_story *story,
                                                    struct kam_error *error);

void kam_explaining_free(struct kam_explaining *explaining);

#endif
