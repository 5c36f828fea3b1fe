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

/* A text's first bytes as two numbers whose order is that of the bytes. */
struct keyed {
    uint64_t head, tail;
    uint32_t item;
};

/* Bytes AT to AT + 8 of TEXT, zeros behind its end. */
static uint64_t key_of(struct kam_text text, size_t at)
{
    unsigned char bytes[sizeof(uint64_t)] = {0};
    uint64_t key = 0;

    if (text.len > at)
        memcpy(bytes, text.ptr + at, text.len - at < sizeof bytes ? text.len - at : sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        key = key << 8 | bytes[i];
    return key;
}

/* Digit number DIGIT of ITEM's key, the least significant being 0. */
static size_t digit_of(const struct keyed *item, unsigned digit)
{
    uint64_t word = digit < sizeof word ? item->tail : item->head;

    return word >> (digit % sizeof word * 8) & 0xFF;
}

/* One pass of a least-significant-digit radix sort. False if all items have the same digit. */
static bool radix_pass(const struct keyed *from, struct keyed *to, size_t count, unsigned digit)
{
    enum { BUCKETS = 256 };
    size_t starts[BUCKETS] = {0}, sum = 0;

    for (size_t i = 0; i < count; i++)
        starts[digit_of(&from[i], digit)]++;
    if (starts[digit_of(&from[0], digit)] == count)
        return false;
    for (size_t b = 0; b < BUCKETS; b++) {
        size_t in_bucket = starts[b];
        starts[b] = sum;
        sum += in_bucket;
    }
    for (size_t i = 0; i < count; i++)
        to[starts[digit_of(&from[i], digit)]++] = from[i];
    return true;
}

static int compare_texts(uint32_t a, uint32_t b, void *context)
{
    const struct kam_text *texts = context;

    return kam_text_order(texts[a], texts[b]);
}

bool kam_sort_texts(uint32_t *items, const struct kam_text *texts, size_t count)
{
    enum { DIGITS = 2 * sizeof(uint64_t) };
    struct keyed *both = malloc(2 * (count ? count : 1) * sizeof *both);
    struct keyed *sorted = both, *spare = both + count;
    bool ok = both != NULL;

    for (size_t i = 0; ok && i < count; i++)
        sorted[i] =
            (struct keyed){key_of(texts[i], 0), key_of(texts[i], sizeof(uint64_t)), (uint32_t)i};
    for (unsigned digit = 0; ok && count && digit < DIGITS; digit++)
        if (radix_pass(sorted, spare, count, digit)) {
            struct keyed *swap = sorted;
            sorted = spare;
            spare = swap;
        }
    for (size_t i = 0; ok && i < count; i++)
        items[i] = sorted[i].item;
    for (size_t i = 0; ok && i < count;) {
        size_t end = i + 1;
        while (end < count && sorted[end].head == sorted[i].head &&
               sorted[end].tail == sorted[i].tail)
            end++;
        ok = end == i + 1 || kam_sort(items + i, end - i, compare_texts, (void *)(uintptr_t)texts);
        i = end;
    }
    free(both);
    return ok;
}
