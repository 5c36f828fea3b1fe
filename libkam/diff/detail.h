/*
 * detail: what of a customer's own figures made the difference, in words, for people who call it.
 *
 *     revenue -38.2%: no revenue since 2026-09; service cloud gone
 *
 * First the measure behind the dimension that drives the score: the column that the model says the
 * dimension looks at, or else one of the dimension's name. Money changes by a percentage with one
 * place (half to even) of what it was, if that was more than 0; all else is said from what to what.
 * Then what else is known: the last month that brought something, where the period brings nothing;
 * that there is revenue again; services, and accounts, that came and went.
 *
 * There is a detail only of customers who are in both snapshots. It is made while a row is written,
 * and costs nothing for those that aren't.
 */
#ifndef KAM_DIFF_DETAIL_H
#define KAM_DIFF_DETAIL_H

#include "diff/diff.h"
#include "model/model.h"

/* A column of both snapshots; KAM_NO_COLUMN: it isn't in both. */
struct kam_detail_column {
    size_t old, new;
};

/* What is behind a dimension. */
struct kam_detail_measure {
    struct kam_text name;
    struct kam_detail_column column;
};

/* Zero-initialised it is empty. */
struct kam_details {
    const struct kam_diff *diff;         /* borrowed */
    struct kam_detail_measure *measures; /* of the drivers' dimensions */
    struct kam_detail_column services, last_month, idle;
    bool has_accounts; /* both snapshots know them */
};

/* Those of DIFF, with MODEL's dimensions (NULL: not known), both borrowed. To be freed whatever the
 * status. */
KAM_MUST_CHECK enum kam_status kam_details_init(struct kam_details *details,
                                                const struct kam_diff *diff,
                                                const struct kam_model *model,
                                                struct kam_error *error);

void kam_details_free(struct kam_details *details);

/* Whether the snapshots have anything to say. */
bool kam_details_are_there(const struct kam_details *details);

/* Append that of MOVEMENT to TEXT, which is empty. False when memory ran out. */
KAM_MUST_CHECK bool kam_details_add(const struct kam_details *details,
                                    const struct kam_movement *movement, struct kam_buffer *text);

#endif
