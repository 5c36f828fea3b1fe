/*
 * figures: what is derived from an account record.
 *
 * Derived columns are never merged: they are computed anew from month cells and sums wherever
 * records are written. Their definitions are in kam-table(5).
 */
#ifndef KAM_ACCOUNT_FIGURES_H
#define KAM_ACCOUNT_FIGURES_H

#include "account/account.h"

/* Ratios have four places, half to even; *_known is false where they can't be computed. */
struct kam_figures {
    unsigned months; /* with revenue not zero */
    struct kam_decimal revenue, margin;
    struct kam_decimal period_revenue;
    struct kam_decimal average, peak_share, margin_rate;
    struct kam_decimal growth, growth_3, growth_yoy;
    bool period_known; /* the last month's cell is not empty */
    bool average_known, peak_share_known, margin_rate_known;
    bool growth_known, growth_3_known, growth_yoy_known;
};

/*
 * Compute the figures of ACCOUNT over MONTHS; COST is the sum that is the cost, NULL if none is
 * measured. KAM_DATA when a sum leaves the range.
 */
KAM_MUST_CHECK enum kam_status kam_figures_compute(struct kam_figures *figures,
                                                   const struct kam_account *account,
                                                   struct kam_months months,
                                                   const struct kam_decimal *cost,
                                                   struct kam_error *error);

/*
 * False if no figure of ACCOUNT can leave the range of a decimal, so that kam_figures_compute
 * needn't be asked before anything is written; that is so for all but absurd amounts.
 */
bool kam_figures_may_fail(const struct kam_account *account, const struct kam_decimal *cost);

/* The position of the sum called `cost` in LAYOUT, or SIZE_MAX. */
size_t kam_layout_cost(const struct kam_layout *layout);

#endif
