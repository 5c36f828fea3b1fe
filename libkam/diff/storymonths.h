/*
 * storymonths: which months made the difference between two revenues, and which services.
 *
 * The months that left the window, those that came in, and those of both windows whose revenue
 * isn't what it was, add up to the difference.
 */
#ifndef KAM_DIFF_STORYMONTHS_H
#define KAM_DIFF_STORYMONTHS_H

#include "diff/sides.h"

/* Of one who is in both snapshots. */
void kam_storymonths_tell(const struct kam_sides *sides);

#endif
