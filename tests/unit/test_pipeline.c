#include "base/pipeline.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "random.h"

enum { PIECES = 7, ITEMS = 300, NOWHERE = ITEMS + 1 };

enum step { TAKE, WORK, GIVE, FINISH, STEPS };

/* Items 0, 1, ... ITEMS - 1 go through all steps; some fail at one. */
struct run {
    int fails_at[STEPS]; /* the item; NOWHERE: none does */
    bool ends;           /* there, without a failure */
    int taken, given;
    pthread_mutex_t mutex;
    int worked[ITEMS], finished[ITEMS];
    int open[STEPS]; /* how many threads are at it */
    int most[STEPS]; /* at once */
};

struct piece {
    int item;
};

static enum kam_status step(struct run *run, enum step step, int item, struct kam_error *error)
{
    if (run->fails_at[step] != item)
        return KAM_OK;
    return run->ends ? KAM_END : kam_error_set(error, KAM_DATA, "%d at %d", item, step);
}

static void enter(struct run *run, enum step step)
{
    pthread_mutex_lock(&run->mutex);
    run->open[step]++;
    if (run->open[step] > run->most[step])
        run->most[step] = run->open[step];
    pthread_mutex_unlock(&run->mutex);
}

static void leave(struct run *run, enum step step)
{
    pthread_mutex_lock(&run->mutex);
    run->open[step]--;
    pthread_mutex_unlock(&run->mutex);
}

/* Some time, other than the last. */
static void dawdle(int item)
{
    uint64_t seed = (uint64_t)item;
    volatile uint64_t sink = 0;

    for (unsigned i = random_below(&seed, 20000); i; i--)
        sink = sink + i;
}

static enum kam_status take(void *context, void *piece, struct kam_error *error)
{
    struct run *run = context;

    if (run->taken == ITEMS)
        return KAM_END;
    enter(run, TAKE);
    ((struct piece *)piece)->item = run->taken++;
    leave(run, TAKE);
    return step(run, TAKE, ((struct piece *)piece)->item, error);
}

static enum kam_status work(void *context, void *piece, struct kam_error *error)
{
    struct run *run = context;
    int item = ((struct piece *)piece)->item;

    enter(run, WORK);
    dawdle(item);
    run->worked[item]++;
    leave(run, WORK);
    return step(run, WORK, item, error);
}

static enum kam_status give(void *context, void *piece, struct kam_error *error)
{
    struct run *run = context;
    int item = ((struct piece *)piece)->item;

    enter(run, GIVE);
    if (run->worked[item] == 1 && run->given == item)
        run->given++;
    leave(run, GIVE);
    return step(run, GIVE, item, error);
}

static enum kam_status finish(void *context, void *piece, struct kam_error *error)
{
    struct run *run = context;
    int item = ((struct piece *)piece)->item;

    enter(run, FINISH);
    dawdle(item * 31);
    run->finished[item]++;
    leave(run, FINISH);
    return step(run, FINISH, item, error);
}

static enum kam_status run_all(struct run *run, size_t pieces, unsigned threads,
                               struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {take, work, give, finish};
    struct piece room[PIECES];
    void *pointers[PIECES];

    for (size_t i = 0; i < pieces; i++)
        pointers[i] = &room[i];
    run->taken = run->given = 0;
    memset(run->worked, 0, sizeof run->worked);
    memset(run->finished, 0, sizeof run->finished);
    memset(run->most, 0, sizeof run->most);
    pthread_mutex_init(&run->mutex, NULL);
    enum kam_status status = kam_pipeline_run(&steps, run, pointers, pieces, threads, error);
    pthread_mutex_destroy(&run->mutex);
    assert_true(run->most[TAKE] <= 1);
    assert_true(run->most[GIVE] <= 1);
    return status;
}

static void every_piece_goes_through_all_steps_in_order(void **unused)
{
    (void)unused;
    for (unsigned threads = 1; threads <= 5; threads++)
        for (size_t pieces = 1; pieces <= PIECES; pieces++) {
            struct run run = {.fails_at = {NOWHERE, NOWHERE, NOWHERE, NOWHERE}};
            struct kam_error error;
            assert_int_equal(run_all(&run, pieces, threads, &error), KAM_OK);
            assert_int_equal(run.given, ITEMS);
            for (int i = 0; i < ITEMS; i++)
                assert_int_equal(run.finished[i], 1);
        }
}

/* What comes of a run that fails: the first of those that do, and all before it is finished. */
static void check_failure(struct run *run, unsigned threads)
{
    struct kam_error error;
    char expected[32];
    int first = NOWHERE, at = TAKE;

    for (int s = TAKE; s < STEPS; s++)
        if (run->fails_at[s] < first) {
            first = run->fails_at[s];
            at = s;
        }
    snprintf(expected, sizeof expected, "%d at %d", first, at);
    assert_int_equal(run_all(run, PIECES, threads, &error), KAM_DATA);
    assert_string_equal(error.text, expected);
    for (int i = 0; i < first; i++)
        assert_int_equal(run->finished[i], 1);
    assert_true(run->given >= first);
}

static void the_first_failure_is_told(void **unused)
{
    uint64_t seed = 4;

    (void)unused;
    for (int i = 0; i < 200; i++) {
        struct run run = {.fails_at = {NOWHERE, NOWHERE, NOWHERE, NOWHERE}};
        unsigned failures = 1 + random_below(&seed, 3);
        for (unsigned f = 0; f < failures; f++)
            run.fails_at[random_below(&seed, STEPS)] = (int)random_below(&seed, ITEMS);
        check_failure(&run, 1 + random_below(&seed, 4));
    }
}

/* Nobody may want what is given any more. */
static void any_step_can_end_it(void **unused)
{
    enum { LAST = 20 };

    (void)unused;
    for (int at = TAKE; at < STEPS; at++)
        for (unsigned threads = 1; threads <= 4; threads++) {
            struct run run = {.fails_at = {NOWHERE, NOWHERE, NOWHERE, NOWHERE}, .ends = true};
            struct kam_error error;
            run.fails_at[at] = LAST;
            assert_int_equal(run_all(&run, PIECES, threads, &error), KAM_OK);
            for (int i = 0; i < LAST; i++)
                assert_int_equal(run.finished[i], 1);
            assert_true(run.given >= LAST && run.given <= LAST + (int)PIECES);
            if (at == GIVE)
                assert_int_equal(run.given, LAST + 1);
        }
}

static void steps_with_nothing_to_do_may_be_missing(void **unused)
{
    static const struct kam_pipeline_steps steps = {.take = take, .work = work};
    struct piece room[PIECES];
    void *pointers[PIECES];

    (void)unused;
    for (size_t i = 0; i < PIECES; i++)
        pointers[i] = &room[i];
    for (unsigned threads = 1; threads <= 4; threads++) {
        struct run run = {.fails_at = {NOWHERE, NOWHERE, NOWHERE, NOWHERE}};
        struct kam_error error;
        pthread_mutex_init(&run.mutex, NULL);
        assert_int_equal(kam_pipeline_run(&steps, &run, pointers, PIECES, threads, &error), KAM_OK);
        pthread_mutex_destroy(&run.mutex);
        for (int i = 0; i < ITEMS; i++)
            assert_int_equal(run.worked[i], 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_goes_through_all_steps_in_order),
        cmocka_unit_test(the_first_failure_is_told),
        cmocka_unit_test(any_step_can_end_it),
        cmocka_unit_test(steps_with_nothing_to_do_may_be_missing),
    };

    return cmocka_run_group_tests_name("pipeline", tests, NULL, NULL);
}
