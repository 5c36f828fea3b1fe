/*
 * language: the words of the texts that are meant for people.
 *
 * A language is one file of tables, english.c and chinese.c: its sentences, what it calls kam's
 * columns, its months. A further one is a further file, a line in language.c and in kam(7).
 *
 * A sentence is a pattern in UTF-8. {name} is where a value goes, by its name and not by its place,
 * so that each language has its own order. {name|month|months} is no value but one of two words,
 * the first where the value is 1. English is the reference: the others name the same values.
 *
 * What users name themselves (tiers, rules, dimensions, attributes, customers) is a value in any
 * language and never translated.
 */
#ifndef KAM_LANGUAGE_LANGUAGE_H
#define KAM_LANGUAGE_LANGUAGE_H

#include "base/text.h"
#include "language/label.h"
#include "language/sentence.h"

/* What a column is called. */
struct kam_column_word {
    const char *column, *word;
};

enum { KAM_MONTHS_OF_YEAR = 12 };

struct kam_language {
    const char *code;             /* as --lang takes it */
    const char *const *sentences; /* by enum kam_sentence */
    const char *const *labels;    /* by enum kam_label */
    const struct kam_column_word *columns;
    size_t column_count;
    const char *const *months;          /* January first */
    const char *comma, *and;            /* between the items of a list, and before its last one */
    const char *clause;                 /* between phrases */
    const char *myriad, *myriad_myriad; /* behind 10^4 and 10^8; NULL: amounts are 1,234,567.00 */
};

extern const struct kam_language kam_english, kam_chinese;

/* The language with CODE, or NULL. */
const struct kam_language *kam_language_find(struct kam_text code);

/* Language NUMBER, from 0; NULL behind the last. */
const struct kam_language *kam_language_at(size_t number);

/* What LANGUAGE calls COLUMN: its name, if it is none of kam's own. */
struct kam_text kam_language_column(const struct kam_language *language, struct kam_text column);

#endif
