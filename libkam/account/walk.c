#include "account/walk.h"

#include <stdlib.h>

struct kam_walk {
    const struct kam_store *store;
    uint32_t *order; /* of the accounts by id; NULL: in that of their numbers */
    size_t next, end;
};

enum kam_status kam_walk_open(struct kam_walk **out, const struct kam_store *store,
                              enum kam_walk_order order, struct kam_error *error)
{
    struct kam_walk *walk = *out = calloc(1, sizeof *walk);

    if (!walk)
        return kam_error_nomem(error);
    walk->store = store;
    if (order == KAM_WALK_ANY) {
        walk->end = kam_store_end(store);
        return KAM_OK;
    }
    walk->end = kam_store_count(store);
    walk->order = malloc((walk->end + 1) * sizeof *walk->order);
    return walk->order ? kam_store_order(store, walk->order, error) : kam_error_nomem(error);
}

enum kam_status kam_walk_next(struct kam_walk *walk, struct kam_walk_batch *batch,
                              struct kam_error *error)
{
    (void)error;
    batch->store = walk->store;
    batch->count = 0;
    while (batch->count < KAM_WALK_ACCOUNTS && walk->next < walk->end) {
        uint32_t number = walk->order ? walk->order[walk->next] : (uint32_t)walk->next;
        const struct kam_account *account = kam_store_account(walk->store, number);
        walk->next++;
        if (account)
            batch->accounts[batch->count++] = account;
    }
    return batch->count ? KAM_OK : KAM_END;
}

const struct kam_account *kam_walk_account(const struct kam_walk_batch *batch, size_t i)
{
    enum { TEXTS = 4, RECORDS = 8 };

    if (i + RECORDS < batch->count)
        kam_store_fetch(batch->store, batch->accounts[i + RECORDS]);
    if (i + TEXTS < batch->count)
        kam_store_fetch_texts(batch->store, batch->accounts[i + TEXTS]);
    return batch->accounts[i];
}

void kam_walk_batch_free(struct kam_walk_batch *batch)
{
    kam_arena_free(&batch->arena);
}

void kam_walk_close(struct kam_walk *walk)
{
    if (!walk)
        return;
    free(walk->order);
    free(walk);
}
