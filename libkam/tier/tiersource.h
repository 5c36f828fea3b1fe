/*
 * tiersource: the rows of a table as strategies see them: with the columns of kam-tier, but those
 * of strategies themselves, in the place of what the table may have from an earlier run.
 */
#ifndef KAM_TIER_TIERSOURCE_H
#define KAM_TIER_TIERSOURCE_H

#include "tier/tierfacts.h"

/* Columns of kam-tier beside those that rules see, policies aside. */
enum { KAM_TIERSOURCE_OWN = 19 };

struct kam_tiersource {
    const struct kam_tierfacts *facts; /* borrowed */
    const struct kam_text *names;
    size_t width; /* how many columns there are: */
    size_t first; /* those that rules see; from here on kam-tier's own, then those of policies */
};

/* That of FACTS, which have to outlive it. Memory comes from ARENA; false when it ran out. */
KAM_MUST_CHECK bool kam_tiersource_make(struct kam_tiersource *source,
                                        const struct kam_tierfacts *facts, struct kam_arena *arena);

/* The cells of one row at a time, of one thread. */
struct kam_tiersource_cells {
    const struct kam_tiersource *source;
    struct kam_shares_cells shares;
    struct kam_row_source seen_by_rules;
    struct kam_buffer texts[KAM_TIERSOURCE_OWN]; /* of what has to be put together */
    bool failed;                                 /* memory ran out, and cells are wrong */
    struct kam_tiersource_cells *self; /* a row source is constant, and the texts are not */
};

/* Where they come from; CELLS are filled, borrowed, and to be freed. */
struct kam_row_source kam_tiersource_rows(const struct kam_tiersource *source,
                                          struct kam_tiersource_cells *cells);

void kam_tiersource_cells_free(struct kam_tiersource_cells *cells);

#endif
