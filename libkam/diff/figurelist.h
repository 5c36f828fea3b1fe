/*
 * figurelist: a figure for each of many customers, some without, in 8 bytes each.
 *
 * Nearly all figures are whole numbers of minor units (base/minor.h). The others stand aside, and
 * what is in their place says where.
 */
#ifndef KAM_DIFF_FIGURELIST_H
#define KAM_DIFF_FIGURELIST_H

#include "base/decimal.h"

/* Zero-initialised it is empty. */
struct kam_figurelist {
    int64_t *items;
    size_t count;
    struct kam_decimal *others;
    size_t other_count, others_capacity;
};

/* COUNT figures, all of them none. False when memory ran out. */
KAM_MUST_CHECK bool kam_figurelist_init(struct kam_figurelist *list, size_t count);

void kam_figurelist_free(struct kam_figurelist *list);

/* Figure I, which is none so far, becomes FIGURE. False when memory ran out. */
KAM_MUST_CHECK bool kam_figurelist_set(struct kam_figurelist *list, size_t i,
                                       struct kam_decimal figure);

/* Figure I, which may lie behind the end; KAM_NO_NUMBER: none. */
struct kam_decimal kam_figurelist_at(const struct kam_figurelist *list, size_t i);

#endif
