/*
 * found: what a rule found in a customer's row, and what it looked for, in words.
 *
 *     2 active months (at most 2), 96.12% of its revenue in July 2026 (at least 80%)
 */
#ifndef KAM_EXPLAIN_FOUND_H
#define KAM_EXPLAIN_FOUND_H

#include "explain/subject.h"
#include "tier/ruling.h"

/* What the condition of BINDING, which holds for SUBJECT in ROWS, found: a phrase for each
 * comparison. */
struct kam_text kam_found_by(const struct kam_binding *binding, const struct kam_row_source *rows,
                             const struct kam_subject *subject, struct kam_story *story);

/* What RULE of RULING, which holds for SUBJECT, found. */
struct kam_text kam_found(const struct kam_ruling *ruling, size_t rule,
                          const struct kam_subject *subject, struct kam_story *story);

#endif
