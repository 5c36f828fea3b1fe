/*
 * storing: stores that may put accounts aside, for the tests of what comes back from them.
 */
#ifndef KAM_TESTS_STORING_H
#define KAM_TESTS_STORING_H

#include "account/walk.h"
#include "accounts.h"

enum { NO_LIMIT = 0, LARGE = 100 * 1000 * 1000 };

static inline struct kam_store *new_store(unsigned parts, size_t limit)
{
    struct kam_store *store;

    assert_int_equal(kam_store_new(&store, &accounts_layout, 4, parts, NULL), KAM_OK);
    if (limit)
        kam_store_limit(store, limit, "/tmp");
    return store;
}

static inline void add_line(struct kam_store *store, const struct accounts_line *line)
{
    const struct kam_line *pointer = &line->line;
    size_t failed;

    assert_int_equal(kam_store_add_lines(store, &pointer, 1, &failed, NULL), KAM_OK);
}

static inline void finish(struct kam_store *store)
{
    assert_int_equal(kam_store_finish(store, NULL), KAM_OK);
}

/* The only account of a store that is finished; its memory is BATCH's. */
static inline const struct kam_account *only_account(const struct kam_store *store,
                                                     struct kam_walk_batch *batch)
{
    struct kam_walk *walk;

    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    assert_int_equal(kam_walk_next(walk, batch, NULL), KAM_OK);
    assert_int_equal(batch->count, 1);
    kam_walk_close(walk);
    return kam_walk_account(batch, 0);
}

#endif
