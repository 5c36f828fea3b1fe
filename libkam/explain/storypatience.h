/*
 * storypatience: where a customer stood before, and whether it is held where it is.
 */
#ifndef KAM_EXPLAIN_STORYPATIENCE_H
#define KAM_EXPLAIN_STORYPATIENCE_H

#include "explain/subject.h"
#include "tier/holding.h"

/* What the snapshot before said of SUBJECT, if TIERING has one: that it is new, moved, or not. */
void kam_storypatience_tell_before(const struct kam_subject *subject,
                                   const struct kam_tiering *tiering, struct kam_story *story);

/* The section on patience; nothing where nothing is waited for. */
void kam_storypatience_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                            struct kam_story *story);

#endif
