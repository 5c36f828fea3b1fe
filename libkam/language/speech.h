/*
 * speech: numbers, months, lists and sentences as the people of a language read them.
 *
 * Nothing is rounded where it isn't said: what a story says of a cell is what the cell says. All
 * texts are the speech's. Nothing returns a status; when memory ran out, `failed` says so in the
 * end.
 */
#ifndef KAM_LANGUAGE_SPEECH_H
#define KAM_LANGUAGE_SPEECH_H

#include "base/arena.h"
#include "base/decimal.h"
#include "language/language.h"
#include "language/phrase.h"

/* Zero-initialised but for its language it is empty; free it. */
struct kam_speech {
    const struct kam_language *language;
    struct kam_arena arena; /* of the texts */
    struct kam_buffer scratch;
    bool failed; /* memory ran out */
};

void kam_speech_free(struct kam_speech *speech);

/* SENTENCE with WORDS (NULL: none). */
struct kam_text kam_speech_phrase(struct kam_speech *speech, enum kam_sentence sentence,
                                  const struct kam_words *words);

/* LABEL, which has no values; with WORDS. */
struct kam_text kam_speech_label(const struct kam_speech *speech, enum kam_label label);
struct kam_text kam_speech_labelled(struct kam_speech *speech, enum kam_label label,
                                    const struct kam_words *words);

/* TEXT, which may be gone soon, as the speech's. */
struct kam_text kam_speech_keep(struct kam_speech *speech, struct kam_text text);

/*
 * Money, with PLACES decimal places or more where it needs them: 1,234,567.00; in Chinese 123.46万
 * and 1.2亿 where two places there hold all of it.
 */
struct kam_text kam_speech_amount(struct kam_speech *speech, struct kam_decimal amount, int places);

/* A number exactly, with PLACES decimal places or more, in any language: 33,498,658.13. */
struct kam_text kam_speech_grouped(struct kam_speech *speech, struct kam_decimal number,
                                   int places);

/* Any other number, with as many places as it needs: 3,000; 85.1234. */
struct kam_text kam_speech_number(struct kam_speech *speech, struct kam_decimal number);
struct kam_text kam_speech_count(struct kam_speech *speech, size_t count);

/* A ratio: 0.0231 is 2.31%. */
struct kam_text kam_speech_percent(struct kam_speech *speech, struct kam_decimal ratio);

/* July 2026; of KAM_MONTH_NONE nothing. */
struct kam_text kam_speech_month(struct kam_speech *speech, int month);

/* "A, B and C"; as an enumeration that goes on, "A, B, C"; phrases, which have commas of their own.
 */
struct kam_text kam_speech_list(struct kam_speech *speech, const struct kam_text *items,
                                size_t count);
struct kam_text kam_speech_enumerate(struct kam_speech *speech, const struct kam_text *items,
                                     size_t count);
struct kam_text kam_speech_clauses(struct kam_speech *speech, const struct kam_text *items,
                                   size_t count);

/* What COLUMN is called. */
struct kam_text kam_speech_column(const struct kam_speech *speech, struct kam_text column);

/*
 * CELL of COLUMN as what it is there: an amount, a ratio, a month, another number; else, and where
 * it is none of that, as it stands.
 */
struct kam_text kam_speech_cell(struct kam_speech *speech, struct kam_text column,
                                struct kam_text cell);

/*
 * A number that is compared with those of COLUMN: a figure, which a customer has or lacks, as it
 * would stand in a cell; a quantity, which a model states, as short as it is.
 */
struct kam_text kam_speech_figure(struct kam_speech *speech, struct kam_text column,
                                  struct kam_decimal figure);
struct kam_text kam_speech_quantity(struct kam_speech *speech, struct kam_text column,
                                    struct kam_decimal quantity);

#endif
