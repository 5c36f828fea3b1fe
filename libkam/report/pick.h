/*
 * pick: the first few of many rows, without sorting them all.
 */
#ifndef KAM_REPORT_PICK_H
#define KAM_REPORT_PICK_H

#include "base/arena.h"
#include "base/decimal.h"
#include "table/table.h"

struct kam_picked {
    struct kam_decimal key;
    uint32_t row;
};

/* A heap whose top is the last of those that are picked. Zero-initialised it picks none. */
struct kam_pick {
    struct kam_picked *items;
    size_t most, count;
    const struct kam_table *table; /* of the rows; borrowed */
    size_t id;                     /* the column whose text orders rows of one key */
};

/* Pick MOST rows of TABLE, whose ids are in the column ID; memory is ARENA's. False when it ran
 * out. */
KAM_MUST_CHECK bool kam_pick_init(struct kam_pick *pick, size_t most, const struct kam_table *table,
                                  size_t id, struct kam_arena *arena);

/*
 * ROW is one of the rows. The smallest keys come first, of equal ones the first id by its bytes, so
 * that the order of the table doesn't matter; of one id the first row.
 */
void kam_pick_offer(struct kam_pick *pick, struct kam_decimal key, uint32_t row);

/* The rows, the first one first, to ROWS[pick->count]; nothing is picked any more then. */
void kam_pick_take(struct kam_pick *pick, uint32_t *rows);

#endif
