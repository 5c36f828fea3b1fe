/*
 * However little memory a store may take, a walk gives the same accounts, in the same order: those
 * that were put aside in many pieces as those that never were.
 */
#include "account/storeorder.h"
#include "storing.h"

#include <pthread.h>

/* ---- limits, parts, threads ------------------------------------------------------------------ */

enum { LINES = 12000, ACCOUNTS = 3001, MOST_AT_ONCE = 900, MOST_THREADS = 4 };

/* Many lines of a few thousand accounts, and those as they come to be in memory. */
struct world {
    struct accounts_line *lines;
    struct kam_store *store;
    uint32_t *order;
    size_t count;
};

/* The lines of THREAD, one of THREADS, in batches. */
struct adder {
    const struct world *world;
    struct kam_store *store;
    unsigned thread, threads;
};

static void *add_own_lines(void *context)
{
    const struct adder *adder = context;
    const struct kam_line *batch[MOST_AT_ONCE];
    uint64_t random = adder->thread + 1;
    size_t count = 0, failed;
    unsigned most = 1;

    for (size_t i = adder->thread; i < LINES; i += adder->threads) {
        batch[count++] = &adder->world->lines[i].line;
        if (count < most && i + adder->threads < LINES)
            continue;
        if (kam_store_add_lines(adder->store, batch, count, &failed, NULL))
            return NULL;
        most = 1 + random_below(&random, MOST_AT_ONCE);
        count = 0;
    }
    return context;
}

static void add_all(const struct world *world, struct kam_store *store, unsigned threads)
{
    struct adder adders[MOST_THREADS];
    pthread_t ids[MOST_THREADS];

    for (unsigned t = 0; t < threads; t++) {
        adders[t] = (struct adder){world, store, t, threads};
        assert_int_equal(pthread_create(&ids[t], NULL, add_own_lines, &adders[t]), 0);
    }
    for (unsigned t = 0; t < threads; t++) {
        void *done;
        pthread_join(ids[t], &done);
        assert_non_null(done);
    }
}

static int make_world(void **state)
{
    static struct world world;
    uint64_t random = 1;

    world.lines = calloc(LINES, sizeof *world.lines);
    if (!world.lines)
        return -1;
    for (size_t i = 0; i < LINES; i++)
        accounts_line_make(&world.lines[i], random_below(&random, ACCOUNTS), &random);
    world.store = new_store(1, NO_LIMIT);
    add_all(&world, world.store, 1);
    world.count = kam_store_count(world.store);
    world.order = calloc(world.count, sizeof *world.order);
    *state = &world;
    return world.order && kam_store_order(world.store, world.order, NULL) == KAM_OK ? 0 : -1;
}

static int free_world(void **state)
{
    struct world *world = *state;

    kam_store_free(world->store);
    free(world->order);
    free(world->lines);
    return 0;
}

static void assert_walk_by_id(const struct world *world, const struct kam_store *store)
{
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;
    enum kam_status status;
    size_t seen = 0;

    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    while (!(status = kam_walk_next(walk, &batch, NULL))) {
        size_t rest = world->count - seen;
        assert_int_equal(batch.count, rest < KAM_WALK_ACCOUNTS ? rest : KAM_WALK_ACCOUNTS);
        for (size_t i = 0; i < batch.count; i++)
            accounts_assert_same(kam_walk_account(&batch, i),
                                 kam_store_account(world->store, world->order[seen++]),
                                 &accounts_layout);
    }
    assert_int_equal(status, KAM_END);
    assert_int_equal(seen, world->count);
    assert_int_equal(kam_walk_next(walk, &batch, NULL), KAM_END);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
}

static void assert_walk_in_any_order(const struct world *world, const struct kam_store *store)
{
    struct kam_walk_batch batch = {.count = 0};
    bool *seen = calloc(kam_store_end(world->store) + 1, sizeof *seen);
    struct kam_walk *walk;
    enum kam_status status;
    size_t count = 0;

    assert_non_null(seen);
    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_ANY, NULL), KAM_OK);
    for (; !(status = kam_walk_next(walk, &batch, NULL)); count += batch.count)
        for (size_t i = 0; i < batch.count; i++) {
            const struct kam_account *account = kam_walk_account(&batch, i);
            uint32_t number;
            assert_int_equal(kam_store_lookup(world->store, kam_account_id(account), KAM_STORE_FIND,
                                              &number, NULL),
                             KAM_OK);
            assert_int_not_equal(number, KAM_NONE);
            assert_false(seen[number]);
            seen[number] = true;
            accounts_assert_same(account, kam_store_account(world->store, number),
                                 &accounts_layout);
        }
    assert_int_equal(status, KAM_END);
    assert_int_equal(count, world->count);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    free(seen);
}

static void assert_same_store(const struct world *world, const struct kam_store *store)
{
    struct kam_months months = kam_store_months(store), expected = kam_store_months(world->store);

    assert_int_equal(months.first, expected.first);
    assert_int_equal(months.count, expected.count);
    assert_false(kam_store_is_empty(store));
    assert_walk_by_id(world, store);
    assert_walk_in_any_order(world, store);
}

