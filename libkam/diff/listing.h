/*
 * listing: the movements as a table, one row per customer.
 *
 * Columns, those without a source left out: account_id, account_name, the attributes that were kept
 * of bills, move, tier_from, tier_to, revenue_from, revenue_to, revenue_delta, revenue_transferred,
 * into, from, lost_in, score_from, score_to, score_delta, driver, detail, cause, then COL_from and
 * COL_to of each tracked column, and strategy (the new one).
 */
#ifndef KAM_DIFF_LISTING_H
#define KAM_DIFF_LISTING_H

#include "diff/carried.h"
#include "diff/detail.h"
#include "io/writer.h"

enum kam_listing_scope { KAM_LISTING_MOVED, KAM_LISTING_ALL };

struct kam_listing_options {
    enum kam_listing_scope scope;
    struct kam_decimal least;       /* listed is whose revenue changed by so much, up or down */
    const struct kam_text *tracked; /* columns: listed is, too, in whose cells these differ */
    size_t tracked_count;
    const struct kam_model *model; /* whose dimensions the scores are made of; NULL: not known */
};

/* Zero-initialised it is empty. Numbers of movements of the diff, in the order of writing. */
struct kam_listing {
    const struct kam_diff *diff; /* borrowed */
    struct kam_carried_list attributes, tracked;
    struct kam_details details;
    uint32_t *order;
    size_t count;
    size_t moved; /* of these, customers who moved, or in whose tracked cells something changed */
};

/*
 * Choose the movements that OPTIONS say and order them: the largest change first, equal ones by
 * account_id in byte order. KAM_DATA for a tracked column that neither snapshot has. To be freed
 * whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_listing_init(struct kam_listing *listing,
                                                const struct kam_diff *diff,
                                                const struct kam_listing_options *options,
                                                struct kam_error *error);

void kam_listing_free(struct kam_listing *listing);

/* Header and rows. Failures are the output's, at commit, but for KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_listing_write(const struct kam_listing *listing,
                                                 struct kam_writer *writer,
                                                 struct kam_error *error);

#endif
