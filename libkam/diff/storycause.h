/*
 * storycause: why a customer moved, in one sentence that begins with "Why".
 */
#ifndef KAM_DIFF_STORYCAUSE_H
#define KAM_DIFF_STORYCAUSE_H

#include "diff/sides.h"

/* Nothing of one who didn't move. */
void kam_storycause_tell(const struct kam_sides *sides);

#endif
