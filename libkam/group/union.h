/*
 * union: disjoint sets of the numbers 0, 1, 2, ... that can be joined.
 *
 * Halving of paths and joining by size (Tarjan and van Leeuwen 1984): any sequence of calls takes
 * practically constant time each. Which number stands for a set depends on the order of joining;
 * nothing that is written may depend on it.
 */
#ifndef KAM_GROUP_UNION_H
#define KAM_GROUP_UNION_H

#include "base/text.h"

struct kam_union {
    uint32_t *parents; /* of itself: the number that stands for its set */
    uint32_t *sizes;   /* of the sets, at the numbers that stand for them */
};

/* COUNT sets of one number each. False when memory ran out. */
KAM_MUST_CHECK bool kam_union_init(struct kam_union *sets, uint32_t count);

/* The number that stands for the set of ITEM. */
uint32_t kam_union_find(struct kam_union *sets, uint32_t item);

void kam_union_join(struct kam_union *sets, uint32_t a, uint32_t b);

/* How many numbers the set of ITEM has. */
uint32_t kam_union_size(struct kam_union *sets, uint32_t item);

void kam_union_free(struct kam_union *sets);

#endif
