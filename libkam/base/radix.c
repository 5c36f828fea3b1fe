#include "base/radix.h"

#include <string.h>

/* A key is looked at in digits of 8 bits: where their buckets go on fits the nearest cache. */
enum { DIGIT = 8, BUCKETS = 1 << DIGIT, DIGITS = 64 / DIGIT };

static size_t digit_of(uint64_t key, unsigned digit)
{
    return key >> (digit * DIGIT) & (BUCKETS - 1);
}

/* The bits in which not all keys are the same. */
static uint64_t differing_bits(const struct kam_keyed *keyed, size_t count)
{
    uint64_t differing = 0;

    for (size_t i = 1; i < count; i++)
        differing |= keyed[i].key ^ keyed[0].key;
    return differing;
}

/* One pass of a least-significant-digit radix sort. */
static void distribute(const struct kam_keyed *from, struct kam_keyed *to, size_t count,
                       unsigned digit)
{
    uint32_t next[BUCKETS] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        next[digit_of(from[i].key, digit)]++;
    for (size_t b = 0; b < BUCKETS; b++) {
        uint32_t in_bucket = next[b];
        next[b] = sum;
        sum += in_bucket;
    }
    for (size_t i = 0; i < count; i++)
        to[next[digit_of(from[i].key, digit)]++] = from[i];
}

void kam_radix_sort(struct kam_keyed *keyed, struct kam_keyed *spare, size_t count)
{
    struct kam_keyed *sorted = keyed;
    uint64_t differing = differing_bits(keyed, count);

    for (unsigned digit = 0; digit < DIGITS; digit++) {
        if (digit_of(differing, digit) == 0)
            continue;
        distribute(sorted, spare, count, digit);
        struct kam_keyed *swap = sorted;
        sorted = spare;
        spare = swap;
    }
    if (sorted != keyed)
        memcpy(keyed, sorted, count * sizeof *keyed);
}
