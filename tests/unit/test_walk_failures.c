/*
 * Accounts put aside and walked through, with each allocation and each system call failing in turn,
 * until one run needs no more of them: every failure is a status with its message, and nothing
 * leaks (which a sanitizer or valgrind sees). The linker puts the functions below between libkam
 * and the C library.
 */
#include "account/walk.h"
#include "accounts.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

enum call { NO_CALL, ALLOCATION, OPEN, WRITE, READ };

/* What is to fail: of all calls of a kind, number COUNTDOWN from now on (0: none). */
static struct {
    enum call call;
    unsigned countdown;
    int error;        /* errno of system calls; 0: they come to the end of something */
    bool is_stubborn; /* reads and writes do half of it, if they aren't interrupted */
    unsigned calls;
} plan;

static bool fails(enum call call)
{
    return plan.call == call && plan.countdown && --plan.countdown == 0;
}

/* What a read or write of COUNT bytes does: 0 and less is its result. */
static ssize_t judge(enum call call, size_t count)
{
    if (fails(call)) {
        errno = plan.error;
        return plan.error ? -1 : 0;
    }
    if (!plan.is_stubborn)
        return (ssize_t)count;
    errno = EINTR;
    return plan.calls++ % 2 ? -1 : (ssize_t)(count + 1) / 2;
}

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's names */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
int __real_open(const char *path, int flags, mode_t mode);
ssize_t __real_pwrite(int fd, const void *bytes, size_t count, off_t offset);
ssize_t __real_pread(int fd, void *bytes, size_t count, off_t offset);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
int __wrap_open(const char *path, int flags, mode_t mode);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t count, off_t offset);
ssize_t __wrap_pread(int fd, void *bytes, size_t count, off_t offset);

