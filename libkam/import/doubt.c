#include "import/doubt.h"

#include <stdlib.h>

const struct kam_doubt *kam_doubts_find(const struct kam_doubts *doubts, const char *key)
{
    for (size_t i = 0; i < doubts->count; i++)
        if (strcmp(doubts->items[i].key, key) == 0)
            return &doubts->items[i];
    return NULL;
}

enum kam_status kam_doubts_take(struct kam_doubts *doubts, const char *key, enum kam_status status,
                                struct kam_error *error)
{
    if (status != KAM_DATA || !doubts->kept || !error)
        return status;
    if (kam_doubts_find(doubts, key))
        return KAM_OK;
    if (!kam_array_reserve(&doubts->items, &doubts->capacity, doubts->count + 1,
                           sizeof *doubts->items))
        return kam_error_nomem(error);
    doubts->items[doubts->count++] = (struct kam_doubt){key, *error};
    return KAM_OK;
}

void kam_doubts_free(struct kam_doubts *doubts)
{
    free(doubts->items);
    *doubts = (struct kam_doubts){.kept = doubts->kept};
}
