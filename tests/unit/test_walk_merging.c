/*
 * What is merged when accounts that were put aside in several runs are walked through, who hears of
 * it, and what fails.
 */
#include "storing.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- merging --------------------------------------------------------------------------------- */

static void attributes_are_those_of_the_later_month(void **state)
{
    static const struct {
        int first_month;
        const char *first;
        int second_month;
        const char *second, *expected;
    } cases[] = {
        {1, "a", 2, "b", "b"}, {1, "b", 2, "a", "a"}, {2, "a", 1, "b", "a"},
        {1, "a", 2, "", ""},   {2, "", 1, "a", ""},   {1, "a", 1, "b", "b"},
        {1, "b", 1, "a", "b"}, {1, "a", 1, "", "a"},  {1, "", 1, "a", "a"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_store *store = new_store(1, 1);
        struct kam_walk_batch batch = {.count = 0};
        struct accounts_line line;
        uint64_t random = 1;
        for (int second = 0; second <= 1; second++) {
            accounts_line_make(&line, 1, &random);
            line.line.month =
                ACCOUNTS_FIRST_MONTH + (second ? cases[i].second_month : cases[i].first_month);
            line.attributes[1] = kam_text_of(second ? cases[i].second : cases[i].first);
            accounts_hash_attributes(&line);
            add_line(store, &line);
        }
        finish(store);
        const struct kam_account *account = only_account(store, &batch);
        accounts_assert_text(kam_account_attribute(account, &accounts_layout, 1),
                             kam_text_of(cases[i].expected));
        kam_walk_batch_free(&batch);
        kam_store_free(store);
    }
}

/* Of three accounts the middle one has more than a decimal can hold, in two runs. */
static void overflow(struct kam_decimal amount, struct kam_decimal sum)
{
    struct kam_store *store = new_store(3, 1);
    struct kam_walk_batch batch = {.count = 0};
    struct kam_error error = {0};
    struct accounts_line line;
    struct kam_walk *walk;
    uint64_t random = 1;

    for (uint32_t i = 0; i < 6; i++) {
        accounts_line_make(&line, 5 * (i % 3), &random); /* "0", "1", "2" */
        line.line.month = ACCOUNTS_FIRST_MONTH;
        if (i % 3 == 1) {
            line.line.amount = kam_amount_of(amount);
            line.sums[1] = kam_amount_of(sum);
        }
        add_line(store, &line);
    }
    finish(store);
    assert_int_equal(kam_walk_open(&walk, store, KAM_WALK_BY_ID, NULL), KAM_OK);
    assert_int_equal(kam_walk_next(walk, &batch, &error), KAM_DATA);
    assert_string_equal(error.text, "the sum of account '1' becomes too large");
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    kam_store_free(store);
}

static void sums_may_overflow_as_late_as_here(void **state)
{
    (void)state;
    overflow(decimal(LARGEST), KAM_DECIMAL_ZERO);
    overflow(decimal("-" LARGEST), KAM_DECIMAL_ZERO);
    overflow(KAM_DECIMAL_ZERO, decimal(LARGEST));
    overflow(KAM_DECIMAL_ZERO, decimal("-" LARGEST));
}

/* ---- listeners ------------------------------------------------------------------------------- */

enum { SOURCES = 4, FEW = 50 };

/* Lines of each account from each source, and what a listener has heard. */
struct hearing {
    unsigned lines[FEW][SOURCES];
    unsigned heard[FEW][SOURCES];
    uint32_t account; /* that was heard of last, and from where */
    unsigned source;
    size_t meetings;
};

static enum kam_status hear(void *context, const struct kam_run_meeting *meeting,
                            struct kam_error *error)
{
    struct hearing *hearing = context;
    uint32_t account = 0;
    uint64_t before = 0;
    char id[64];

    (void)error;
    while (!kam_text_equal(accounts_id(account, id), kam_account_id(meeting->record)))
        account++;
    accounts_assert_text(kam_account_id(meeting->before), kam_account_id(meeting->record));
    if (hearing->meetings == 0 || hearing->account != account)
        hearing->heard[account][meeting->before_source] = (unsigned)meeting->before->lines;
    else
        assert_int_equal(meeting->before_source, hearing->source);
    assert_in_range(meeting->source, meeting->before_source, SOURCES - 1);
    for (unsigned s = 0; s <= meeting->before_source; s++)
        before += hearing->heard[account][s];
    assert_int_equal(meeting->before->lines, before);
    hearing->heard[account][meeting->source] += (unsigned)meeting->record->lines;
    hearing->account = account;
    hearing->source = meeting->source;
    hearing->meetings++;
    return KAM_OK;
}

static void add_from_sources(struct kam_store *store, struct hearing *hearing)
{
    uint64_t random = 5;
    struct accounts_line line;

    for (unsigned s = 0; s < SOURCES; s++) {
        if (s)
            assert_int_equal(kam_store_begin_source(store, s, NULL), KAM_OK);
        for (int i = 0; i < FEW * 2; i++) {
            uint32_t account = random_below(&random, FEW);
            accounts_line_make(&line, account, &random);
            add_line(store, &line);
            hearing->lines[account][s]++;
        }
    }
    finish(store);
}

/* From so many sources there are lines of ACCOUNT. */
static unsigned sources_of(const struct hearing *hearing, uint32_t account)
{
    unsigned count = 0;

    for (unsigned s = 0; s < SOURCES; s++)
        count += hearing->lines[account][s] > 0;
    return count;
}

static void walk_and_listen(const struct kam_store *store, struct hearing *hearing)
{
    const struct kam_run_listener listener = {hear, hearing};
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk;
    enum kam_status status;

    assert_int_equal(kam_walk_open_with(&walk, store, &listener, NULL), KAM_OK);
    do
        status = kam_walk_next(walk, &batch, NULL);
    while (!status);
    assert_int_equal(status, KAM_END);
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
}

static void listeners_hear_of_sources_in_order(void **state)
{
    static const size_t limits[] = {LARGE, 1};

    (void)state;
    for (size_t l = 0; l < 2; l++)
        for (unsigned parts = 1; parts <= 3; parts += 2) {
            struct kam_store *store = new_store(parts, limits[l]);
            struct hearing hearing = {.meetings = 0};
            size_t meetings = 0;
            add_from_sources(store, &hearing);
            walk_and_listen(store, &hearing);
            for (uint32_t a = 0; a < FEW; a++) {
                unsigned lines = 0;
                for (unsigned s = 0; s < SOURCES; s++)
                    lines += hearing.lines[a][s];
                if (limits[l] == LARGE ? sources_of(&hearing, a) > 1 : lines > 1)
                    assert_memory_equal(hearing.heard[a], hearing.lines[a],
                                        sizeof hearing.lines[a]);
                if (lines)
                    meetings += (limits[l] == LARGE ? sources_of(&hearing, a) : lines) - 1;
            }
            assert_int_equal(hearing.meetings, meetings);
            kam_store_free(store);
        }
}

static enum kam_status refuse(void *context, const struct kam_run_meeting *meeting,
                              struct kam_error *error)
{
    unsigned *left = context;

    if (--*left)
        return KAM_OK;
    return kam_error_set(error, KAM_DATA, "no more of %.*s", (int)meeting->record->id_len,
                         meeting->record->id_ptr);
}

static void listeners_can_end_it(void **state)
{
    struct kam_store *store = new_store(2, 1);
    struct hearing hearing = {.meetings = 0};
    unsigned left = 3;
    const struct kam_run_listener listener = {refuse, &left};
    struct kam_walk_batch batch = {.count = 0};
    struct kam_error error = {0};
    struct kam_walk *walk;

    (void)state;
    add_from_sources(store, &hearing);
    assert_int_equal(kam_walk_open_with(&walk, store, &listener, &error), KAM_OK);
    assert_int_equal(kam_walk_next(walk, &batch, &error), KAM_DATA);
    assert_string_equal(error.text, "no more of 0");
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    kam_store_free(store);
}

static void without_a_limit_sources_say_nothing(void **state)
{
    struct kam_store *store = new_store(2, NO_LIMIT);
    struct hearing hearing = {.meetings = 0};

    (void)state;
    add_from_sources(store, &hearing);
    assert_in_range(kam_store_count(store), 1, FEW);
    walk_and_listen(store, &hearing);
    assert_int_equal(hearing.meetings, 0);
    kam_store_free(store);
}

/* ---- making room ----------------------------------------------------------------------------- */

static void room_is_made_only_where_it_is_needed(void **state)
{
    static const size_t limits[] = {NO_LIMIT, LARGE, 1};
    struct accounts_line line;
    uint64_t random = 1;
    uint32_t number;
    bool gone;

    (void)state;
    for (size_t l = 0; l < 3; l++) {
        struct kam_store *store = new_store(2, limits[l]);
        assert_int_equal(kam_store_make_room(store, &gone, NULL), KAM_OK);
        assert_false(gone);
        accounts_line_make(&line, 0, &random);
        assert_int_equal(kam_store_lookup(store, line.line.id, KAM_STORE_ADD, &number, NULL),
                         KAM_OK);
        assert_int_equal(kam_store_make_room(store, &gone, NULL), KAM_OK);
        assert_int_equal(gone, limits[l] == 1);
        assert_int_equal(kam_store_lookup(store, line.line.id, KAM_STORE_FIND, &number, NULL),
                         KAM_OK);
        assert_int_equal(number == KAM_NONE, gone);
        assert_false(kam_store_is_empty(store));
        kam_store_free(store);
    }
}

/* ---- what fails ------------------------------------------------------------------------------ */

#define NO_DIRECTORY "/nonexistent/kam"
static const char cannot_create[] =
    "cannot create a temporary file in " NO_DIRECTORY
    ": No such file or directory; TMPDIR says which directory to use";

static struct kam_store *store_without_directory(unsigned parts, size_t limit)
{
    struct kam_store *store = new_store(parts, limit);

    kam_store_limit(store, limit, NO_DIRECTORY);
    return store;
}

static void without_a_directory_lines_fail(void **state)
{
    (void)state;
    for (unsigned parts = 1; parts <= 3; parts += 2) {
        struct kam_store *store = store_without_directory(parts, 1);
        struct kam_error error = {0};
        struct accounts_line lines[20];
        const struct kam_line *pointers[20];
        uint64_t random = 1;
        size_t failed;
        for (uint32_t i = 0; i < 20; i++) {
            accounts_line_make(&lines[i], i, &random);
            pointers[i] = &lines[i].line;
        }
        assert_int_equal(kam_store_add_lines(store, pointers, 20, &failed, &error), KAM_IO);
        assert_string_equal(error.text, cannot_create);
        kam_store_free(store);
    }
}

static void without_a_directory_sources_and_room_fail(void **state)
{
    struct kam_error error = {0};
    struct accounts_line line;
    uint64_t random = 1;
    uint32_t number;
    bool gone;

    (void)state;
    accounts_line_make(&line, 0, &random);
    struct kam_store *store = store_without_directory(2, LARGE);
    add_line(store, &line);
    assert_int_equal(kam_store_begin_source(store, 1, &error), KAM_IO);
    assert_string_equal(error.text, cannot_create);
    kam_store_free(store);

    store = store_without_directory(2, 1);
    assert_int_equal(kam_store_lookup(store, line.line.id, KAM_STORE_ADD, &number, NULL), KAM_OK);
    error.text[0] = '\0';
    assert_int_equal(kam_store_make_room(store, &gone, &error), KAM_IO);
    assert_string_equal(error.text, cannot_create);
    kam_store_free(store);
}

static int open_files(void)
{
    DIR *d = opendir("/proc/self/fd");
    int n = 0;

    if (!d)
        return 0;
    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

/* Other threads go on adding for a while after one has failed: each part has one file at most. */
static int fail_again_and_again(void)
{
    const struct rlimit limit = {10, 10};
    struct kam_store *store;
    struct accounts_line line;
    struct kam_error error = {0};
    const struct kam_line *pointer = &line.line;
    uint64_t random = 1;
    int before = open_files();
    size_t failed;

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) ||
        kam_store_new(&store, &accounts_layout, 1, 1, NULL) != KAM_OK)
        return 10;
    kam_store_limit(store, 1, "/tmp");
    for (uint32_t i = 0; i < 20; i++) {
        accounts_line_make(&line, i, &random);
        if (kam_store_add_lines(store, &pointer, 1, &failed, &error) != KAM_IO ||
            !strstr(error.text, "cannot write a temporary file in /tmp: File too large"))
            return 20;
    }
    if (open_files() > before + 1)
        return 30;
    if (kam_store_finish(store, &error) != KAM_OK)
        return 40;
    kam_store_free(store);
    return open_files() == before ? 0 : 50;
}

static void a_full_disk_fails_every_time(void **state)
{
    int result = 0;

    (void)state;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(fail_again_and_again());
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result));
    assert_int_equal(WEXITSTATUS(result), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_are_those_of_the_later_month),
        cmocka_unit_test(sums_may_overflow_as_late_as_here),
        cmocka_unit_test(listeners_hear_of_sources_in_order),
        cmocka_unit_test(listeners_can_end_it),
        cmocka_unit_test(without_a_limit_sources_say_nothing),
        cmocka_unit_test(room_is_made_only_where_it_is_needed),
        cmocka_unit_test(without_a_directory_lines_fail),
        cmocka_unit_test(without_a_directory_sources_and_room_fail),
        cmocka_unit_test(a_full_disk_fails_every_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
