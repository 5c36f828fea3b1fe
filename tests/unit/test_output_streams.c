/* Standard output, pipes and devices, which are written directly. */
#include "outputs.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/time.h>

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

/* What is kept grows with what is written, in any pieces and however it is written. */
static void kept_output_is_all_that_was_written(void **state)
{
    enum { LINES = 100000 };
    struct kam_output *output;
    struct kam_error error;
    char line[16], *end;

    (void)state;
    assert_int_equal(kam_output_keep(&output, &error), KAM_OK);
    assert_int_equal(kam_output_kept(output).len, 0);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < LINES; i++) {
            int n = snprintf(line, sizeof line, "%d\n", i);
            if (i % 3 == round) {
                char *room = kam_output_room(output, (size_t)n, &end);
                assert_true(end - room >= n);
                memcpy(room, line, (size_t)n);
                kam_output_filled(output, room + n);
            } else {
                kam_output_write(output, (struct kam_text){line, (size_t)n});
            }
        }
        struct kam_text kept = kam_output_kept(output);
        for (int i = 0; i < LINES; i++) {
            int n = snprintf(line, sizeof line, "%d\n", i);
            assert_true(kept.len >= (size_t)n);
            assert_memory_equal(kept.ptr, line, (size_t)n);
            kept = (struct kam_text){kept.ptr + n, kept.len - (size_t)n};
        }
        assert_int_equal(kept.len, 0);
        kam_output_forget(output);
        assert_int_equal(kam_output_kept(output).len, 0);
    }
    assert_false(kam_output_failed(output));
    assert_null(kam_output_temporary(output));
    kam_output_discard(output);
    assert_files(".", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_DIRECTORY(null_device_takes_everything),
        IN_DIRECTORY(fifo_is_written_directly),
        IN_DIRECTORY(standard_output_is_written_and_closed),
        IN_DIRECTORY(file_never_takes_the_place_of_a_closed_standard_output),
        IN_DIRECTORY(discarded_rows_do_not_reach_standard_output),
        IN_DIRECTORY(broken_pipe_is_an_error),
        IN_DIRECTORY(interrupted_and_short_writes_lose_nothing),
        IN_DIRECTORY(kept_output_is_all_that_was_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
