/*
 * storyback: what brings a customer back to where it was, and what takes it away from where it is.
 *
 * Limits are those of the new snapshot: they move with the others.
 */
#ifndef KAM_DIFF_STORYBACK_H
#define KAM_DIFF_STORYBACK_H

#include "diff/sides.h"

/* Of anybody; nothing of one that was merged. */
void kam_storyback_tell(const struct kam_sides *sides);

#endif
