/*
 * diffwhom: which customer of two snapshots is meant.
 *
 * ASKED is the account_id of a customer in the new snapshot; else in the old one, as is that of one
 * who was lost, merged or renamed; else an account of a customer, by `members` or a members list,
 * or a name (explain/whom.h), first in the new snapshot, then in the old one.
 */
#ifndef KAM_DIFF_DIFFWHOM_H
#define KAM_DIFF_DIFFWHOM_H

#include "diff/diff.h"

/* By whose accounts somebody was found. */
enum kam_diff_membership { KAM_MEMBER_OF_NONE, KAM_MEMBER_OF_OLD, KAM_MEMBER_OF_NEW };

struct kam_diff_whom {
    const struct kam_movement *movement; /* NULL: a prospect, whom nothing happened to */
    uint32_t old_row, new_row;           /* of the rows, prospects' too; KAM_NONE: not there */
    enum kam_diff_membership membership;
};

/*
 * Find ASKED in the snapshots of DIFF, of which all cells are kept. KAM_DATA where that is nobody,
 * which says who is nearest, or several.
 */
KAM_MUST_CHECK enum kam_status kam_diff_whom_find(const struct kam_diff *diff,
                                                  struct kam_text asked, struct kam_diff_whom *whom,
                                                  struct kam_error *error);

#endif
