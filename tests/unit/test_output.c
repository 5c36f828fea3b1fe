#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY = 65534 };

/* Every test runs in an empty directory of its own. */
static int enter_directory(void **state)
{
    char *name = strdup("/tmp/kam-test-output-XXXXXX");

    umask(022);
    if (!name || !mkdtemp(name) || chdir(name) != 0)
        return -1;
    *state = name;
    return 0;
}

static int leave_directory(void **state)
{
    char command[128];

    snprintf(command, sizeof command, "chmod -R u+rwX %s && rm -r %s", (char *)*state,
             (char *)*state);
    free(*state);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void put(const char *path, const char *bytes)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    assert_true(fputs(bytes, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void assert_holds(const char *path, const char *expected)
{
    char bytes[256];
    FILE *f = fopen(path, "r");

    assert_non_null(f);
    size_t n = fread(bytes, 1, sizeof bytes - 1, f);
    bytes[n] = '\0';
    fclose(f);
    assert_string_equal(bytes, expected);
}

/* No more and no fewer files than COUNT: a temporary left behind counts, too. */
static void assert_files(const char *directory, int count)
{
    DIR *d = opendir(directory);
    int n = 0;

    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d))
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    assert_int_equal(n, count);
}

static void assert_mode(const char *path, mode_t mode)
{
    struct stat st;

    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, mode);
}

static struct kam_output *open_output(const char *path, bool gzip)
{
    struct kam_output *output = NULL;
    struct kam_error error = {0};

    if (kam_output_open(&output, path, gzip, &error))
        fail_msg("%s: %s", path, error.text);
    return output;
}

static void write_string(struct kam_output *output, const char *string)
{
    kam_output_write(output, kam_text_of(string));
}

static void commit(struct kam_output *output)
{
    struct kam_error error = {0};

    if (kam_output_commit(output, &error))
        fail_msg("commit: %s", error.text);
}

static void output_string(const char *path, const char *string)
{
    struct kam_output *output = open_output(path, false);

    write_string(output, string);
    commit(output);
}

static void assert_open_fails(const char *path, const char *message)
{
    struct kam_output *output = NULL;
    struct kam_error error = {0};

    assert_int_equal(kam_output_open(&output, path, false, &error), KAM_IO);
    assert_null(output);
    assert_string_equal(error.text, message);
}

/* A megabyte that hardly compresses, so that the packed bytes fill several buffers. */
static char *noise(size_t size)
{
    char *bytes = malloc(size);
    uint32_t x = 1;

    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++) {
        x = x * 1664525 + 1013904223;
        bytes[i] = (char)(x >> 24);
    }
    return bytes;
}

/* Run STEPS in a process of its own; its exit status. */
static int in_child(int (*steps)(void))
{
    int result = 0;

    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(steps());
    assert_true(child > 0);
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result));
    return WEXITSTATUS(result);
}

static void new_file_appears_on_commit_with_the_mode_of_the_mask(void **state)
{
    (void)state;
    umask(027);
    struct kam_output *output = open_output("new.csv", false);
    write_string(output, "a,b\n");
    assert_int_equal(access("new.csv", F_OK), -1);
    commit(output);
    assert_holds("new.csv", "a,b\n");
    assert_mode("new.csv", 0640);
    assert_files(".", 1);
}

static void nothing_written_is_an_empty_file(void **state)
{
    (void)state;
    commit(open_output("empty.csv", false));
    assert_holds("empty.csv", "");
}

static void existing_file_stays_until_commit_and_keeps_its_mode(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    assert_int_equal(chmod("old.csv", 0604), 0);
    struct kam_output *output = open_output("old.csv", false);
    write_string(output, "new\n");
    assert_holds("old.csv", "old\n");
    commit(output);
    assert_holds("old.csv", "new\n");
    assert_mode("old.csv", 0604);
    assert_files(".", 1);
}

