/*
 * storyruled: the rules that hold for a customer, then and now, with what they found.
 */
#ifndef KAM_DIFF_STORYRULED_H
#define KAM_DIFF_STORYRULED_H

#include "diff/sides.h"

/* Of one who is in the new snapshot. */
void kam_storyruled_tell(const struct kam_sides *sides);

#endif
