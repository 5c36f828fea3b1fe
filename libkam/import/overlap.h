/*
 * overlap: whether an account table repeats what the inputs before it have said already.
 *
 * Several inputs may hold lines of one account in one month: they are shards of it, and add up.
 * But where the shards are equal to the last cent in many of these account-months, it is probably
 * one bill counted twice, as lines and as the table made from them.
 */
#ifndef KAM_IMPORT_OVERLAP_H
#define KAM_IMPORT_OVERLAP_H

#include "account/cells.h"

/* Counts account-months. Zero-initialised for every table. */
struct kam_overlap {
    uint64_t shared; /* with lines in the table and before it */
    uint64_t equal;  /* those of them whose revenue is the same */
};

/* Count a row of the table, before it is merged: BEFORE is its account's revenue until then. */
void kam_overlap_note(struct kam_overlap *overlap, const struct kam_cells *before,
                      const struct kam_cells *row);

/* At least half of what is shared is equal, and at least 10 account-months are. */
bool kam_overlap_is_suspicious(const struct kam_overlap *overlap);

/* The warning about TABLE, a name for messages. Returns KAM_DATA. */
enum kam_status kam_overlap_warning(const struct kam_overlap *overlap, const char *table,
                                    struct kam_error *warning);

#endif
