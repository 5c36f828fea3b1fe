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
