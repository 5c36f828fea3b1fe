/*
 * limitsteps: the limits between all tiers of a snapshot, as its rows tell them.
 *
 * A row says the limit to the tier above the one of its cut. Where rows of one tier say different
 * ones, because segments are cut by themselves, none is known.
 */
#ifndef KAM_DIFF_LIMITSTEPS_H
#define KAM_DIFF_LIMITSTEPS_H

#include "tier/ladder.h"

struct kam_limit_step {
    enum { KAM_LIMIT_UNKNOWN, KAM_LIMIT_KNOWN, KAM_LIMIT_SEVERAL } state;
    struct kam_text text;      /* as the first row has it; borrowed */
    struct kam_decimal figure; /* to reach the step, if known */
};

/* Zero-initialised it is empty. */
struct kam_limit_steps {
    struct kam_limit_step *items; /* of each step of the ladder */
    size_t count;
};

/*
 * Those of SNAPSHOT, whose column CUT says the tiers of LADDER, and LIMIT_UP the limits. KAM_DATA
 * for a limit that is no number. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_limit_steps_make(struct kam_limit_steps *steps,
                                                    const struct kam_snapshot *snapshot,
                                                    const struct kam_ladder *ladder, size_t cut,
                                                    size_t limit_up, struct kam_error *error);

/*
 * The highest step that FIGURE reaches from step FROM on, which it has reached, but not above MOST
 * where it is equal to a limit. KAM_NONE where a limit on the way isn't known.
 */
uint32_t kam_limit_steps_climb(const struct kam_limit_steps *steps, struct kam_decimal figure,
                               uint32_t from, uint32_t most);

void kam_limit_steps_free(struct kam_limit_steps *steps);

#endif
