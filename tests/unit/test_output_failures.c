/* What cannot be opened or written. */
#include "outputs.h"

#include <signal.h>
#include <sys/resource.h>

static void assert_open_fails(const char *path, const char *message)
{
    struct kam_output *output = NULL;
    struct kam_error error = {0};

    assert_int_equal(kam_output_open(&output, path, false, &error), KAM_IO);
    assert_null(output);
    assert_string_equal(error.text, message);
}

static void links_in_a_circle_are_an_error(void **state)
{
    (void)state;
    assert_int_equal(symlink("b", "a"), 0);
    assert_int_equal(symlink("a", "b"), 0);
    assert_open_fails("a", "cannot open: Too many levels of symbolic links");
}

static void full_device_is_reported_at_commit(void **state)
{
    struct kam_error error = {0};

    (void)state;
    struct kam_output *output = open_output("/dev/full", false);
    write_string(output, "x\n");
    assert_false(kam_output_failed(output));
    assert_int_equal(kam_output_commit(output, &error), KAM_IO);
    assert_string_equal(error.file, "/dev/full");
    assert_string_equal(error.text, "cannot write: No space left on device");
}

static void failure_is_seen_before_commit_and_the_first_one_is_kept(void **state)
{
    struct kam_error error = {0};
    char *lots = calloc(1, 1 << 20);

    (void)state;
    assert_non_null(lots);
    struct kam_output *output = open_output("/dev/full", false);
    kam_output_write(output, (struct kam_text){lots, 1 << 20});
    assert_true(kam_output_failed(output));
    write_string(output, "more");
    assert_int_equal(kam_output_commit(output, &error), KAM_IO);
    assert_string_equal(error.text, "cannot write: No space left on device");
    free(lots);
}

static void full_device_fails_for_gzip(void **state)
{
    struct kam_error error = {0};

    (void)state;
    assert_int_equal(kam_output_commit(open_output("/dev/full", true), &error), KAM_IO);
    assert_string_equal(error.text, "cannot write: No space left on device");
}

/* A disk that fills up in the middle, by way of a limit for the size of a file. */
static int write_beyond_limit(void)
{
    struct rlimit limit = {64 << 10, 64 << 10};
    struct kam_output *output;
    struct kam_error error = {0};
    char *bytes = noise(1 << 20);

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) || kam_output_open(&output, "old.csv", false, &error))
        return 10;
    kam_output_write(output, (struct kam_text){bytes, 1 << 20});
    free(bytes);
    if (kam_output_commit(output, &error) != KAM_IO)
        return 20;
    return strcmp(error.text, "cannot write: File too large") ? 30 : 0;
}

static void file_that_does_not_fit_leaves_the_old_one(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    assert_int_equal(in_child(write_beyond_limit), 0);
    assert_holds("old.csv", "old\n");
    assert_files(".", 1);
}

static void directory_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_open_fails("d", "is a directory; name a file");
    assert_open_fails("d/", "is a directory; name a file");
    assert_open_fails("none/", "not the name of a file");
    assert_open_fails("", "not the name of a file");
    assert_files(".", 1);
    assert_files("d", 0);
}

static void missing_directory_is_an_error(void **state)
{
    (void)state;
    assert_open_fails("none/new.csv",
                      "cannot create a file in its directory: No such file or directory");
    put("file", "");
    assert_open_fails("file/new.csv", "cannot open: Not a directory");
}

static void protected_directories_and_files_are_errors(void **state)
{
    (void)state;
    assert_int_equal(chmod(".", 0777), 0);
    assert_int_equal(mkdir("d", 0755), 0);
    put("d/old.csv", "old\n");
    put("read-only.csv", "old\n");
    assert_int_equal(chmod("d/old.csv", 0666), 0);
    assert_int_equal(chmod("d", 0555), 0);
    assert_int_equal(chmod("read-only.csv", 0444), 0);
    uid_t me = geteuid();
    assert_int_equal(seteuid(me ? me : NOBODY), 0);
    assert_open_fails("d/new.csv", "cannot create a file in its directory: Permission denied");
    assert_open_fails("d/old.csv", "cannot create a file in its directory: Permission denied");
    assert_open_fails("read-only.csv", "cannot write: Permission denied");
    assert_int_equal(seteuid(me), 0);
    assert_files("d", 1);
    assert_holds("read-only.csv", "old\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(links_in_a_circle_are_an_error),
        IN_DIRECTORY(full_device_is_reported_at_commit),
        IN_DIRECTORY(failure_is_seen_before_commit_and_the_first_one_is_kept),
        IN_DIRECTORY(full_device_fails_for_gzip),
        IN_DIRECTORY(file_that_does_not_fit_leaves_the_old_one),
        IN_DIRECTORY(directory_is_an_error),
        IN_DIRECTORY(missing_directory_is_an_error),
        IN_DIRECTORY(protected_directories_and_files_are_errors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
