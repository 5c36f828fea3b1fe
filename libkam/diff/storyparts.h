/*
 * storyparts: the parts of a customer's score, then and now, and which of them made the difference.
 */
#ifndef KAM_DIFF_STORYPARTS_H
#define KAM_DIFF_STORYPARTS_H

#include "diff/sides.h"

/* Of one who is in both snapshots. */
void kam_storyparts_tell(const struct kam_sides *sides);

#endif