static void owner_and_group_are_kept(void **state)
{
    struct stat st;

    (void)state;
    if (geteuid() != 0)
        skip();
    put("old.csv", "old\n");
    assert_int_equal(chown("old.csv", 12, 34), 0);
    output_string("old.csv", "new\n");
    assert_int_equal(stat("old.csv", &st), 0);
    assert_int_equal(st.st_uid, 12);
    assert_int_equal(st.st_gid, 34);
    assert_mode("old.csv", 0644);
}

static void group_that_cannot_be_kept_gets_no_more_than_others(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    put("old.csv", "old\n");
    assert_int_equal(chmod(".", 0777), 0);
    assert_int_equal(chmod("old.csv", 0664), 0);
    assert_int_equal(chown("old.csv", NOBODY, 34), 0);
    assert_int_equal(seteuid(NOBODY), 0);
    struct kam_output *output = open_output("old.csv", false);
    struct kam_error error = {0};
    enum kam_status status = kam_output_commit(output, &error);
    assert_int_equal(seteuid(0), 0);
    assert_int_equal(status, KAM_OK);
    assert_mode("old.csv", 0644);
}

static void discard_leaves_the_old_file_and_no_other(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    struct kam_output *output = open_output("old.csv", false);
    write_string(output, "new\n");
    kam_output_discard(output);
    assert_holds("old.csv", "old\n");
    kam_output_discard(open_output("new.csv", true));
    kam_output_discard(NULL);
    assert_files(".", 1);
}

static void temporary_is_beside_the_file_and_named_after_it(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    struct kam_output *output = open_output("d/new.csv", false);
    const char *temporary = kam_output_temporary(output);
    assert_non_null(temporary);
    assert_memory_equal(temporary, "d/.new.csv.kam-", strlen("d/.new.csv.kam-"));
    assert_int_equal(access(temporary, F_OK), 0);
    commit(output);
    output = open_output("/dev/null", false);
    assert_null(kam_output_temporary(output));
    commit(output);
}

static void replacement_of_a_private_file_is_private_from_the_start(void **state)
{
    (void)state;
    put("old.csv", "old\n");
    assert_int_equal(chmod("old.csv", 0600), 0);
    struct kam_output *output = open_output("old.csv", false);
    assert_mode(kam_output_temporary(output), 0600);
    kam_output_discard(output);
}

static void longest_name_is_written(void **state)
{
    char name[256];

    (void)state;
    memset(name, 'n', 255);
    name[255] = '\0';
    output_string(name, "x\n");
    assert_holds(name, "x\n");
    assert_files(".", 1);
}

