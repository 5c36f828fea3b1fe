/*
 * storyaccounts: the accounts that joined a customer and those that left it, and the customers that
 * were merged into it or split off it, with what they brought.
 */
#ifndef KAM_DIFF_STORYACCOUNTS_H
#define KAM_DIFF_STORYACCOUNTS_H

#include "diff/sides.h"

/* Of one who is in both snapshots. KAM_DATA, KAM_NOMEM as of kam_roster_find. */
KAM_MUST_CHECK enum kam_status kam_storyaccounts_tell(const struct kam_sides *sides,
                                                      struct kam_error *error);

#endif
