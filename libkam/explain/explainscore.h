/*
 * explainscore: how customers came to their scores, in plain sentences.
 */
#ifndef KAM_EXPLAIN_EXPLAINSCORE_H
#define KAM_EXPLAIN_EXPLAINSCORE_H

#include "contact/relationship.h"
#include "explain/story.h"
#include "score/score.h"

/*
 * Append the stories of ASKED[COUNT] (whom.h), in that order, to STORY: SCORES are of TABLE, and so
 * are RELATIONSHIPS; NULL: contacts weren't read. KAM_DATA for one who is nowhere, or several.
 */
KAM_MUST_CHECK enum kam_status kam_explain_scores(const struct kam_scores *scores,
                                                  const struct kam_table *table,
                                                  const struct kam_model *model,
                                                  const struct kam_relationships *relationships,
                                                  const char *const *asked, size_t count,
                                                  struct kam_story *story, struct kam_error *error);

#endif
