/*
 * paircolumn: what the columns of two snapshots that are compared are called, where both are looked
 * at as one row:
 *
 *     COL         the cell of the new snapshot
 *     COL_from    that of the old one
 *     COL_delta   the new number less the old one
 *     COL_change  that difference as a part of the old number
 */
#ifndef KAM_TABLE_PAIRCOLUMN_H
#define KAM_TABLE_PAIRCOLUMN_H

#include "base/text.h"

enum kam_pair_part { KAM_PAIR_NEW, KAM_PAIR_FROM, KAM_PAIR_DELTA, KAM_PAIR_CHANGE };

enum { KAM_PAIR_PARTS = KAM_PAIR_CHANGE + 1 };

/* What stands behind COL: "_from", ... */
struct kam_text kam_pair_suffix(enum kam_pair_part part);

/* Which of them NAME is, and in *BASE what COL is. A name without a suffix is its own base. */
enum kam_pair_part kam_pair_column(struct kam_text name, struct kam_text *base);

#endif
