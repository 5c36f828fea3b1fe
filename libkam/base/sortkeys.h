/*
 * sortkeys: order by numbers of 64 bits, which takes a time proportional to how many there are.
 */
#ifndef KAM_BASE_SORTKEYS_H
#define KAM_BASE_SORTKEYS_H

#include "base/decimal.h"
#include "base/wide.h"

/*
 * A number for A: that of a greater decimal is greater, or equal where the two differ by less than
 * 2^-56 of their size.
 */
static inline uint64_t kam_sort_key(struct kam_decimal a)
{
    enum { KEPT = 56 };
    const uint64_t middle = UINT64_C(1) << 63;
    kam_uint128 size = kam_decimal_magnitude(a);

    if (!size)
        return middle;
    unsigned zeros = (unsigned)kam_wide_leading_zeros(size);
    uint64_t bits = (uint64_t)((size << zeros) << 1 >> (128 - KEPT));
    uint64_t key = (uint64_t)(128 - zeros) << KEPT | bits;
    return a.units < 0 ? middle - key : middle + key;
}

/*
 * Sort ITEMS[COUNT] by KEYS, item i having keys[i]; equal ones keep their order. False when memory
 * ran out.
 */
KAM_MUST_CHECK bool kam_sort_by_keys(uint32_t *items, const uint64_t *keys, size_t count);

/*
 * Sort those of ITEMS[COUNT], which are sorted by KEYS, whose keys are equal by COMPARE, as
 * kam_sort does. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_sort_equal_keys(uint32_t *items, const uint64_t *keys, size_t count,
                                        int (*compare)(uint32_t a, uint32_t b, void *context),
                                        void *context);

#endif
