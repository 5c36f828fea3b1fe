#include "diff/figurelist.h"

#include "base/arena.h"
#include "base/minor.h"

#include <stdlib.h>

/* No figure; those that stand aside are numbered from the next on, and minor ones are above. */
#define NONE        INT64_MIN
#define FIRST_OTHER (INT64_MIN + 1)
#define FIRST_MINOR (INT64_MIN / 2)

bool kam_figurelist_init(struct kam_figurelist *list, size_t count)
{
    *list = (struct kam_figurelist){.items = kam_pages_alloc((count + 1) * sizeof *list->items),
                                    .count = count};
    for (size_t i = 0; list->items && i < count; i++)
        list->items[i] = NONE;
    return list->items;
}

void kam_figurelist_free(struct kam_figurelist *list)
{
    free(list->items);
    free(list->others);
    *list = (struct kam_figurelist){0};
}

bool kam_figurelist_set(struct kam_figurelist *list, size_t i, struct kam_decimal figure)
{
    int64_t minor;

    if (kam_minor_of(figure, &minor) && minor >= FIRST_MINOR) {
        list->items[i] = minor;
        return true;
    }
    if (!kam_array_reserve(&list->others, &list->others_capacity, list->other_count + 1,
                           sizeof *list->others))
        return false;
    list->items[i] = FIRST_OTHER + (int64_t)list->other_count;
    list->others[list->other_count++] = figure;
    return true;
}

struct kam_decimal kam_figurelist_at(const struct kam_figurelist *list, size_t i)
{
    int64_t item = i < list->count ? list->items[i] : NONE;

    if (item >= FIRST_MINOR)
        return kam_decimal_of_minor(item);
    return item == NONE ? KAM_NO_NUMBER : list->others[item - FIRST_OTHER];
}
