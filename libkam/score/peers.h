/*
 * peers: who is compared with whom: the rows with the same cell in a column (an empty one is as
 * good as any other), or all rows.
 */
#ifndef KAM_SCORE_PEERS_H
#define KAM_SCORE_PEERS_H

#include "model/model.h"
#include "table/table.h"

/* Zero-initialised: all rows are peers. Memory is an arena's. */
struct kam_peers {
    const uint32_t *groups; /* of each row, from 0 on in the order of their first rows; NULL: 0 */
    size_t count;           /* of groups; 0 where GROUPS is NULL */
};

static inline size_t kam_peers_of(const struct kam_peers *peers, size_t row)
{
    return peers->groups ? peers->groups[row] : 0;
}

static inline size_t kam_peers_count(const struct kam_peers *peers)
{
    return peers->groups ? peers->count : 1;
}

/* Those with the same cell in COLUMN of TABLE. Memory is ARENA's; false when it ran out. */
KAM_MUST_CHECK bool kam_peers_per(struct kam_peers *peers, const struct kam_table *table,
                                  size_t column, struct kam_arena *arena);

/*
 * Those of MODEL's [score]: `population = per COLUMN` where its method compares rows. KAM_DATA
 * where TABLE hasn't that column. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_peers_make(struct kam_peers *peers,
                                              const struct kam_model *model,
                                              const struct kam_table *table,
                                              struct kam_arena *arena, struct kam_error *error);

#endif
