#include "base/sortkeys.h"
#include "base/arena.h"
#include "base/sort.h"

#include <stdlib.h>

/* A key is looked at in DIGITS digits of DIGIT bits. */
enum { DIGIT = 11, BUCKETS = 1 << DIGIT, DIGITS = (64 + DIGIT - 1) / DIGIT };

struct keyed {
    uint64_t key;
    uint32_t item;
};

static size_t digit_of(uint64_t key, unsigned digit)
{
    return key >> (digit * DIGIT) & (BUCKETS - 1);
}

/* How many items have which digit, for all digits. */
static void count_digits(const struct keyed *items, size_t count, uint32_t (*counts)[BUCKETS])
{
    for (size_t i = 0; i < count; i++)
        for (unsigned digit = 0; digit < DIGITS; digit++)
            counts[digit][digit_of(items[i].key, digit)]++;
}

/* One pass of a least-significant-digit radix sort; COUNTS become the ends of the buckets. */
static void distribute(const struct keyed *from, struct keyed *to, size_t count, unsigned digit,
                       uint32_t *counts)
{
    uint32_t sum = 0;

    for (size_t b = 0; b < BUCKETS; b++) {
        uint32_t in_bucket = counts[b];
        counts[b] = sum;
        sum += in_bucket;
    }
    for (size_t i = 0; i < count; i++)
        to[counts[digit_of(from[i].key, digit)]++] = from[i];
}

bool kam_sort_by_keys(uint32_t *items, const uint64_t *keys, size_t count)
{
    uint32_t(*counts)[BUCKETS] = calloc(DIGITS, sizeof *counts);
    struct keyed *both = kam_pages_alloc(2 * (count + 1) * sizeof *both);
    struct keyed *sorted = both, *spare = both + count;
    bool ok = counts && both;

    for (size_t i = 0; ok && i < count; i++)
        sorted[i] = (struct keyed){keys[items[i]], items[i]};
    if (ok)
        count_digits(sorted, count, counts);
    for (unsigned digit = 0; ok && count && digit < DIGITS; digit++) {
        if (counts[digit][digit_of(sorted[0].key, digit)] == count)
            continue; /* all have the same */
        distribute(sorted, spare, count, digit, counts[digit]);
        struct keyed *swap = sorted;
        sorted = spare;
        spare = swap;
    }
    for (size_t i = 0; ok && i < count; i++)
        items[i] = sorted[i].item;
    free(counts);
    free(both);
    return ok;
}

bool kam_sort_equal_keys(uint32_t *items, const uint64_t *keys, size_t count,
                         int (*compare)(uint32_t a, uint32_t b, void *context), void *context)
{
    bool ok = true;

    for (size_t i = 0, end; i < count && ok; i = end) {
        end = i + 1;
        while (end < count && keys[items[end]] == keys[items[i]])
            end++;
        ok = end == i + 1 || kam_sort(items + i, end - i, compare, context);
    }
    return ok;
}
