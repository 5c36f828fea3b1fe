/*
 * foresight: the tier of a customer, as far as it can be told from how many others are above it,
 * what revenue these have, and on which side of some figures its own score is.
 *
 * That is enough under a weighted sum, and where neither the cut nor a rule looks at anything else
 * that depends on weights: not with a computed ABC analysis, admitted = inside, base = net,
 * crossing = exclude, rules on ranks, cumulative shares or parts, nor while keep-factor may keep
 * somebody.
 */
#ifndef KAM_WHATIF_FORESIGHT_H
#define KAM_WHATIF_FORESIGHT_H

#include "whatif/retier.h"

/* Figures: limits of the cut, and what rules compare the score with. */
enum { KAM_FORESIGHT_FIGURES = 32 };

struct kam_foresight {
    const struct kam_whatif *whatif; /* borrowed */
    bool ranks_scores;               /* else weights leave the order as it is */
    double figures[KAM_FORESIGHT_FIGURES];
    size_t figure_count;
};

/* False where it takes more than the above to tell. */
KAM_MUST_CHECK bool kam_foresight_make(struct kam_foresight *foresight,
                                       const struct kam_whatif *whatif);

/* The tier that the cut, unless it is by value, puts ROW into: COUNT customers of its segment are
 * above it, with REVENUE as the base of shares counts it. */
size_t kam_foresight_tier(const struct kam_foresight *foresight, uint32_t row, size_t count,
                          struct kam_decimal revenue);

#endif
