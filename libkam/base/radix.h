/*
 * radix: items in the order of numbers of 64 bits that they have. What takes a number to be the key
 * of what, and what becomes of equal keys, is decided above: sortkeys, sorttexts.
 */
#ifndef KAM_BASE_RADIX_H
#define KAM_BASE_RADIX_H

#include <stddef.h>
#include <stdint.h>

struct kam_keyed {
    uint64_t key;
    uint32_t item;
};

/*
 * Sort KEYED[COUNT], less than 2^32 of them, by their keys; equal ones keep their order. SPARE is
 * as much room. The time is proportional to COUNT and to the digits in which keys differ.
 */
void kam_radix_sort(struct kam_keyed *keyed, struct kam_keyed *spare, size_t count);

#endif
