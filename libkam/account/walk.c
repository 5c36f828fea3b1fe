#include "account/walk.h"
#include "account/storeorder.h"

#include <stdlib.h>

struct kam_walk {
    const struct kam_store *store;
    struct kam_run_merge *merge; /* NULL: all accounts are in memory */
    uint32_t *order;             /* of the accounts by id; NULL: in that of their numbers */
    size_t next, end;
};

static enum kam_status open_merge(struct kam_walk **out, const struct kam_store *store,
                                  const struct kam_run_listener *listener, struct kam_error *error)
{
    struct kam_walk *walk = *out = calloc(1, sizeof *walk);

    if (!walk)
        return kam_error_nomem(error);
    walk->store = store;
    return kam_store_open_merge(store, listener, &walk->merge, error);
}

static enum kam_status find_order(struct kam_walk *walk, struct kam_error *error)
{
    walk->end = kam_store_count(walk->store);
    walk->order = malloc((walk->end + 1) * sizeof *walk->order);
    return walk->order ? kam_store_order(walk->store, walk->order, error) : kam_error_nomem(error);
}

enum kam_status kam_walk_open_with(struct kam_walk **walk, const struct kam_store *store,
                                   const struct kam_run_listener *listener, struct kam_error *error)
{
    enum kam_status status = open_merge(walk, store, listener, error);

    return status || (*walk)->merge ? status : find_order(*walk, error);
}

enum kam_status kam_walk_open(struct kam_walk **walk, const struct kam_store *store,
                              enum kam_walk_order order, struct kam_error *error)
{
    if (order == KAM_WALK_BY_ID)
        return kam_walk_open_with(walk, store, NULL, error);
    enum kam_status status = open_merge(walk, store, NULL, error);
    if (!status)
        (*walk)->end = kam_store_end(store);
    return status;
}

static enum kam_status next_merged(const struct kam_walk *walk, struct kam_walk_batch *batch,
                                   struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    kam_arena_reset(&batch->arena);
    while (batch->count < KAM_WALK_ACCOUNTS && !status) {
        status =
            kam_run_merge_next(walk->merge, &batch->arena, &batch->accounts[batch->count], error);
        batch->count += !status;
    }
    return status == KAM_END && batch->count ? KAM_OK : status;
}

enum kam_status kam_walk_next(struct kam_walk *walk, struct kam_walk_batch *batch,
                              struct kam_error *error)
{
    batch->scattered = walk->order ? walk->store : NULL;
    batch->count = 0;
    if (walk->merge)
        return next_merged(walk, batch, error);
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

    if (batch->scattered && i + RECORDS < batch->count)
        kam_store_fetch(batch->scattered, batch->accounts[i + RECORDS]);
    if (batch->scattered && i + TEXTS < batch->count)
        kam_store_fetch_texts(batch->scattered, batch->accounts[i + TEXTS]);
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
    kam_run_merge_close(walk->merge);
    free(walk->order);
    free(walk);
}
