/*
 * summary: the customer pyramid as a table: a row per tier, the highest first, and a total.
 *
 * tier            its name; "total" in the last row
 * customers       how many
 * customer_share  of all customers, six places
 * revenue         the exact sum of the column revenue; in the total row, of the whole column
 * revenue_share   what the base counts of that revenue / base (tier.h), six places, so that the
 *                 tiers add up to 1 also where some revenue is negative, and agree with
 *                 cumulative_share
 * average         revenue / customers, four places
 * lowest, highest ranked figure in it, among those that have one
 * top20_share     only in the total row: the share that the ceil(20 %) customers with the largest
 *                 revenue have of the positive revenue
 * gini            only in the total row: of the revenue, a negative one counted as 0
 *
 * Ratios are rounded half to even, and empty where the divisor isn't above 0.
 */
#ifndef KAM_TIER_SUMMARY_H
#define KAM_TIER_SUMMARY_H

#include "io/writer.h"
#include "tier/tier.h"

/* Header and rows. Failures of writing are the output's, at commit. */
KAM_MUST_CHECK enum kam_status kam_summary_write(const struct kam_tiering *tiering,
                                                 struct kam_writer *writer,
                                                 struct kam_error *error);

#endif
