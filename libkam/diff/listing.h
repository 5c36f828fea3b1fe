/*
 * listing: the movements as a table, one row per customer.
 *
 * Columns, those without a source left out: account_id, account_name, move, tier_from, tier_to,
 * revenue_from, revenue_to, revenue_delta, score_from, score_to, score_delta, driver, strategy (the
 * new one). A column is one entry of a table in listing.c: its name, when it is there, and what its
 * cells say.
 */
#ifndef KAM_DIFF_LISTING_H
#define KAM_DIFF_LISTING_H

#include "diff/diff.h"
#include "io/writer.h"

enum kam_listing_scope { KAM_LISTING_MOVED, KAM_LISTING_ALL };

/* Zero-initialised it is empty. Numbers of movements of the diff, in the order of writing. */
struct kam_listing {
    const struct kam_diff *diff; /* borrowed */
    uint32_t *order;
    size_t count;
    size_t moved; /* of these, customers whose move isn't KAM_MOVE_SAME */
};

/*
 * Choose the movements of SCOPE whose revenue changed by at least LEAST, up or down, and order
 * them: the largest change first, equal ones by account_id in byte order.
 */
KAM_MUST_CHECK enum kam_status kam_listing_init(struct kam_listing *listing,
                                                const struct kam_diff *diff,
                                                enum kam_listing_scope scope,
                                                struct kam_decimal least, struct kam_error *error);

void kam_listing_free(struct kam_listing *listing);

/* Header and rows. Failures are the output's, at commit. */
void kam_listing_write(const struct kam_listing *listing, struct kam_writer *writer);

#endif
