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
 * Put the texts TEXTS[COUNT] in byte order: ITEMS becomes their numbers, those of equal
 * texts ascending. A radix sort by the bytes in which they differ, eight at a time; only few texts
 * that have these in common are compared. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_sort_texts(uint32_t *items, const struct kam_text *texts, size_t count);

#endif
