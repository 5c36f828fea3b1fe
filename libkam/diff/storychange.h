/*
 * storychange: a customer then and now: tier, rank, revenue, the ranked figure, its limits.
 */
#ifndef KAM_DIFF_STORYCHANGE_H
#define KAM_DIFF_STORYCHANGE_H

#include "diff/sides.h"

/* Of anybody; where one is in one snapshot only, what it is there. */
void kam_storychange_tell(const struct kam_sides *sides);

#endif
