/*
 * storycut: where a customer stands in the ranking, and which limits it passed and missed.
 */
#ifndef KAM_EXPLAIN_STORYCUT_H
#define KAM_EXPLAIN_STORYCUT_H

#include "explain/subject.h"
#include "tier/tier.h"

/* The section on the cut of SUBJECT, a row of the table that TIERING is of. */
void kam_storycut_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                       struct kam_story *story);

#endif