static void limits_parts_and_threads_make_no_difference(void **state)
{
    static const struct {
        size_t limit;
        bool is_enough;
    } limits[] = {{NO_LIMIT, true}, {LARGE, true}, {100000, false}, {500, false}, {1, false}};
    static const unsigned parts[] = {1, 3, 8}, threads[] = {1, MOST_THREADS};
    const struct world *world = *state;

    for (size_t l = 0; l < sizeof limits / sizeof *limits; l++)
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
                struct kam_store *store = new_store(parts[p], limits[l].limit);
                add_all(world, store, threads[t]);
                finish(store);
                assert_int_equal(kam_store_count(store), limits[l].is_enough ? world->count : 0);
                assert_same_store(world, store);
                kam_store_free(store);
            }
}

/* As the writer of the table has it: what one thread took is looked at by another, later. */
static void batches_stay_what_they_are(void **state)
{
    enum { BATCHES = 5 };
    const struct world *world = *state;
    struct kam_store *store = new_store(3, 1);
    static struct kam_walk_batch batches[BATCHES];
    struct kam_walk *walk;
    size_t seen = 0;

    add_all(world, store, 1);
    finish(store);
    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    for (int b = 0; b < BATCHES; b++)
        assert_int_equal(kam_walk_next(walk, &batches[b], NULL), KAM_OK);
    kam_walk_close(walk);
    for (int b = 0; b < BATCHES; b++) {
        for (size_t i = 0; i < batches[b].count; i++)
            accounts_assert_same(kam_walk_account(&batches[b], i),
                                 kam_store_account(world->store, world->order[seen++]),
                                 &accounts_layout);
        kam_walk_batch_free(&batches[b]);
    }
    kam_store_free(store);
}

static void several_walks_at_once(void **state)
{
    const struct world *world = *state;
    struct kam_store *store = new_store(3, 1);
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;

    add_all(world, store, 1);
    finish(store);
    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    assert_int_equal(kam_walk_next(walk, &batch, NULL), KAM_OK);
    assert_walk_by_id(world, store);
    assert_int_equal(kam_walk_next(walk, &batch, NULL), KAM_OK);
    accounts_assert_same(kam_walk_account(&batch, 0),
                         kam_store_account(world->store, world->order[KAM_WALK_ACCOUNTS]),
                         &accounts_layout);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    kam_store_free(store);
}

/* ---- how many -------------------------------------------------------------------------------- */

static void assert_batches(unsigned accounts, unsigned parts, size_t limit)
{
    struct kam_store *store = new_store(parts, limit);
    struct kam_walk_batch batch = {.count = 0};
    struct accounts_line line;
    struct kam_walk *walk;
    uint64_t random = 1;
    unsigned rest = accounts;

    assert_int_equal(kam_store_add_lines(store, NULL, 0, &(size_t){0}, NULL), KAM_OK);
    assert_true(kam_store_is_empty(store));
    for (uint32_t i = 0; i < accounts; i++) {
        accounts_line_make(&line, i, &random);
        add_line(store, &line);
        assert_false(kam_store_is_empty(store));
    }
    finish(store);
    assert_int_equal(kam_store_is_empty(store), accounts == 0);
    assert_int_equal(kam_store_months(store).count > 0, accounts > 0);
    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    for (; rest; rest -= (unsigned)batch.count) {
        assert_int_equal(kam_walk_next(walk, &batch, NULL), KAM_OK);
        assert_int_equal(batch.count, rest < KAM_WALK_ACCOUNTS ? rest : KAM_WALK_ACCOUNTS);
    }
    for (int i = 0; i < 2; i++) {
        assert_int_equal(kam_walk_next(walk, &batch, NULL), KAM_END);
        assert_int_equal(batch.count, 0);
    }
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    kam_store_free(store);
}

static void batches_are_full_but_for_the_last(void **state)
{
    static const unsigned counts[] = {0, 1, 2, 255, 256, 257, 512, 1000};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (unsigned parts = 1; parts <= 3; parts += 2) {
            assert_batches(counts[i], parts, NO_LIMIT);
            assert_batches(counts[i], parts, LARGE);
            assert_batches(counts[i], parts, 1);
        }
}

static void accounts_that_are_merged_are_seen_once(void **state)
{
    struct kam_store *store = new_store(1, 1);
    struct kam_walk_batch batch = {.count = 0};
    struct accounts_line line;
    uint64_t random = 1;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        accounts_line_make(&line, 7, &random);
        add_line(store, &line);
    }
    finish(store);
    assert_int_equal(only_account(store, &batch)->lines, 1000);
    kam_walk_batch_free(&batch);
    kam_store_free(store);
}

static void months_reach_from_the_first_run_to_the_last(void **state)
{
    static const int months[] = {5, 2, 9, 4};
    struct kam_store *store = new_store(2, 1);
    struct accounts_line line;
    uint64_t random = 1;

    (void)state;
    for (uint32_t i = 0; i < 4; i++) {
        accounts_line_make(&line, i, &random);
        line.line.month = ACCOUNTS_FIRST_MONTH + months[i];
        add_line(store, &line);
    }
    finish(store);
    assert_int_equal(kam_store_months(store).first, ACCOUNTS_FIRST_MONTH + 2);
    assert_int_equal(kam_store_months(store).count, 8);
    kam_store_free(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_parts_and_threads_make_no_difference),
        cmocka_unit_test(batches_stay_what_they_are),
        cmocka_unit_test(several_walks_at_once),
        cmocka_unit_test(batches_are_full_but_for_the_last),
        cmocka_unit_test(accounts_that_are_merged_are_seen_once),
        cmocka_unit_test(months_reach_from_the_first_run_to_the_last),
    };

    return cmocka_run_group_tests_name("walk", tests, make_world, free_world);
}
