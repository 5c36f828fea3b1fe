#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

enum { SHORT_RUN = 16 };

struct order {
    int (*compare)(uint32_t a, uint32_t b, void *context);
    void *context;
};

static void insertion_sort(uint32_t *items, size_t count, const struct order *order)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t item = items[i];
        size_t j = i;
        while (j && order->compare(items[j - 1], item, order->context) > 0) {
            items[j] = items[j - 1];
            j--;
        }
        items[j] = item;
    }
}

/* Sort ITEMS with the room for half of them in SPARE. */
static void merge_sort(uint32_t *items, size_t count, uint32_t *spare, const struct order *order)
{
    if (count <= SHORT_RUN) {
        insertion_sort(items, count, order);
        return;
    }
    size_t half = count / 2;
    merge_sort(items, half, spare, order);
    merge_sort(items + half, count - half, spare, order);
    if (order->compare(items[half - 1], items[half], order->context) <= 0)
        return;
    memcpy(spare, items, half * sizeof *items);
    size_t left = 0, right = half, out = 0;
    while (left < half)
        items[out++] =
            right == count || order->compare(spare[left], items[right], order->context) <= 0
                ? spare[left++]
                : items[right++];
}

bool kam_sort(uint32_t *items, size_t count, int (*compare)(uint32_t a, uint32_t b, void *context),
              void *context)
{
    struct order order = {compare, context};
    uint32_t *spare = count > SHORT_RUN ? malloc(count / 2 * sizeof *spare) : NULL;

    if (count > SHORT_RUN && !spare)
        return false;
    merge_sort(items, count, spare, &order);
    free(spare);
    return true;
}

struct keyed {
    uint64_t key;
    uint32_t item;
};

/* One pass of a least-significant-digit radix sort, by byte number BYTE of the keys. */
static bool radix_pass(const struct keyed *from, struct keyed *to, size_t count, unsigned byte)
{
    enum { BUCKETS = 256, BYTE_BITS = 8 };
    size_t starts[BUCKETS] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        starts[from[i].key >> (byte * BYTE_BITS) & (BUCKETS - 1)]++;
    if (starts[from[0].key >> (byte * BYTE_BITS) & (BUCKETS - 1)] == count)
        return false; /* all have the same byte there */
    for (size_t b = 0; b < BUCKETS; b++) {
        size_t in_bucket = starts[b];
        starts[b] = sum;
        sum += in_bucket;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[from[i].key >> (byte * BYTE_BITS) & (BUCKETS - 1)]++] = from[i];
    return true;
}

uint64_t kam_sort_key(struct kam_text text)
{
    unsigned char bytes[sizeof(uint64_t)] = {0};
    uint64_t key = 0;

    memcpy(bytes, text.len ? text.ptr : "", text.len < sizeof bytes ? text.len : sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        key = key << 8 | bytes[i];
    return key;
}

bool kam_sort_by_key(uint32_t *items, const uint64_t *keys, size_t count,
                     int (*compare)(uint32_t a, uint32_t b, void *context), void *context)
{
    struct keyed *both = malloc(2 * (count ? count : 1) * sizeof *both);
    struct keyed *sorted = both, *spare = both + count;
    bool ok = both != NULL;

    for (size_t i = 0; ok && i < count; i++)
        sorted[i] = (struct keyed){keys[i], (uint32_t)i};
    for (unsigned byte = 0; ok && count && byte < sizeof *keys; byte++)
        if (radix_pass(sorted, spare, count, byte)) {
            struct keyed *swap = sorted;
            sorted = spare;
            spare = swap;
        }
    for (size_t i = 0; ok && i < count; i++)
        items[i] = sorted[i].item;
    for (size_t i = 0, end; ok && i < count; i = end) {
        for (end = i + 1; end < count && sorted[end].key == sorted[i].key; end++)
            continue;
        ok = end == i + 1 || kam_sort(items + i, end - i, compare, context);
    }
    free(both);
    return ok;
}
