/*
 * pick: the first few of many rows, without sorting them all.
 */
#ifndef KAM_REPORT_PICK_H
#define KAM_REPORT_PICK_H

#include "base/arena.h"
#include "base/decimal.h"

struct kam_picked {
    struct kam_decimal key;
    uint32_t row;
};

/* A heap whose top is the last of those that are picked. Zero-initialised it picks none. */
struct kam_pick {
    struct kam_picked *items;
    size_t most, count;
};

/* Pick MOST rows; memory is ARENA's. False when it ran out. */
KAM_MUST_CHECK bool kam_pick_init(struct kam_pick *pick, size_t most, struct kam_arena *arena);

/* ROW is one of the rows. The smallest keys come first, of equal ones the first row. */
void kam_pick_offer(struct kam_pick *pick, struct kam_decimal key, uint32_t row);

/* The rows, the first one first, to ROWS[pick->count]; nothing is picked any more then. */
void kam_pick_take(struct kam_pick *pick, uint32_t *rows);

#endif
