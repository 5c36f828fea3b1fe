/*
 * listingrow: one row of a list of movements that is read back, held against itself: its tiers and
 * lost_in go with its move, and its difference is that of its figures.
 */
#ifndef KAM_DIFF_LISTINGROW_H
#define KAM_DIFF_LISTINGROW_H

#include "diff/listingread.h"

/* Make the movement of ROW, and count it. KAM_DATA as of kam_listing_read. */
KAM_MUST_CHECK enum kam_status kam_listingrow_take(struct kam_listing_read *listing, size_t row,
                                                   struct kam_error *error);

#endif