void *__wrap_malloc(size_t size)
{
    return fails(ALLOCATION) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails(ALLOCATION) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails(ALLOCATION) ? NULL : __real_realloc(old, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return fails(ALLOCATION) ? NULL : __real_aligned_alloc(alignment, size);
}

int __wrap_open(const char *path, int flags, mode_t mode)
{
    if (!fails(OPEN))
        return __real_open(path, flags, mode);
    errno = plan.error;
    return -1;
}

ssize_t __wrap_pwrite(int fd, const void *bytes, size_t count, off_t offset)
{
    ssize_t n = judge(WRITE, count);

    return n > 0 ? __real_pwrite(fd, bytes, (size_t)n, offset) : n;
}

ssize_t __wrap_pread(int fd, void *bytes, size_t count, off_t offset)
{
    ssize_t n = judge(READ, count);

    return n > 0 ? __real_pread(fd, bytes, (size_t)n, offset) : n;
}

/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* ---- a run ----------------------------------------------------------------------------------- */

enum { ACCOUNTS = 40, BATCHES = 3, LONG_TEXT = 30000 };

static const char text[LONG_TEXT];

static enum kam_status add_lines(struct kam_store *store, struct kam_error *error)
{
    static struct accounts_line lines[ACCOUNTS];
    const struct kam_line *pointers[ACCOUNTS];
    enum kam_status status = KAM_OK;
    uint64_t random = 1;
    size_t failed;

    for (int b = 0; b < BATCHES && !status; b++) {
        for (uint32_t i = 0; i < ACCOUNTS; i++) {
            accounts_line_make(&lines[i], random_below(&random, ACCOUNTS), &random);
            pointers[i] = &lines[i].line;
        }
        lines[b].attributes[0] = (struct kam_text){text, LONG_TEXT};
        accounts_hash_attributes(&lines[b]);
        status = kam_store_add_lines(store, pointers, ACCOUNTS, &failed, error);
    }
    return status;
}

/* As rows of an account table are. */
static enum kam_status merge_rows(struct kam_store *store, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    struct kam_arena arena = {.chunks = NULL};
    char id[64];
    bool gone;

    for (uint32_t i = 0; i < ACCOUNTS / 2 && !status; i++) {
        struct kam_account_context context = kam_store_context(store);
        struct kam_account *row = kam_store_scratch(store);
        uint32_t number;
        row->lines = 1;
        kam_account_sets(row, &accounts_layout)[1].low = 1;
        if (!kam_attributes_set(&row->attributes, ACCOUNTS_ATTRIBUTES, 1, KAM_TEXT("x"), &arena))
            status = kam_error_nomem(error);
        if (!status)
            status = kam_store_make_room(store, &gone, error);
        if (!status)
            status = kam_store_lookup(store, accounts_id(i * 2, id), KAM_STORE_ADD, &number, error);
        if (!status && kam_account_merge(kam_store_account(store, number), row, &context))
            status = kam_error_nomem(error);
    }
    kam_arena_free(&arena);
    return status;
}

static enum kam_status fill(struct kam_store *store, struct kam_error *error)
{
    enum kam_status status = add_lines(store, error);

    if (!status)
        status = kam_store_begin_source(store, 1, error);
    if (!status)
        status = merge_rows(store, error);
    return status ? status : kam_store_finish(store, error);
}

static enum kam_status walk_through(const struct kam_store *store, uint64_t *digest,
                                    struct kam_error *error)
{
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;
    enum kam_status status = kam_walk_open(&walk, store, KAM_WALK_BY_ID, error);

    while (!status && !(status = kam_walk_next(walk, &batch, error)))
        for (size_t i = 0; i < batch.count; i++) {
            const struct kam_account *account = kam_walk_account(&batch, i);
            *digest = *digest * 31 + kam_hash(kam_account_id(account)) + account->lines;
        }
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    return status;
}

static enum kam_status run(uint64_t *digest, struct kam_error *error)
{
    struct kam_store *store;
    enum kam_status status = kam_store_new(&store, &accounts_layout, 2, 2, error);

    *digest = 0;
    if (status)
        return status;
    kam_store_limit(store, 1, "/tmp");
    status = fill(store, error);
    if (!status)
        status = walk_through(store, digest, error);
    kam_store_free(store);
    return status;
}

/* ---- failures -------------------------------------------------------------------------------- */

static uint64_t undisturbed(void)
{
    uint64_t digest;

    plan.call = NO_CALL;
    plan.is_stubborn = false;
    assert_int_equal(run(&digest, NULL), KAM_END);
    return digest;
}

/* Let CALL number 1, 2, 3 ... fail with ERROR: STATUS and TEXT. At least LEAST of them there are.
 */
static void sweep(enum call call, int with, enum kam_status status, const char *message,
                  unsigned least)
{
    uint64_t expected = undisturbed(), digest;
    struct kam_error error;

    for (unsigned n = 1;; n++) {
        plan.call = call;
        plan.error = with;
        plan.countdown = n;
        error.text[0] = '\0';
        enum kam_status came = run(&digest, &error);
        bool failed = plan.countdown == 0;
        plan.call = NO_CALL;
        if (!failed) {
            assert_int_equal(came, KAM_END);
            assert_int_equal(digest, expected);
            assert_in_range(n - 1, least, 10000);
            return;
        }
        assert_int_equal(came, status);
        assert_int_equal(error.status, status);
        assert_string_equal(error.text, message);
    }
}

#define CANNOT(what, why)                                                                          \
    "cannot " what " a temporary file in /tmp: " why "; TMPDIR says which directory to use"

static void memory_runs_out(void **state)
{
    (void)state;
    sweep(ALLOCATION, 0, KAM_NOMEM, "out of memory", 50);
}

static void files_cannot_be_made(void **state)
{
    (void)state;
    sweep(OPEN, EMFILE, KAM_IO, CANNOT("create", "Too many open files"), 2);
}

static void writing_fails(void **state)
{
    (void)state;
    sweep(WRITE, ENOSPC, KAM_IO, CANNOT("write", "No space left on device"), 2 * BATCHES);
    sweep(WRITE, EIO, KAM_IO, CANNOT("write", "Input/output error"), 2 * BATCHES);
    sweep(WRITE, 0, KAM_IO, CANNOT("write", "No space left on device"), 2 * BATCHES);
}

static void reading_fails(void **state)
{
    (void)state;
    sweep(READ, EIO, KAM_IO, CANNOT("read", "Input/output error"), 2 * BATCHES);
    sweep(READ, 0, KAM_IO, CANNOT("read", "Input/output error"), 2 * BATCHES);
}

static void interrupted_and_partial_calls_are_gone_on_with(void **state)
{
    uint64_t expected = undisturbed(), digest;

    (void)state;
    plan.is_stubborn = true;
    plan.calls = 0;
    assert_int_equal(run(&digest, NULL), KAM_END);
    plan.is_stubborn = false;
    assert_in_range(plan.calls, 50, UINT32_MAX);
    assert_int_equal(digest, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(files_cannot_be_made),
        cmocka_unit_test(writing_fails),
        cmocka_unit_test(reading_fails),
        cmocka_unit_test(interrupted_and_partial_calls_are_gone_on_with),
    };

    return cmocka_run_group_tests_name("walk_failures", tests, NULL, NULL);
}
