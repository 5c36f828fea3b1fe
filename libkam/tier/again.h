/*
 * again: patience where the table is a snapshot itself, and the one before it isn't given.
 *
 * The snapshot says who was held, where, and for how long. Tiered again it is the same period, so
 * nothing is counted on: whom patience kept stays as it was as long as the cut still says the same
 * side of its tier, everybody else is where cut and rules put it at once. So the same model gives
 * the same snapshot, byte for byte, and under other weights only what these did shows.
 *
 * keep-factor looks at the figures anew: who isn't near enough any more is below for the first
 * period. Who was held for longer than promote-after or demote-after now allow moves, and who is
 * lost (lost-after) isn't held.
 */
#ifndef KAM_TIER_AGAIN_H
#define KAM_TIER_AGAIN_H

#include "tier/standing.h"

/*
 * The rules that a reason names (reason.h): where cut and patience put a customer before these is
 * in no other column.
 */
enum kam_again_rules {
    KAM_AGAIN_NO_RULE,
    KAM_AGAIN_CAPPED,   /* by a flag alone */
    KAM_AGAIN_ADMITTED, /* and perhaps capped then */
};

/* Those that REASON names, of a customer in TIER. */
enum kam_again_rules kam_again_rules(struct kam_text reason, struct kam_text tier);

/* What the snapshot says of a customer. */
struct kam_again_case {
    struct kam_standing standing;
    enum kam_again_rules rules;
    size_t lowest; /* tier of the model */
};

/* The tier of a customer of whom it says SAID; NULL: nothing. */
struct kam_hold kam_again_apply(const struct kam_model_patience *patience,
                                const struct kam_again_case *said,
                                const struct kam_patience_case *now);

#endif
