/*
 * storycomputed: how the computed columns of a customer came about.
 */
#ifndef KAM_EXPLAIN_STORYCOMPUTED_H
#define KAM_EXPLAIN_STORYCOMPUTED_H

#include "explain/subject.h"
#include "model/model.h"

/*
 * The section on the columns of MODEL that its dimensions and their segments look at, and on those
 * that these need: each formula, with the values of SUBJECT and what they come to. Nothing where
 * there are none. KAM_DATA as of kam_computed_total.
 */
KAM_MUST_CHECK enum kam_status kam_storycomputed_tell(const struct kam_subject *subject,
                                                      const struct kam_model *model,
                                                      struct kam_story *story,
                                                      struct kam_error *error);

#endif
