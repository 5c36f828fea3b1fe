/*
 * Temporary files without a name: what is written is read back, and what fails says so. The linker
 * puts the function below between libkam and the C library, as a system that knows only files with
 * a name.
 */
#include "io/scratch.h"
#include "outputs.h"
#include "random.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#ifndef O_TMPFILE
#define O_TMPFILE 0
#endif

static bool all_files_have_names;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the linker's names */
int __real_open(const char *path, int flags, mode_t mode);
int __wrap_open(const char *path, int flags, mode_t mode);

int __wrap_open(const char *path, int flags, mode_t mode)
{
    if (!all_files_have_names || !O_TMPFILE || (flags & O_TMPFILE) != O_TMPFILE)
        return __real_open(path, flags, mode);
    errno = EOPNOTSUPP;
    return -1;
}

/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static int begin_with_names(void **state)
{
    all_files_have_names = true;
    return enter_directory(state);
}

static int end_with_names(void **state)
{
    all_files_have_names = false;
    return leave_directory(state);
}

#define WITH_NAMES(test) cmocka_unit_test_setup_teardown(test, begin_with_names, end_with_names)

static struct kam_scratch open_scratch(void)
{
    struct kam_scratch scratch;
    struct kam_error error = {0};

    assert_int_equal(kam_scratch_open(&scratch, ".", &error), KAM_OK);
    assert_true(scratch.fd > STDERR_FILENO);
    assert_int_equal(scratch.size, 0);
    return scratch;
}

static void bytes_are_read_back_from_anywhere(void **state)
{
    enum { SIZE = 300000, LONGEST = 20000, READS = 500 };
    struct kam_scratch scratch = open_scratch();
    struct kam_error error = {0};
    uint64_t random = 1;
    char *bytes = malloc(SIZE), *back = malloc(SIZE);

    (void)state;
    assert_true(bytes && back);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)random_bits(&random);
    while (scratch.size < SIZE) {
        size_t rest = SIZE - scratch.size, n = random_below(&random, LONGEST);
        struct kam_text piece = {bytes + scratch.size, n < rest ? n : rest};
        assert_int_equal(kam_scratch_append(&scratch, piece, &error), KAM_OK);
        /* Reading doesn't change where the next piece goes. */
        assert_int_equal(kam_scratch_read(&scratch, 0, back, scratch.size, &error), KAM_OK);
        assert_memory_equal(back, bytes, scratch.size);
    }
    assert_int_equal(scratch.size, SIZE);
    for (int i = 0; i < READS; i++) {
        unsigned offset = random_below(&random, SIZE), count = random_below(&random, LONGEST);
        if (count > SIZE - offset)
            count = SIZE - offset;
        assert_int_equal(kam_scratch_read(&scratch, offset, back, count, &error), KAM_OK);
        assert_memory_equal(back, bytes + offset, count);
    }
    kam_scratch_close(&scratch);
    free(bytes);
    free(back);
}

static void nothing_may_be_written_and_read(void **state)
{
    struct kam_scratch scratch = open_scratch();
    struct kam_error error = {0};

    (void)state;
    assert_int_equal(kam_scratch_append(&scratch, (struct kam_text){NULL, 0}, &error), KAM_OK);
    assert_int_equal(scratch.size, 0);
    assert_int_equal(kam_scratch_read(&scratch, 0, NULL, 0, &error), KAM_OK);
    kam_scratch_close(&scratch);
}

static void files_dont_get_into_each_others_way(void **state)
{
    struct kam_scratch a = open_scratch(), b = open_scratch();
    struct kam_error error = {0};
    char back[5] = "";

    (void)state;
    assert_int_equal(kam_scratch_append(&a, KAM_TEXT("one"), &error), KAM_OK);
    assert_int_equal(kam_scratch_append(&b, KAM_TEXT("other"), &error), KAM_OK);
    assert_int_equal(kam_scratch_read(&a, 0, back, 3, &error), KAM_OK);
    assert_memory_equal(back, "one", 3);
    assert_int_equal(kam_scratch_read(&b, 0, back, 5, &error), KAM_OK);
    assert_memory_equal(back, "other", 5);
    kam_scratch_close(&a);
    kam_scratch_close(&b);
}

