/*
 * retention: what became of the customers there were, and of the revenue that they brought.
 *
 *     customers,lost,revenue_from,retained,nrr,grr,logo_churn
 *     120,6,50000.00,51500.00,1.030000,0.850000,0.050000
 *
 * Counted are customers with an old revenue above 0 who weren't lost already by lost-after. Of each
 * one, `retained` is that revenue and the difference since, without what was merged or split: of
 * who left, nothing, or what the window still holds. So a merged customer has retained all, and
 * what came of that since is a difference of the one it is part of now, also where that one had no
 * revenue itself; and what went away with a split customer is still there. With the old revenue of
 * all as their sum,
 *
 *     nrr         net revenue retention: retained by all / revenue_from
 *     grr         gross revenue retention: the same, of each customer at most its old revenue, so
 *                 that losses count, churned and contracted, and gains don't
 *     logo_churn  lost / customers
 *
 * These are the measures of subscription businesses, for a cohort that is fixed at the start: net
 * is (start + expansion - contraction - churn) / start, gross leaves out the expansion.
 */
#ifndef KAM_DIFF_RETENTION_H
#define KAM_DIFF_RETENTION_H

#include "diff/strata.h"

struct kam_retention_row {
    uint64_t customers, lost;
    struct kam_decimal revenue_from, retained;
    struct kam_decimal kept;                 /* retained, of each at most its old revenue */
    struct kam_decimal nrr, grr, logo_churn; /* six places; KAM_NO_NUMBER: of nothing */
};

/* Zero-initialised it is empty. */
struct kam_retention {
    const struct kam_diff *diff;     /* borrowed */
    const struct kam_strata *strata; /* borrowed; NULL: none */
    struct kam_retention_row *rows;  /* of each stratum, and of all customers */
    size_t count;                    /* of rows */
};

/*
 * That of DIFF, for each of its STRATA (NULL: none), too, by where customers were. KAM_DATA if a
 * number is too large. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_retention_compute(struct kam_retention *retention,
                                                     const struct kam_diff *diff,
                                                     const struct kam_strata *strata,
                                                     struct kam_error *error);

void kam_retention_free(struct kam_retention *retention);

/* KAM_USAGE if the column NAME of strata can't stand beside those of the table. */
KAM_MUST_CHECK enum kam_status kam_retention_check(struct kam_text name, struct kam_error *error);

void kam_retention_write(const struct kam_retention *retention, struct kam_writer *writer);

#endif
