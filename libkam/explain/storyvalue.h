/*
 * storyvalue: numbers, months and lists as the people of a language read them.
 *
 * Nothing is rounded: what a story says of a cell is what the cell says. All texts are the story's.
 */
#ifndef KAM_EXPLAIN_STORYVALUE_H
#define KAM_EXPLAIN_STORYVALUE_H

#include "base/decimal.h"
#include "explain/story.h"

/*
 * Money, with PLACES decimal places or more where it needs them: 1,234,567.00; in Chinese 123.46万
 * and 1.2亿 where two places there hold all of it.
 */
struct kam_text kam_story_amount(struct kam_story *story, struct kam_decimal amount, int places);

/* Any other number, with as many places as it needs: 3,000; 85.1234. */
struct kam_text kam_story_number(struct kam_story *story, struct kam_decimal number);
struct kam_text kam_story_count(struct kam_story *story, size_t count);

/* A ratio: 0.0231 is 2.31%. */
struct kam_text kam_story_percent(struct kam_story *story, struct kam_decimal ratio);

/* July 2026; of KAM_MONTH_NONE nothing. */
struct kam_text kam_story_month(struct kam_story *story, int month);

/* "A, B and C"; as an enumeration that goes on, "A, B, C"; phrases, which have commas of their own.
 */
struct kam_text kam_story_list(struct kam_story *story, const struct kam_text *items, size_t count);
struct kam_text kam_story_enumerate(struct kam_story *story, const struct kam_text *items,
                                    size_t count);
struct kam_text kam_story_clauses(struct kam_story *story, const struct kam_text *items,
                                  size_t count);

/* What COLUMN is called. */
struct kam_text kam_story_column(const struct kam_story *story, struct kam_text column);

/*
 * CELL of COLUMN as what it is there: an amount, a ratio, a month, another number; else, and where
 * it is none of that, as it stands.
 */
struct kam_text kam_story_cell(struct kam_story *story, struct kam_text column,
                               struct kam_text cell);

/*
 * A number that is compared with those of COLUMN: a figure, which a customer has or lacks, as it
 * would stand in a cell; a quantity, which a model states, as short as it is.
 */
struct kam_text kam_story_figure(struct kam_story *story, struct kam_text column,
                                 struct kam_decimal figure);
struct kam_text kam_story_quantity(struct kam_story *story, struct kam_text column,
                                   struct kam_decimal quantity);

#endif