static void reading_what_was_never_written_is_an_error(void **state)
{
    static const struct {
        uint64_t offset;
        size_t count;
    } beyond[] = {{3, 1}, {0, 4}, {2, 2}, {1000, 1}};
    struct kam_scratch scratch = open_scratch();
    char back[4];

    (void)state;
    assert_int_equal(kam_scratch_append(&scratch, KAM_TEXT("abc"), NULL), KAM_OK);
    for (size_t i = 0; i < sizeof beyond / sizeof *beyond; i++) {
        struct kam_error error = {0};
        assert_int_equal(
            kam_scratch_read(&scratch, beyond[i].offset, back, beyond[i].count, &error), KAM_IO);
        assert_string_equal(error.text, "cannot read a temporary file in .: Input/output error; "
                                        "TMPDIR says which directory to use");
    }
    kam_scratch_close(&scratch);
}

static void no_name_is_left(void **state)
{
    struct kam_scratch scratch = open_scratch();

    (void)state;
    assert_files(".", 0);
    assert_int_equal(kam_scratch_append(&scratch, KAM_TEXT("abc"), NULL), KAM_OK);
    assert_files(".", 0);
    kam_scratch_close(&scratch);
    assert_files(".", 0);
}

static void closing_is_allowed_at_any_time(void **state)
{
    struct kam_scratch scratch = {.fd = 0};

    (void)state;
    kam_scratch_close(&scratch);
    assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
    scratch = open_scratch();
    int fd = scratch.fd;
    kam_scratch_close(&scratch);
    assert_int_equal(fcntl(fd, F_GETFD), -1);
    kam_scratch_close(&scratch);
    assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
}

/* ---- what fails ------------------------------------------------------------------------------ */

static void assert_open_fails(const char *directory, const char *reason)
{
    struct kam_scratch scratch = {.fd = 77};
    struct kam_error error = {0};
    char expected[256];

    snprintf(expected, sizeof expected,
             "cannot create a temporary file in %s: %s; TMPDIR says which "
             "directory to use",
             directory, reason);
    assert_int_equal(kam_scratch_open(&scratch, directory, &error), KAM_IO);
    assert_string_equal(error.text, expected);
    assert_int_equal(scratch.fd, 0);
    kam_scratch_close(&scratch);
}

static void a_directory_that_is_none(void **state)
{
    (void)state;
    put("file", "x");
    assert_open_fails("none", "No such file or directory");
    assert_open_fails("", "No such file or directory");
    assert_open_fails("file", "Not a directory");
    assert_holds("file", "x");
    assert_files(".", 1);
}

static void a_path_too_long(void **state)
{
    enum { LENGTH = 5000 };
    struct kam_scratch scratch;
    struct kam_error error = {0};
    static char path[LENGTH + 1];

    (void)state;
    /* In a part of it, and as a whole: "././././." is this directory. */
    for (int with_parts = 0; with_parts <= 1; with_parts++) {
        for (size_t i = 0; i < LENGTH; i++)
            path[i] = with_parts && i % 2 ? '/' : '.';
        assert_int_equal(kam_scratch_open(&scratch, path, &error), KAM_IO);
        assert_non_null(strstr(error.text, "cannot create a temporary file in ."));
    }
    assert_files(".", 0);
}

static int open_as_nobody(void)
{
    struct kam_scratch scratch;
    struct kam_error error = {0};

    if (setuid(NOBODY) != 0)
        return 10;
    if (kam_scratch_open(&scratch, "d", &error) != KAM_IO)
        return 20;
    return strcmp(error.text, "cannot create a temporary file in d: Permission denied; TMPDIR says "
                              "which directory to use")
               ? 30
               : 0;
}

static void a_directory_that_is_protected(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(chmod("d", 0555), 0);
    if (geteuid() == 0)
        assert_int_equal(in_child(open_as_nobody), 0);
    else
        assert_open_fails("d", "Permission denied");
    assert_files("d", 0);
}

