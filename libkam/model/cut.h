/*
 * cut: where the tiers end, as the model says it.
 *
 *     customers 1%, 5%, 20%    of the customers, from the top
 *     share 50%, 80%, 95%      of the revenue, the crossing customer included
 *     value 80, 60, 40         the ranked figure, at least
 *     count 10, 50, 200        so many customers from the top
 *     managers 10, 40, 100     so many customers per manager, from the top; without limits, and
 *                              with two tiers, [managers] span is the one
 *     abc                      limits computed from the figures: three tiers
 *
 * Limits are cumulative; "+4%" means the next 4 %. One fewer than there are tiers.
 */
#ifndef KAM_MODEL_CUT_H
#define KAM_MODEL_CUT_H

#include "base/arena.h"
#include "base/decimal.h"

enum kam_cut_kind {
    KAM_CUT_CUSTOMERS,
    KAM_CUT_SHARE,
    KAM_CUT_VALUE,
    KAM_CUT_COUNT,
    KAM_CUT_ABC,      /* computed ABC limits; none are given */
    KAM_CUT_MANAGERS, /* customers per manager */
};

struct kam_cut {
    struct kam_place place;
    enum kam_cut_kind kind;
    /*
     * Cumulative. CUSTOMERS, SHARE: ratios in (0, 1], 0.05 for 5%, strictly rising. COUNT,
     * MANAGERS: whole numbers above 0, strictly rising. VALUE: strictly falling.
     */
    const struct kam_decimal *limits;
    size_t limit_count;
};

/*
 * Parse TEXT, at PLACE. KAM_USAGE; whether the limits fit the tiers is the caller's to check.
 * MANAGERS may be without.
 */
KAM_MUST_CHECK enum kam_status kam_cut_parse(struct kam_cut *cut, struct kam_text text,
                                             const struct kam_place *place, struct kam_arena *arena,
                                             struct kam_error *error);

#endif
