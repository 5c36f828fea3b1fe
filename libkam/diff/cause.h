/*
 * cause: why each customer moved: one cause for each.
 *
 * Arrivals, departures, and what merged, split and renamed customers are, follow from the move. For
 * up and down the way from the old snapshot to the new one is replayed, one thing at a time, and
 * the first one that brings the customer beyond its old tier, in the direction of the move, is the
 * cause:
 *
 * 1. group     accounts came from or went to another customer
 * 2. model     the rules differ. Without a replay of OLD by NEW's rules that is all that can be
 *              said; with it: that brings the customer beyond its old tier. What follows starts
 *              from the replay then, which is OLD as it would have been
 * 3. patience  OLD's tier_computed is beyond already: it only was waited for
 * 4. figures   NEW's figure at OLD's limits
 * 5. limits    NEW's tier_cut
 * 6. admission with NEW's admission
 * 7. flag      with NEW's cap, and so NEW's tier_computed
 * 8. patience  all the same
 *
 * In steps 4 to 7 the tier is T(cut, admission, cap): the better of the cut and what a rule admits
 * to, but not above what a flag allows. What a snapshot tells of them is what they did: there is an
 * admission where tier_unflagged is better than tier_cut, a cap where tier_computed is worse than
 * that.
 *
 * A figure that reaches limit_up is at least one tier higher, and as many as the limits of other
 * rows say (limitsteps.h); one that is less than limit_down is at least one lower, and how many is
 * taken from NEW's cut. A figure that is equal
 * to a limit is in a tie, which revenue or the model's `ties` decided: as NEW's cut says, if figure
 * or revenue changed at all.
 */
#ifndef KAM_DIFF_CAUSE_H
#define KAM_DIFF_CAUSE_H

#include "diff/diff.h"

/* "group", "model", ...; "" for none. */
const char *kam_cause_name(enum kam_cause cause);

/* The cause of that name in *CAUSE; false for others. */
KAM_MUST_CHECK bool kam_cause_parse(struct kam_text name, enum kam_cause *cause);

/* The steps of the ladder that make a tier; KAM_NONE: nothing admits, nothing caps. */
struct kam_tier_parts {
    uint32_t cut, admission, cap;
};

/* Step 4 to 8: what is known of a customer that went up or down. */
struct kam_cause_case {
    enum kam_move move;                  /* up or down */
    uint32_t tier;                       /* which has to be left behind */
    uint32_t cut_by_figure;              /* NEW's figure at OLD's limits */
    struct kam_tier_parts before, after; /* in OLD, or the replay, and in NEW */
};

enum kam_cause kam_cause_decide(const struct kam_cause_case *the_case);

/*
 * The causes of all movements of DIFF, which has all else, if both snapshots have the columns that
 * it takes; has_causes says whether. REPLAY, or NULL, has an index of its account_id. KAM_DATA for
 * a limit, gap or figure that is no number, a customer that REPLAY lacks. By THREADS threads.
 */
KAM_MUST_CHECK enum kam_status kam_causes_find(struct kam_diff *diff,
                                               const struct kam_snapshot *replay, unsigned threads,
                                               struct kam_error *error);

/* KAM_DATA naming the columns that SNAPSHOT lacks for its part of the causes. */
KAM_MUST_CHECK enum kam_status kam_causes_check(const struct kam_snapshot *snapshot,
                                                struct kam_error *error);

/*
 * Whether REPLAY can be OLD by the rules of NEW: it is of OLD's period and NEW's model, and has
 * the columns. KAM_DATA otherwise.
 */
KAM_MUST_CHECK enum kam_status kam_causes_check_replay(const struct kam_snapshot *replay,
                                                       const struct kam_snapshot *old,
                                                       const struct kam_snapshot *new,
                                                       struct kam_error *error);

#endif
