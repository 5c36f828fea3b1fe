#include "group/union.h"

#include <stdlib.h>

bool kam_union_init(struct kam_union *sets, uint32_t count)
{
    size_t bytes = (count ? count : 1) * sizeof(uint32_t);

    *sets = (struct kam_union){malloc(bytes), malloc(bytes)};
    if (!sets->parents || !sets->sizes) {
        kam_union_free(sets);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        sets->parents[i] = i;
        sets->sizes[i] = 1;
    }
    return true;
}

uint32_t kam_union_find(struct kam_union *sets, uint32_t item)
{
    uint32_t *parents = sets->parents;

    while (parents[item] != item) {
        parents[item] = parents[parents[item]];
        item = parents[item];
    }
    return item;
}

void kam_union_join(struct kam_union *sets, uint32_t a, uint32_t b)
{
    uint32_t large = kam_union_find(sets, a), small = kam_union_find(sets, b);

    if (large == small)
        return;
    if (sets->sizes[large] < sets->sizes[small]) {
        uint32_t swap = large;
        large = small;
        small = swap;
    }
    sets->parents[small] = large;
    sets->sizes[large] += sets->sizes[small];
}

uint32_t kam_union_size(struct kam_union *sets, uint32_t item)
{
    return sets->sizes[kam_union_find(sets, item)];
}

void kam_union_free(struct kam_union *sets)
{
    free(sets->parents);
    free(sets->sizes);
    *sets = (struct kam_union){NULL, NULL};
}
