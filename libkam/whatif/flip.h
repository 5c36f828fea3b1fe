/*
 * flip: the smallest change of one weight that moves a customer to another tier.
 *
 * For each customer asked about, the list has two rows for each dimension, one for a smaller and
 * one for a greater weight, the smallest change first:
 *
 * account_id  the customer
 * dimension   whose weight is changed, all others staying as they are
 * side        down, up
 * weight      in force
 * weight_to   the nearest weight that moves the customer; empty where none does
 * change      weight_to / weight - 1; empty where the weight is 0
 * tier        where the customer is
 * tier_to     and where it is with weight_to
 *
 * Weights are looked for from 0 to 100 times the sum of the weights, among those with so many
 * decimal places that a step is at most 0.01 % of that sum, and 1 % of the weight; far beyond the
 * sum among those of four digits. What is listed was tried: tiers were made anew with that weight
 * (retier.h).
 *
 * Of a weighted sum, the weights at which the customer changes places with another one are known
 * (sweep.h), so that nothing in between has to be tried, and no smaller change among these weights
 * moves it; unless rounded scores stay equal for more than 64 of them, of which halving finds one.
 * Where that isn't enough to know the tier ahead (foresight.h) weights are tried in growing steps,
 * and between two of them by halves: a move that a greater change takes back may be missed then.
 */
#ifndef KAM_WHATIF_FLIP_H
#define KAM_WHATIF_FLIP_H

#include "io/writer.h"
#include "whatif/flipsearch.h"

/* Zero-initialised, but for the whatif, it is empty. */
struct kam_flips {
    const struct kam_whatif *whatif; /* borrowed */
    struct kam_flip *items;
    size_t count, capacity;
};

/* KAM_DATA where the table has no scores, so that no weight could move anybody. */
KAM_MUST_CHECK enum kam_status kam_flips_check(const struct kam_whatif *whatif,
                                               struct kam_error *error);

/* Add those of the customer in ROW. */
KAM_MUST_CHECK enum kam_status kam_flips_add(struct kam_flips *flips, uint32_t row,
                                             struct kam_error *error);

/* Write the list. Failures of writing are the output's, at commit. */
void kam_flips_write(const struct kam_flips *flips, struct kam_writer *writer);

void kam_flips_free(struct kam_flips *flips);

#endif
