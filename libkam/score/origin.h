/*
 * origin: under what rules the scores of a table were made.
 */
#ifndef KAM_SCORE_ORIGIN_H
#define KAM_SCORE_ORIGIN_H

#include "base/arena.h"
#include "table/table.h"

/*
 * *ORIGIN: what score_model says in TABLE, as a set where rows differ, whatever their order; empty
 * where TABLE has no such column. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_score_origin(const struct kam_table *table,
                                                struct kam_text *origin, struct kam_arena *arena,
                                                struct kam_error *error);

#endif
