/*
 * phrase: a sentence of a language with its values in place.
 */
#ifndef KAM_LANGUAGE_PHRASE_H
#define KAM_LANGUAGE_PHRASE_H

#include "base/text.h"

/* A value and the name that patterns (language.h) know it by. */
struct kam_word {
    const char *name;
    struct kam_text text;
};

/* The values of a sentence; what is left has no name. */
struct kam_words {
    struct kam_word items[8];
};

/* KAM_WORDS({"id", id}, {"name", name}): a pointer to them, as long as the block goes on. */
#define KAM_WORDS(...) (&(const struct kam_words){.items = {__VA_ARGS__}})

/*
 * Append PATTERN with WORDS (NULL: none) in place to BUFFER. Control characters in values become
 * spaces, so that a value never leaves its line and no terminal takes it for an order. False when
 * memory ran out. Each value that PATTERN names has to be there.
 */
KAM_MUST_CHECK bool kam_phrase_add(const char *pattern, const struct kam_words *words,
                                   struct kam_buffer *buffer);

#endif
