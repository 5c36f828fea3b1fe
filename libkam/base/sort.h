/*
 * sort: order numbers of things by a comparison, stably.
 */
#ifndef KAM_BASE_SORT_H
#define KAM_BASE_SORT_H

#include "base/text.h"

/*
 * Sort ITEMS[COUNT] by COMPARE (<0, 0, >0, CONTEXT passed through); equal ones keep their order.
 * A merge sort: O(n log n) whatever the input. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_sort(uint32_t *items, size_t count,
                             int (*compare)(uint32_t a, uint32_t b, void *context), void *context);

/*
 * The same where most items already differ in a key: KEYS[i], in the order of COMPARE (a < b in
 * keys means a before b), belongs to item i of 0..COUNT-1, which are put in order into ITEMS. A
 * radix sort by key; only items with the same key are compared. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_sort_by_key(uint32_t *items, const uint64_t *keys, size_t count,
                                    int (*compare)(uint32_t a, uint32_t b, void *context),
                                    void *context);

/* The first eight bytes of TEXT as a number: the order of two such keys is that of the texts. */
uint64_t kam_sort_key(struct kam_text text);

#endif
