/*
 * bonds: how many accounts went from one row to another, and what rows without a pair have by that.
 */
#ifndef KAM_DIFF_BONDS_H
#define KAM_DIFF_BONDS_H

#include "diff/kinship.h"

/* So many accounts went from one row to another, at least one of which has no pair. */
struct kam_bond {
    uint32_t rows[KAM_SIDES];
    uint32_t accounts;
};

/* Zero-initialised there are none. */
struct kam_bonds {
    struct kam_bond *bonds; /* by the old row, then the new one */
    size_t count;
    const struct kam_snapshot *snapshots[KAM_SIDES]; /* borrowed */
    struct kam_kin *kin[KAM_SIDES];                  /* borrowed */
};

/*
 * Find the bonds of rows of SNAPSHOTS, whose KIN are known as far as pairs by key go: account i of
 * COUNT was in row HOMES[KAM_SIDE_OLD][i] and is in row HOMES[KAM_SIDE_NEW][i], or in none,
 * KAM_NONE. False when memory ran out. To be freed in any case.
 */
KAM_MUST_CHECK bool kam_bonds_init(struct kam_bonds *bonds,
                                   const struct kam_snapshot *const snapshots[KAM_SIDES],
                                   struct kam_kin *const kin[KAM_SIDES],
                                   uint32_t *const homes[KAM_SIDES], uint32_t count);

/* Make rows pairs, as kinship.h has it. KAM_DATA where a revenue is no number. */
KAM_MUST_CHECK enum kam_status kam_bonds_pair(const struct kam_bonds *bonds,
                                              struct kam_error *error);

/* Make rows of SIDE that have no pair yet parts of rows of the other, as kinship.h has it. */
KAM_MUST_CHECK enum kam_status kam_bonds_part(const struct kam_bonds *bonds, int side,
                                              struct kam_error *error);

void kam_bonds_free(struct kam_bonds *bonds);

#endif
