/*
 * diffstory: what happened to customers between two snapshots, and why, in plain sentences.
 *
 * A story says what became of a customer, why, where it stood then and stands now, which months,
 * services and accounts made the difference, which parts of the score and which rules, whether it
 * is held, and what brings it back. All of it is what the cells of the snapshots say.
 */
#ifndef KAM_DIFF_DIFFSTORY_H
#define KAM_DIFF_DIFFSTORY_H

#include "diff/diff.h"
#include "explain/story.h"
#include "model/model.h"

/*
 * Append the stories of ASKED[COUNT] (diffwhom.h), in that order, to STORY. The snapshots of DIFF
 * have all cells. MODEL may say nothing. KAM_DATA for one who is in neither, or several.
 */
KAM_MUST_CHECK enum kam_status kam_diff_explain(const struct kam_diff *diff,
                                                const struct kam_model *model,
                                                const char *const *asked, size_t count,
                                                struct kam_story *story, struct kam_error *error);

#endif
