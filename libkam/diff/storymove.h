/*
 * storymove: what became of a customer, in one sentence.
 */
#ifndef KAM_DIFF_STORYMOVE_H
#define KAM_DIFF_STORYMOVE_H

#include "diff/sides.h"

/* Of anybody, and behind it that the id is another one. */
void kam_storymove_tell(const struct kam_sides *sides);

/* Of one that was merged: where its accounts are now. */
void kam_storymove_tell_whole(const struct kam_sides *sides);

/* Of a prospect, whom no movement is of. */
void kam_storymove_tell_prospect(const struct kam_story_side *old, const struct kam_story_side *new,
                                 struct kam_story *story);

#endif
