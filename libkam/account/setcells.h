/*
 * setcells: the cells of sets, kept while many are written: most accounts of an export have one
 * of few sets.
 */
#ifndef KAM_ACCOUNT_SETCELLS_H
#define KAM_ACCOUNT_SETCELLS_H

#include "account/account.h"

enum { KAM_SETCELLS_BITS = 8, KAM_SETCELLS = 1 << KAM_SETCELLS_BITS };

/* The cell of the set whose numbers are the bits LOW, none where that is 0. */
struct kam_setcell {
    uint64_t low;
    struct kam_buffer cell;
};

/*
 * Cells of sets whose texts are all in one map, TEXTS, to which none is added any more. Otherwise
 * zero-initialised it is empty; free it.
 */
struct kam_setcells {
    const struct kam_map *texts;
    struct kam_setcell kept[KAM_SETCELLS];
    struct kam_buffer other; /* of a set with more than bits, the last one */
};

/* The cell of SET, as settext.h has it, in *CELL until the next call. False when memory ran out. */
KAM_MUST_CHECK bool kam_setcells_find(struct kam_setcells *cells, const struct kam_set *set,
                                      struct kam_text *cell);

void kam_setcells_free(struct kam_setcells *cells);

#endif
