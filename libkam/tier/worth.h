/*
 * worth: whether it is worth while to tier the customers at all.
 *
 * It is where three conditions hold: there are more customers than the managers can carry, at
 * least half of the customers buy again (in two months or more), and the top 20 % of them bring at
 * least half of the positive revenue. Both halves are compared exactly.
 */
#ifndef KAM_TIER_WORTH_H
#define KAM_TIER_WORTH_H

#include "tier/managers.h"
#include "tier/pyramid.h"

enum kam_answer { KAM_ANSWER_UNKNOWN, KAM_ANSWER_NO, KAM_ANSWER_YES };

struct kam_worth {
    enum kam_answer capacity, repeat, spread;
};

/* KNOWS_REPEATERS: the repeaters of PYRAMID are known. Of no customers nothing is known. */
struct kam_worth kam_worth_of(const struct kam_pyramid *pyramid, bool knows_repeaters,
                              const struct kam_capacity *capacity);

/* "yes", "no" or nothing. */
struct kam_text kam_answer_text(enum kam_answer answer);

/*
 * Append WORTH, of PYRAMID and CAPACITY, as a sentence. False when memory ran out.
 *
 *     tiering is worth it: 3000 customers are more than the managers can carry (480), 93.1% of
 *     them buy again, the top 20% bring 69.1% of the positive revenue
 */
KAM_MUST_CHECK bool kam_worth_explain(const struct kam_worth *worth,
                                      const struct kam_pyramid *pyramid,
                                      const struct kam_capacity *capacity,
                                      struct kam_buffer *buffer);

#endif
