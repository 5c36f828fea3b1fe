/*
 * subject: the customer that a story is about, a row of a table.
 */
#ifndef KAM_EXPLAIN_SUBJECT_H
#define KAM_EXPLAIN_SUBJECT_H

#include "explain/story.h"
#include "table/table.h"

struct kam_subject {
    const struct kam_table *table;   /* borrowed */
    const struct kam_window *window; /* borrowed; its month columns */
    uint32_t row;
};

/* Its cell in COLUMN; empty where the table has no such column. */
struct kam_text kam_subject_cell(const struct kam_subject *subject, const char *column);

/* The number in COLUMN; false where there is none. */
KAM_MUST_CHECK bool kam_subject_number(const struct kam_subject *subject, const char *column,
                                       struct kam_decimal *number);

/* The month of the window with its largest revenue, the first of several. False: it has none. */
KAM_MUST_CHECK bool kam_subject_peak(const struct kam_subject *subject, int *month,
                                     struct kam_decimal *revenue);

/* Its name and id; the story's. */
struct kam_text kam_subject_name(const struct kam_subject *subject, struct kam_story *story);

/* The same as a title, which begins its story. */
void kam_subject_title(const struct kam_subject *subject, struct kam_story *story);

/* Which accounts it is, if it is several. */
void kam_subject_tell_accounts(const struct kam_subject *subject, struct kam_story *story);

/*
 * Which accounts it is, months its figures are of, and, if it was found by ASKED, another id than
 * its own, that it was (empty: it wasn't).
 */
void kam_subject_introduce(const struct kam_subject *subject, struct kam_text asked,
                           struct kam_story *story);

#endif
