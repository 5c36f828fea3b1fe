/*
 * previousmatch: which customer of the previous snapshot a customer was.
 *
 * The one of its account_id, or else the one who had most of its accounts. These are its account_id
 * and `members`, as kam-merge-group writes them; the snapshot's customers had theirs likewise. Of
 * several with as many, it is the one with the greater revenue, then the smaller id. So a customer
 * whose head changed is found, the parts of one that was split are all what the whole was, and
 * where some were merged the head decides. Prospects of
 * the snapshot are nobody. An account that stands there twice was with the customer
 * whose id it is, or else with the greater as above.
 */
#ifndef KAM_TIER_PREVIOUSMATCH_H
#define KAM_TIER_PREVIOUSMATCH_H

#include "tier/previous.h"

/*
 * The row of PREVIOUS of each row of TABLE, whose column ACCOUNT_ID has different ids, in *ROWS,
 * which the caller frees; KAM_NONE for who is new. KAM_DATA where TABLE has two columns `members`,
 * or a revenue is no number that would have to decide.
 *
 * That takes 4 bytes a row of TABLE. While it runs, who isn't found by its id costs up to 100
 * bytes, each of its members up to 70 and its text, and then there are 4 a row of PREVIOUS, whose
 * members are read through: a few hundredths of a second for a million of them.
 */
KAM_MUST_CHECK enum kam_status kam_previous_match(const struct kam_previous *previous,
                                                  const struct kam_table *table, size_t account_id,
                                                  uint32_t **rows, struct kam_error *error);

#endif
