/*
 * listingparts: what was transferred between the customers of a list of movements that was read
 * back: the parts name their whole, in `into` the id it has now, in `from` the one it had.
 *
 * A list without those who didn't move lacks some of the wholes: what these parts took along is
 * known of themselves alone.
 */
#ifndef KAM_DIFF_LISTINGPARTS_H
#define KAM_DIFF_LISTINGPARTS_H

#include "diff/listingread.h"

/*
 * Make the transfers of LISTING, whose movements have all else. KAM_DATA for a part that names no
 * whole, and where the parts of a customer don't come to its revenue_transferred.
 */
KAM_MUST_CHECK enum kam_status kam_listingparts_find(struct kam_listing_read *listing,
                                                     struct kam_error *error);

#endif
