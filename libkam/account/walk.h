/*
 * walk: all accounts of a store, once each, in batches.
 *
 *     struct kam_walk_batch batch = {0};
 *     status = kam_walk_open(&walk, store, KAM_WALK_BY_ID, error);
 *     while (!status && !(status = kam_walk_next(walk, &batch, error)))
 *         for (size_t i = 0; i < batch.count; i++)
 *             ... kam_walk_account(&batch, i) ...;
 *     KAM_END is the end of it, kam_walk_close(walk)
 */
#ifndef KAM_ACCOUNT_WALK_H
#define KAM_ACCOUNT_WALK_H

#include "account/store.h"

/* By id is in the order of its bytes; any order costs less. */
enum kam_walk_order { KAM_WALK_ANY, KAM_WALK_BY_ID };

enum { KAM_WALK_ACCOUNTS = 256 };

/* Zero-initialised it is empty; free it. */
struct kam_walk_batch {
    const struct kam_account *accounts[KAM_WALK_ACCOUNTS];
    size_t count;
    const struct kam_store *scattered; /* the store in whose memory they lie all over; or NULL */
    struct kam_arena arena;            /* of those that were put aside */
};

void kam_walk_batch_free(struct kam_walk_batch *batch);

struct kam_walk;

/*
 * STORE, which outlives the walk, is finished. Close *WALK, also after a failure. Of the status of
 * reading back what was put aside see runmerge.h.
 */
KAM_MUST_CHECK enum kam_status kam_walk_open(struct kam_walk **walk, const struct kam_store *store,
                                             enum kam_walk_order order, struct kam_error *error);

/* The same, by id, and LISTENER hears where records that were put aside meet. */
KAM_MUST_CHECK enum kam_status kam_walk_open_with(struct kam_walk **walk,
                                                  const struct kam_store *store,
                                                  const struct kam_run_listener *listener,
                                                  struct kam_error *error);

/* The next accounts, which stay what they are until BATCH is filled again. KAM_END: no more. */
KAM_MUST_CHECK enum kam_status kam_walk_next(struct kam_walk *walk, struct kam_walk_batch *batch,
                                             struct kam_error *error);

/*
 * Account number I of BATCH. If they lie in memory in another order, memory is asked for those
 * behind it.
 */
const struct kam_account *kam_walk_account(const struct kam_walk_batch *batch, size_t i);

/* NULL is allowed. */
void kam_walk_close(struct kam_walk *walk);

#endif
