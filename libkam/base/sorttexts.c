#include "base/radix.h"
#include "base/sort.h"

#include <stdlib.h>

enum {
    KEY_BYTES = sizeof(uint64_t),
    FEW = 64,       /* so many texts are compared */
    MOST_KEYS = 16, /* after so many keys the texts that are still equal are compared */
};

/* Bytes AT to AT + 8 of TEXT, zeros behind its end, as a number whose order is that of the bytes.
 */
static uint64_t key_of(struct kam_text text, size_t at)
{
    uint64_t key = 0;

    if (text.len >= at + sizeof key)
        memcpy(&key, text.ptr + at, sizeof key);
    else if (text.len > at)
        memcpy(&key, text.ptr + at, text.len - at);
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? __builtin_bswap64(key) : key;
}

/*
 * Where the texts ITEMS[COUNT] differ first. They are equal up to byte AT, as if zeros stood behind
 * their ends, which never puts two of them in a wrong order.
 */
static size_t first_difference(const struct kam_text *texts, const uint32_t *items, size_t count,
                               size_t at)
{
    struct kam_text first = texts[items[0]];
    size_t common = first.len > at ? first.len : at;

    for (size_t i = 1; i < count && common > at; i++) {
        struct kam_text text = texts[items[i]];
        size_t same = at;
        while (same < common && same < text.len && text.ptr[same] == first.ptr[same])
            same++;
        common = same;
    }
    return common;
}

static int compare_texts(uint32_t a, uint32_t b, void *context)
{
    const struct kam_text *texts = context;

    return kam_text_order(texts[a], texts[b]);
}

/* What is sorted, and two times as much room. */
struct sorting {
    const struct kam_text *texts;
    uint32_t *items;
    struct kam_keyed *keys, *spare;
};

static bool compare_range(const struct sorting *sorting, size_t from, size_t to)
{
    return kam_sort(sorting->items + from, to - from, compare_texts,
                    (void *)(uintptr_t)sorting->texts);
}

/*
 * Sort the items FROM to before TO, whose texts are equal up to byte AT, by eight bytes from the
 * first in which they differ on, and those that are still equal by what follows.
 */
static bool sort_range(const struct sorting *sorting, size_t from, size_t to, size_t at,
                       unsigned keys_left)
{
    struct kam_keyed *keys = sorting->keys;
    size_t end;
    bool ok = true;

    if (to - from <= FEW || !keys_left)
        return compare_range(sorting, from, to);
    at = first_difference(sorting->texts, sorting->items + from, to - from, at);
    for (size_t i = from; i < to; i++) {
        uint32_t item = sorting->items[i];
        keys[i] = (struct kam_keyed){key_of(sorting->texts[item], at), item};
    }
    kam_radix_sort(keys + from, sorting->spare + from, to - from);
    for (size_t i = from; i < to; i++)
        sorting->items[i] = keys[i].item;
    for (size_t i = from; ok && i < to; i = end) {
        for (end = i + 1; end < to && keys[end].key == keys[i].key;)
            end++;
        ok = end == i + 1 || sort_range(sorting, i, end, at + KEY_BYTES, keys_left - 1);
    }
    return ok;
}

bool kam_sort_texts(uint32_t *items, const struct kam_text *texts, size_t count)
{
    struct kam_keyed *keys = malloc(2 * (count + 1) * sizeof *keys);

    if (!keys)
        return false;
    const struct sorting sorting = {texts, items, keys, keys + count};
    for (size_t i = 0; i < count; i++)
        items[i] = (uint32_t)i;
    bool ok = sort_range(&sorting, 0, count, 0, MOST_KEYS);
    free(keys);
    return ok;
}
