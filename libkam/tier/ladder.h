/*
 * ladder: the names of the tiers, the highest first, so that a move has a direction.
 *
 * The model says the order. Without one it is derived from the snapshots: cuts part the ranking
 * from its top, so the tiers in `tier_cut` follow each other as their best ranks do. (`tier` would
 * not do: rules lift single customers and hold others back.) A tier that no cut of one snapshot
 * reaches gets its place from the other; where the two contradict each other, or together still
 * leave a place open, there is no ladder without the model.
 */
#ifndef KAM_TIER_LADDER_H
#define KAM_TIER_LADDER_H

#include "tier/snapshot.h"

enum kam_ladder_source { KAM_LADDER_MODEL, KAM_LADDER_SNAPSHOTS };

/* Zero-initialised it is empty. */
struct kam_ladder {
    struct kam_map tiers; /* text 0 is the highest tier */
    enum kam_ladder_source source;
};

/* The ladder of the NAMES[COUNT] of a model, the highest first. */
KAM_MUST_CHECK enum kam_status kam_ladder_of_model(struct kam_ladder *ladder,
                                                   const struct kam_text *names, size_t count,
                                                   struct kam_error *error);

/* The ladder that two snapshots show. KAM_DATA, asking for the model, if they don't. */
KAM_MUST_CHECK enum kam_status kam_ladder_of_snapshots(struct kam_ladder *ladder,
                                                       const struct kam_snapshot *old,
                                                       const struct kam_snapshot *new,
                                                       struct kam_error *error);

/* The step that is called NAME; KAM_NONE if there is none. */
uint32_t kam_ladder_find(const struct kam_ladder *ladder, struct kam_text name);

/* The step that the customer in ROW of SNAPSHOT stands on. KAM_DATA if its tier isn't on LADDER. */
KAM_MUST_CHECK enum kam_status kam_ladder_step(const struct kam_ladder *ladder,
                                               const struct kam_snapshot *snapshot, size_t row,
                                               uint32_t *step, struct kam_error *error);

void kam_ladder_free(struct kam_ladder *ladder);

#endif
