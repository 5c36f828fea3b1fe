/*
 * explain: the stories of customers, from their revenue to their tier, in plain sentences.
 *
 * All of it comes from the table and the tiering that a snapshot is written from: what a story says
 * of a number is what the snapshot's cell says.
 */
#ifndef KAM_EXPLAIN_EXPLAIN_H
#define KAM_EXPLAIN_EXPLAIN_H

#include "explain/story.h"
#include "model/model.h"
#include "tier/tier.h"

/*
 * Append the stories of ASKED[COUNT] (whom.h), in that order, to STORY. Who isn't in the table that
 * TIERING is of, but in the snapshot before it, is lost, which is its story. KAM_DATA for one who
 * is nowhere, or several.
 */
KAM_MUST_CHECK enum kam_status kam_explain_tiers(const struct kam_tiering *tiering,
                                                 const struct kam_model *model,
                                                 const char *const *asked, size_t count,
                                                 struct kam_story *story, struct kam_error *error);

#endif
