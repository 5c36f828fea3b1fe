#include "account/storeorder.h"
#include "base/sort.h"

#include <stdlib.h>

/*
 * The ids of all accounts and their numbers. Short ids are copied to SHORT_IDS: sorting goes
 * through them again and again, and records are far apart.
 */
static void list_ids(const struct kam_store *store, struct kam_text *ids,
                     char (*short_ids)[KAM_SHORT_ID], uint32_t *numbers)
{
    size_t n = 0;

    for (uint32_t i = 0; i < kam_store_end(store); i++) {
        const struct kam_account *account = kam_store_account(store, i);
        if (!account)
            continue;
        ids[n] = kam_account_id(account);
        if (ids[n].len && ids[n].len <= KAM_SHORT_ID)
            ids[n].ptr = memcpy(short_ids[n], ids[n].ptr, ids[n].len);
        numbers[n++] = i;
    }
}

enum kam_status kam_store_order(const struct kam_store *store, uint32_t *order,
                                struct kam_error *error)
{
    size_t count = kam_store_count(store);
    struct kam_text *ids = calloc(count + 1, sizeof *ids);
    char(*short_ids)[KAM_SHORT_ID] = calloc(count + 1, sizeof *short_ids);
    uint32_t *numbers = calloc(count + 1, sizeof *numbers);
    bool ok = ids && short_ids && numbers;

    if (ok)
        list_ids(store, ids, short_ids, numbers);
    ok = ok && kam_sort_texts(order, ids, count);
    for (size_t i = 0; ok && i < count; i++)
        order[i] = numbers[order[i]];
    free(ids);
    free(short_ids);
    free(numbers);
    return ok ? KAM_OK : kam_error_nomem(error);
}
