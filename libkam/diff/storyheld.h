/*
 * storyheld: since when a customer is held where it was, and until when.
 */
#ifndef KAM_DIFF_STORYHELD_H
#define KAM_DIFF_STORYHELD_H

#include "diff/sides.h"

/* Of one who is in the new snapshot. */
void kam_storyheld_tell(const struct kam_sides *sides);

#endif
