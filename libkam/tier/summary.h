/*
 * summary: the customer pyramid as a table: a row per tier, the highest first, and a total.
 *
 * tier            its name; "total" in the last row
 * customers       how many
 * customer_share  of all customers, six places
 * revenue         the exact sum of the column revenue; in the total row, of the whole column
 * revenue_share   what the base counts of that revenue / base (shares.h), six places, so that the
 *                 tiers add up to 1 also where some revenue is negative, and agree with
 *                 cumulative_share
 * average         revenue / customers, four places
 * lowest, highest ranked figure in it, among those that have one
 * top20_share     only in the total row: the share that the ceil(20 %) customers with the largest
 *                 revenue have of the positive revenue
 * gini            only in the total row: of the revenue, a negative one counted as 0
 * by_cut, admitted, capped, held
 *                 how many of the customers are in it by the cut, by a rule that admits them, by a
 *                 flag that caps them, by patience; these add up to customers
 * capacity        the places that the cut gives the tier, of all segments, before ties and
 *                 admissions (kam_cutting_places); in the total row, how many customers the
 *                 managers can carry; empty where there is no such number
 * repeat_share    only in the total row: of customers that bought in two months or more, six
 *                 places; empty where the table doesn't say that
 * worth_capacity, worth_repeat, worth_spread
 *                 only in the total row: the conditions of worth.h, yes, no or empty
 *
 * Ratios are rounded half to even, and empty where the divisor isn't above 0.
 *
 * By columns (--by), there is such a pyramid for each group of customers that have the same in
 * them, in byte order of these cells, which come first. Shares are those of the group; capacity
 * belongs to no group, and is empty. The last row is the total of all customers, with empty cells
 * in these columns and the tier "grand_total".
 */
#ifndef KAM_TIER_SUMMARY_H
#define KAM_TIER_SUMMARY_H

#include "io/writer.h"
#include "tier/grouping.h"
#include "tier/worth.h"

/* Zero-initialised it is empty. */
struct kam_summary {
    const struct kam_tiering *tiering; /* borrowed */
    struct kam_grouping grouping;      /* of no columns: there are no groups */
    struct kam_pyramids groups;
    struct kam_pyramids whole; /* one pyramid: all customers */
    struct kam_capacity capacity;
    struct kam_capacity *places; /* per tier */
    struct kam_worth worth;      /* of all customers */
    struct kam_arena arena;
};

/*
 * Whether there can be a summary by the columns NAMES: KAM_USAGE where one is named twice, or is
 * called as one of the summary's own.
 */
KAM_MUST_CHECK enum kam_status kam_summary_check(const struct kam_text_list *names,
                                                 struct kam_error *error);

/*
 * Summarise TIERING, which is of TABLE under MODEL, by the columns BY, if any. Errors as of
 * kam_grouping_make, kam_pyramids_make and kam_managers_count. To be freed whatever the status;
 * what is given has to outlive it.
 */
KAM_MUST_CHECK enum kam_status
kam_summary_make(struct kam_summary *summary, const struct kam_tiering *tiering,
                 const struct kam_table *table, const struct kam_model *model,
                 const struct kam_text_list *by, struct kam_error *error);

/* Header and rows. Failures are the output's, at commit. */
void kam_summary_write(const struct kam_summary *summary, struct kam_writer *writer);

void kam_summary_free(struct kam_summary *summary);

#endif
