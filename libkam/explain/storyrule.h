/*
 * storyrule: the rules beside the score that hold for a customer.
 */
#ifndef KAM_EXPLAIN_STORYRULE_H
#define KAM_EXPLAIN_STORYRULE_H

#include "explain/subject.h"
#include "tier/tier.h"

/* The section on admissions, flags and categories; nothing where none holds for SUBJECT. */
void kam_storyrule_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                        struct kam_story *story);

/* Of a prospect, whom no other rules concern: its categories. */
void kam_storyrule_tell_categories(const struct kam_subject *subject,
                                   const struct kam_tiering *tiering, struct kam_story *story);

#endif