static void link_is_followed_and_stays_a_link(void **state)
{
    struct stat st;

    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    put("d/real.csv", "old\n");
    assert_int_equal(symlink("d/second", "first"), 0);
    assert_int_equal(symlink("real.csv", "d/second"), 0);
    output_string("first", "new\n");
    assert_holds("d/real.csv", "new\n");
    assert_int_equal(lstat("first", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(lstat("d/second", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_files(".", 2);
    assert_files("d", 2);
}

static void dangling_link_creates_its_target(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_int_equal(symlink("d/later.csv", "link"), 0);
    output_string("link", "new\n");
    assert_holds("d/later.csv", "new\n");
    assert_files("d", 1);
    assert_files(".", 2);
}

static void links_in_a_circle_are_an_error(void **state)
{
    (void)state;
    assert_int_equal(symlink("b", "a"), 0);
    assert_int_equal(symlink("a", "b"), 0);
    assert_open_fails("a", "cannot open: Too many levels of symbolic links");
}

static void output_may_be_the_input(void **state)
{
    char bytes[16] = "";

    (void)state;
    put("same.csv", "old\n");
    int input = open("same.csv", O_RDONLY);
    struct kam_output *output = open_output("same.csv", false);
    write_string(output, "before\n");
    assert_int_equal(read(input, bytes, sizeof bytes), 4);
    kam_output_write(output, (struct kam_text){bytes, 4});
    commit(output);
    close(input);
    assert_holds("same.csv", "before\nold\n");
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

static void null_device_takes_everything(void **state)
{
    struct stat st;

    (void)state;
    output_string("/dev/null", "x\n");
    assert_int_equal(stat("/dev/null", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
}

static void fifo_is_written_directly(void **state)
{
    char bytes[16] = "";
    struct stat st;

    (void)state;
    assert_int_equal(mkfifo("fifo", 0600), 0);
    int end = open("fifo", O_RDWR | O_NONBLOCK);
    assert_true(end >= 0);
    output_string("fifo", "x,y\n");
    assert_int_equal(read(end, bytes, sizeof bytes), 4);
    assert_string_equal(bytes, "x,y\n");
    close(end);
    assert_int_equal(stat("fifo", &st), 0);
    assert_true(S_ISFIFO(st.st_mode));
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

/* What `gzip -dc PATH` gives is EXPECTED. */
static void assert_gunzips_to(const char *path, const char *expected, size_t size)
{
    char command[64];
    char *bytes = calloc(1, size + 2);

    assert_non_null(bytes);
    snprintf(command, sizeof command, "gzip -dc %s", path);
    FILE *f = popen(command, "r");
    assert_non_null(f);
    assert_int_equal(fread(bytes, 1, size + 1, f), size);
    assert_int_equal(pclose(f), 0);
    assert_memory_equal(bytes, expected, size);
    free(bytes);
}

static void gzip_bytes_are_the_same_every_time(void **state)
{
    enum { SIZE = 1 << 20 };
    static const unsigned char head[10] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255};
    unsigned char first[10];
    char *bytes = noise(SIZE);

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct kam_output *output = open_output(i ? "b.csv.gz" : "a", i == 0);
        for (size_t at = 0; at < SIZE; at += 1 << 10)
            kam_output_write(output, (struct kam_text){bytes + at, 1 << 10});
        commit(output);
    }
    assert_int_equal(system("cmp a b.csv.gz"), 0);
    assert_gunzips_to("b.csv.gz", bytes, SIZE);
    FILE *f = fopen("a", "r");
    assert_non_null(f);
    assert_int_equal(fread(first, 1, sizeof first, f), sizeof first);
    fclose(f);
    assert_memory_equal(first, head, sizeof head);
    free(bytes);
}

static void gzip_of_nothing_is_a_whole_file(void **state)
{
    (void)state;
    commit(open_output("empty.gz", false));
    assert_gunzips_to("empty.gz", "", 0);
}

/* The same with FD (-1: nothing, it is closed) as standard output. */
static int with_stdout(int fd, int (*steps)(void))
{
    fflush(NULL);
    int kept = dup(STDOUT_FILENO);

    assert_true(kept > STDERR_FILENO);
    if (fd < 0)
        close(STDOUT_FILENO);
    else
        dup2(fd, STDOUT_FILENO);
    int result = in_child(steps);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    return result;
}

static int write_a_row(void)
{
    struct kam_output *output;

    if (kam_output_open(&output, NULL, false, NULL))
        return 10;
    write_string(output, "a,b\n");
    if (kam_output_commit(output, NULL))
        return 20;
    return fcntl(STDOUT_FILENO, F_GETFD) == -1 ? 0 : 30;
}

static void standard_output_is_written_and_closed(void **state)
{
    (void)state;
    int fd = open("out", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(with_stdout(fd, write_a_row), 0);
    close(fd);
    assert_holds("out", "a,b\n");
    int full = open("/dev/full", O_WRONLY);
    assert_int_equal(with_stdout(full, write_a_row), 20);
    close(full);
    int unwritable = open("out", O_RDONLY);
    assert_int_equal(with_stdout(unwritable, write_a_row), 10);
    close(unwritable);
    assert_int_equal(with_stdout(-1, write_a_row), 10);
}

static int write_file_and_report(void)
{
    struct kam_output *output;

    if (kam_output_open(&output, "new.csv", false, NULL))
        return 10;
    if (write(STDOUT_FILENO, "stray", 5) != -1)
        return 20;
    return kam_output_commit(output, NULL) ? 30 : 0;
}

static void file_never_takes_the_place_of_a_closed_standard_output(void **state)
{
    (void)state;
    assert_int_equal(with_stdout(-1, write_file_and_report), 0);
    assert_holds("new.csv", "");
}

static int discard_rows(void)
{
    struct kam_output *output;

    if (kam_output_open(&output, "-", false, NULL))
        return 10;
    write_string(output, "a,b\n");
    kam_output_discard(output);
    return 0;
}

static void discarded_rows_do_not_reach_standard_output(void **state)
{
    (void)state;
    int fd = open("out", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(with_stdout(fd, discard_rows), 0);
    close(fd);
    assert_holds("out", "");
}

static int write_into_broken_pipe(void)
{
    struct kam_output *output;
    struct kam_error error = {0};

    signal(SIGPIPE, SIG_IGN);
    if (kam_output_open(&output, NULL, false, &error))
        return 10;
    write_string(output, "a,b\n");
    if (kam_output_commit(output, &error) != KAM_IO)
        return 20;
    return strcmp(error.file, "standard output") || strcmp(error.text, "cannot write: Broken pipe");
}

static void broken_pipe_is_an_error(void **state)
{
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    assert_int_equal(with_stdout(ends[1], write_into_broken_pipe), 0);
    close(ends[1]);
}

static void do_nothing(int number)
{
    (void)number;
}

enum { THROUGH_PIPE = 4 << 20 };

/* Signals without SA_RESTART make a write to a pipe that is full come back early, or with EINTR. */
static int write_interrupted(void)
{
    struct sigaction action = {.sa_handler = do_nothing};
    struct itimerval often = {{0, 200}, {0, 200}};
    struct kam_output *output;
    char *bytes = noise(THROUGH_PIPE);

    if (sigaction(SIGALRM, &action, NULL) || setitimer(ITIMER_REAL, &often, NULL))
        return 10;
    if (kam_output_open(&output, NULL, false, NULL))
        return 20;
    kam_output_write(output, (struct kam_text){bytes, THROUGH_PIPE});
    free(bytes);
    return kam_output_commit(output, NULL) ? 30 : 0;
}

static int read_slowly(int fd)
{
    char *expected = noise(THROUGH_PIPE), bytes[5000];
    size_t at = 0;
    ssize_t n;

    while ((n = read(fd, bytes, sizeof bytes)) > 0) {
        if (at + (size_t)n > THROUGH_PIPE || memcmp(bytes, expected + at, (size_t)n) != 0)
            return 1;
        at += (size_t)n;
        if (at % 7 == 0)
            usleep(500);
    }
    free(expected);
    return at == THROUGH_PIPE ? 0 : 2;
}

static void interrupted_and_short_writes_lose_nothing(void **state)
{
    int ends[2], result;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    pid_t reader = fork();
    if (reader == 0) {
        close(ends[1]);
        _exit(read_slowly(ends[0]));
    }
    close(ends[0]);
    assert_int_equal(with_stdout(ends[1], write_interrupted), 0);
    close(ends[1]);
    assert_int_equal(waitpid(reader, &result, 0), reader);
    assert_int_equal(result, 0);
}

static void same_file_is_known_under_other_names(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    put("a", "");
    put("b", "");
    assert_int_equal(symlink("../a", "d/to-a"), 0);
    assert_int_equal(link("a", "hard"), 0);
    assert_true(kam_output_same("a", "a"));
    assert_true(kam_output_same("a", "./d/../a"));
    assert_true(kam_output_same("d/to-a", "a"));
    assert_true(kam_output_same("hard", "a"));
    assert_false(kam_output_same("a", "b"));
    assert_false(kam_output_same("a", "absent"));
}

static void same_absent_file_is_known_under_other_names(void **state)
{
    (void)state;
    assert_int_equal(mkdir("d", 0755), 0);
    assert_int_equal(symlink("d", "e"), 0);
    assert_int_equal(symlink("../new", "d/to-new"), 0);
    assert_true(kam_output_same("new", "new"));
    assert_true(kam_output_same("d/new", "e/new"));
    assert_true(kam_output_same("d/to-new", "./new"));
    assert_false(kam_output_same("new", "other"));
    assert_false(kam_output_same("new", "d/new"));
    assert_false(kam_output_same("none/new", "none/new2"));
}

static void standard_output_is_the_same_as_itself_but_no_special_file_is(void **state)
{
    (void)state;
    assert_true(kam_output_same(NULL, "-"));
    assert_true(kam_output_same("-", "/dev/stdout"));
    assert_false(kam_output_same("/dev/null", "/dev/null"));
    assert_false(kam_output_same(NULL, "new"));
}

static int is_standard_output(void)
{
    return kam_output_same("-", "out") && kam_output_same("out", NULL) ? 0 : 1;
}

static void redirected_standard_output_is_the_same_as_its_file(void **state)
{
    (void)state;
    int fd = open("out", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(with_stdout(fd, is_standard_output), 0);
    close(fd);
}

#define IN_DIRECTORY(test) cmocka_unit_test_setup_teardown(test, enter_directory, leave_directory)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(new_file_appears_on_commit_with_the_mode_of_the_mask),
        IN_DIRECTORY(nothing_written_is_an_empty_file),
        IN_DIRECTORY(existing_file_stays_until_commit_and_keeps_its_mode),
        IN_DIRECTORY(owner_and_group_are_kept),
        IN_DIRECTORY(group_that_cannot_be_kept_gets_no_more_than_others),
        IN_DIRECTORY(discard_leaves_the_old_file_and_no_other),
        IN_DIRECTORY(temporary_is_beside_the_file_and_named_after_it),
        IN_DIRECTORY(replacement_of_a_private_file_is_private_from_the_start),
        IN_DIRECTORY(longest_name_is_written),
        IN_DIRECTORY(link_is_followed_and_stays_a_link),
        IN_DIRECTORY(dangling_link_creates_its_target),
        IN_DIRECTORY(links_in_a_circle_are_an_error),
        IN_DIRECTORY(output_may_be_the_input),
        IN_DIRECTORY(full_device_is_reported_at_commit),
        IN_DIRECTORY(failure_is_seen_before_commit_and_the_first_one_is_kept),
        IN_DIRECTORY(full_device_fails_for_gzip),
        IN_DIRECTORY(file_that_does_not_fit_leaves_the_old_one),
        IN_DIRECTORY(null_device_takes_everything),
        IN_DIRECTORY(fifo_is_written_directly),
        IN_DIRECTORY(directory_is_an_error),
        IN_DIRECTORY(missing_directory_is_an_error),
        IN_DIRECTORY(protected_directories_and_files_are_errors),
        IN_DIRECTORY(gzip_bytes_are_the_same_every_time),
        IN_DIRECTORY(gzip_of_nothing_is_a_whole_file),
        IN_DIRECTORY(standard_output_is_written_and_closed),
        IN_DIRECTORY(file_never_takes_the_place_of_a_closed_standard_output),
        IN_DIRECTORY(discarded_rows_do_not_reach_standard_output),
        IN_DIRECTORY(broken_pipe_is_an_error),
        IN_DIRECTORY(interrupted_and_short_writes_lose_nothing),
        IN_DIRECTORY(same_file_is_known_under_other_names),
        IN_DIRECTORY(same_absent_file_is_known_under_other_names),
        IN_DIRECTORY(standard_output_is_the_same_as_itself_but_no_special_file_is),
        IN_DIRECTORY(redirected_standard_output_is_the_same_as_its_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
