#include "base/sortkeys.h"
#include "base/arena.h"
#include "base/radix.h"
#include "base/sort.h"

#include <stdlib.h>

bool kam_sort_by_keys(uint32_t *items, const uint64_t *keys, size_t count)
{
    struct kam_keyed *keyed = kam_pages_alloc(2 * (count + 1) * sizeof *keyed);

    if (!keyed)
        return false;
    for (size_t i = 0; i < count; i++)
        keyed[i] = (struct kam_keyed){keys[items[i]], items[i]};
    kam_radix_sort(keyed, keyed + count, count);
    for (size_t i = 0; i < count; i++)
        items[i] = keyed[i].item;
    free(keyed);
    return true;
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
