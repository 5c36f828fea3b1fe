/*
 * storyrevenue: what a customer brought, when, and how that changed.
 */
#ifndef KAM_EXPLAIN_STORYREVENUE_H
#define KAM_EXPLAIN_STORYREVENUE_H

#include "explain/subject.h"
#include "tier/tier.h"

/* The section on the revenue of SUBJECT, a row of the table that TIERING is of. */
void kam_storyrevenue_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                           struct kam_story *story);

#endif
