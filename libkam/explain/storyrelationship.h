/*
 * storyrelationship: how close a customer is to us and to our competitors, and how often it was
 * visited.
 */
#ifndef KAM_EXPLAIN_STORYRELATIONSHIP_H
#define KAM_EXPLAIN_STORYRELATIONSHIP_H

#include "contact/relationship.h"
#include "explain/subject.h"

/*
 * The section on that, from the columns closeness, advantage, visits and last_visit; of each
 * competitor and of how many contacts where RELATIONSHIP, that of SUBJECT, is known (not NULL).
 * Nothing where there are neither.
 */
void kam_storyrelationship_tell(const struct kam_subject *subject,
                                const struct kam_relationship *relationship,
                                struct kam_story *story);

#endif
