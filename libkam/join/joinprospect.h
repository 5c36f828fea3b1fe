/*
 * joinprospect: rows of a customer file without a customer become rows of the table.
 *
 * account_id is their key, which also stands in our key where that is another column; `lines` is 0
 * (account/prospect.h), and so is `months`; then the attributes. All else is empty.
 */
#ifndef KAM_JOIN_JOINPROSPECT_H
#define KAM_JOIN_JOINPROSPECT_H

#include "join/joinmatch.h"

/*
 * Add them to WIDE, the table that MATCH is of with the attributes of JOIN in it, in the order of
 * the file; those that are prospects there already aren't added again. Their place is that in the
 * file. KAM_DATA where it has no column `lines`, or two.
 */
KAM_MUST_CHECK enum kam_status kam_join_add_prospects(const struct kam_join *join,
                                                      const struct kam_join_match *match,
                                                      struct kam_table *wide,
                                                      struct kam_error *error);

#endif
