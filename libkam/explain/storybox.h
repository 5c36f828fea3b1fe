/*
 * storybox: a customer's class and strategy.
 */
#ifndef KAM_EXPLAIN_STORYBOX_H
#define KAM_EXPLAIN_STORYBOX_H

#include "explain/subject.h"
#include "tier/strategies.h"

/*
 * The section on the class of SUBJECT, what it comes from, its strategy, why it is that, and what
 * that says. STRATEGIES are of TIERING.
 */
void kam_storybox_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                       const struct kam_strategies *strategies, struct kam_story *story);

#endif