/* A disk that fills up, by way of a limit for the size of a file: what came before stays. */
static int write_beyond_limit(void)
{
    enum { LIMIT = 64 << 10 };
    const struct rlimit limit = {LIMIT, LIMIT};
    struct kam_scratch scratch;
    struct kam_error error = {0};
    char *bytes = noise(LIMIT), back[100];
    struct kam_text half = {bytes, LIMIT / 2}, too_much = {bytes, LIMIT};
    int wrong = 0;

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) || kam_scratch_open(&scratch, ".", &error))
        return 10;
    if (kam_scratch_append(&scratch, half, &error) != KAM_OK ||
        kam_scratch_append(&scratch, too_much, &error) != KAM_IO)
        wrong = 20;
    else if (strcmp(error.text, "cannot write a temporary file in .: File too large; TMPDIR says "
                                "which directory to use"))
        wrong = 30;
    else if (kam_scratch_read(&scratch, LIMIT / 2 - sizeof back, back, sizeof back, &error) ||
             memcmp(back, bytes + LIMIT / 2 - sizeof back, sizeof back) != 0)
        wrong = 40;
    kam_scratch_close(&scratch);
    free(bytes);
    return wrong;
}

static void a_disk_that_fills_up(void **state)
{
    (void)state;
    assert_int_equal(in_child(write_beyond_limit), 0);
}

static void a_full_device(void **state)
{
    struct kam_scratch scratch = {.directory = "d", .fd = open("/dev/full", O_RDWR | O_CLOEXEC)};
    struct kam_error error = {0};

    (void)state;
    assert_true(scratch.fd > 0);
    assert_int_equal(kam_scratch_append(&scratch, KAM_TEXT("x"), &error), KAM_IO);
    assert_string_equal(error.text, "cannot write a temporary file in d: No space left on device; "
                                    "TMPDIR says which directory to use");
    kam_scratch_close(&scratch);
}

/* ---- standard descriptors -------------------------------------------------------------------- */

/* What is written to a descriptor that was closed must not end up in the file. */
static int open_without_standard(void)
{
    struct kam_scratch scratch;
    char back[4] = "";

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        close(fd);
    if (kam_scratch_open(&scratch, ".", NULL) || scratch.fd <= STDERR_FILENO)
        return 10;
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) != -1)
            return 20;
    if ((fcntl(scratch.fd, F_GETFD) & FD_CLOEXEC) == 0)
        return 30;
    if (kam_scratch_append(&scratch, KAM_TEXT("abc"), NULL) ||
        kam_scratch_read(&scratch, 0, back, 3, NULL) || strcmp(back, "abc") != 0)
        return 40;
    kam_scratch_close(&scratch);
    return 0;
}

static void closed_standard_descriptors_stay_closed(void **state)
{
    (void)state;
    assert_int_equal(in_child(open_without_standard), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(bytes_are_read_back_from_anywhere),
        IN_DIRECTORY(nothing_may_be_written_and_read),
        IN_DIRECTORY(files_dont_get_into_each_others_way),
        IN_DIRECTORY(reading_what_was_never_written_is_an_error),
        IN_DIRECTORY(no_name_is_left),
        IN_DIRECTORY(closing_is_allowed_at_any_time),
        IN_DIRECTORY(a_directory_that_is_none),
        IN_DIRECTORY(a_path_too_long),
        IN_DIRECTORY(a_directory_that_is_protected),
        IN_DIRECTORY(a_disk_that_fills_up),
        IN_DIRECTORY(a_full_device),
        IN_DIRECTORY(closed_standard_descriptors_stay_closed),
        WITH_NAMES(bytes_are_read_back_from_anywhere),
        WITH_NAMES(files_dont_get_into_each_others_way),
        WITH_NAMES(no_name_is_left),
        WITH_NAMES(a_directory_that_is_none),
        WITH_NAMES(a_path_too_long),
        WITH_NAMES(a_directory_that_is_protected),
        WITH_NAMES(closed_standard_descriptors_stay_closed),
    };

    return cmocka_run_group_tests_name("scratch", tests, NULL, NULL);
}
