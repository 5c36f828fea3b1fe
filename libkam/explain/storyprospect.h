/*
 * storyprospect: that somebody has no bills yet, and where that leaves it.
 */
#ifndef KAM_EXPLAIN_STORYPROSPECT_H
#define KAM_EXPLAIN_STORYPROSPECT_H

#include "explain/subject.h"
#include "tier/tier.h"

/* Nothing where SUBJECT isn't a prospect by its row. */
void kam_storyprospect_tell(const struct kam_subject *subject, struct kam_story *story);

/*
 * Of a prospect of TIERING, whose PERIOD is in words: that it is in no tier, where it is among
 * prospects, and which customer it was, if it was one before.
 */
void kam_storyprospect_tell_tier(const struct kam_subject *subject,
                                 const struct kam_tiering *tiering, struct kam_text period,
                                 struct kam_story *story);

/*
 * Of a customer that the snapshot before doesn't have: whether it was won, having been a prospect
 * there. False if it wasn't.
 */
bool kam_storyprospect_tell_won(const struct kam_subject *subject,
                                const struct kam_tiering *tiering, struct kam_story *story);

#endif
