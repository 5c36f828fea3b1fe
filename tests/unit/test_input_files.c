/* Files, pipes and standard input, and what can go wrong with them. */
#include "inputs.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Standard input reads FD until restore_stdin. */
static int replace_stdin(int fd)
{
    int saved = dup(STDIN_FILENO);

    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    close(fd);
    return saved;
}

static void restore_stdin(int saved)
{
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    } else {
        close(STDIN_FILENO);
    }
}

static enum kam_status read_path(const char *path, struct kam_buffer *out, struct kam_error *error)
{
    const struct kam_input_options options = {.order = 1};
    struct kam_input *input;
    enum kam_status status = kam_input_open(&input, path, &options, error);

    if (!status) {
        status = drain(input, out, error);
        kam_input_close(input);
    }
    return status;
}

/* The reading end of a pipe into which a child writes BYTES, PIECE at a time. */
static int slow_pipe(struct kam_text bytes, size_t piece, pid_t *child)
{
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    *child = fork();
    assert_true(*child >= 0);
    if (*child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < bytes.len; at += piece)
            if (write(ends[1], bytes.ptr + at, piece) != (ssize_t)piece || usleep(300) != 0)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

/* One byte at a time, gzip among them. */
static void standard_input_may_be_a_slow_pipe(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0}, out = {NULL, 0, 0};
    struct kam_error error;
    pid_t child;

    (void)state;
    add_member(&gzip, KAM_TEXT("a\xE5\xAE\xA2\n"));
    add_member(&gzip, KAM_TEXT("b\n"));
    int saved = replace_stdin(slow_pipe(kam_buffer_text(&gzip), 1, &child));
    enum kam_status status = read_path("-", &out, &error);
    restore_stdin(saved);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(status, KAM_END);
    assert_true(kam_text_equal(kam_buffer_text(&out), KAM_TEXT("a\xE5\xAE\xA2\nb\n")));
    kam_buffer_free(&gzip);
    kam_buffer_free(&out);
}

/* It is filled however slowly a pipe delivers, and the blocks behind it are small again. */
static void the_first_block_may_be_larger(void **state)
{
    static const struct {
        size_t option, length;
        bool at_end;
        const char *encoding;
    } cases[] = {
        {0, 32, false, NULL},    {8, 32, false, NULL},
        {32, 32, false, NULL},   {100, 100, false, NULL},
        {149, 149, false, NULL}, {150, 150, true, NULL},
        {151, 150, true, NULL},  {1000, 150, true, "WINDOWS-1252"},
    };

    char bytes[150];

    (void)state;
    memset(bytes, 'x', sizeof bytes);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kam_input_options options = {
            .block_size = 32, .first_block = cases[i].option, .encoding = cases[i].encoding};
        struct kam_input *input;
        struct kam_text block;
        pid_t child;
        size_t total;
        int saved = replace_stdin(slow_pipe((struct kam_text){bytes, sizeof bytes}, 10, &child));
        assert_int_equal(kam_input_open(&input, "-", &options, NULL), KAM_OK);
        assert_int_equal(kam_input_read(input, &block, NULL), KAM_OK);
        assert_int_equal(block.len, cases[i].length);
        assert_int_equal(kam_input_at_end(input), cases[i].at_end);
        for (total = block.len; !kam_input_read(input, &block, NULL); total += block.len)
            assert_true(block.len <= 32);
        assert_int_equal(total, 150);
        kam_input_close(input);
        restore_stdin(saved);
        assert_int_equal(waitpid(child, NULL, 0), child);
    }
}

/*
 * A file of LENGTH bytes BYTES, which stands at OFFSET, is cut or grows to NEW_LENGTH once the
 * first block was read: the bytes read after all, and how that ended.
 */
static enum kam_status read_changing(struct kam_text bytes, off_t offset, off_t new_length,
                                     size_t *total, struct kam_error *error)
{
    const struct kam_input_options options = {.order = 3};
    char name[] = "/tmp/kam-test-input-XXXXXX";
    struct kam_input *input;
    struct kam_text block;
    enum kam_status status;
    int fd = mkstemp(name);

    unlink(name);
    assert_int_equal(write(fd, bytes.ptr, bytes.len), bytes.len);
    assert_int_equal(lseek(fd, offset, SEEK_SET), offset);
    int writer = dup(fd), saved = replace_stdin(fd);
    assert_int_equal(kam_input_open(&input, "-", &options, NULL), KAM_OK);
    *total = 0;
    while (!(status = kam_input_read(input, &block, error))) {
        if (*total == 0)
            assert_int_equal(ftruncate(writer, new_length), 0);
        for (off_t at = (off_t)bytes.len; *total == 0 && at < new_length; at++)
            assert_int_equal(pwrite(writer, "x", 1, at), 1); /* not the zeros that it has now */
        *total += block.len;
    }
    kam_input_close(input);
    restore_stdin(saved);
    close(writer);
    return status;
}

static void a_file_that_becomes_shorter_or_longer_is_an_error(void **state)
{
    enum { LENGTH = 600000, SHORTER = 500000 };
    struct kam_error error;
    size_t total;
    char *bytes = malloc(LENGTH);
    struct kam_buffer gzip = {NULL, 0, 0};

    (void)state;
    assert_non_null(bytes);
    uint32_t seed = 1; /* nothing that gzip could make much smaller */
    for (size_t i = 0; i < LENGTH; i++) {
        seed = seed * 1103515245 + 12345;
        bytes[i] = (char)('!' + (seed >> 16) % 89);
    }
    struct kam_text text = {bytes, LENGTH};
    assert_int_equal(read_changing(text, 0, SHORTER, &total, &error), KAM_IO);
    assert_int_equal(total, SHORTER);
    assert_string_equal(error.text, "became shorter while it was read: 500000 bytes instead of "
                                    "600000; is it still being written?");
    assert_string_equal(error.file, "standard input");
    assert_int_equal(error.order, 3);
    assert_int_equal(read_changing(text, 1000, SHORTER, &total, &error), KAM_IO);
    assert_int_equal(total, SHORTER - 1000);
    assert_int_equal(read_changing(text, 1000, LENGTH + 5, &total, &error), KAM_IO);
    assert_string_equal(error.text, "became longer while it was read: 5 bytes more than 600000; is "
                                    "it still being written?");
    /* As long as it was. */
    assert_int_equal(read_changing(text, 1000, LENGTH, &total, &error), KAM_END);
    assert_int_equal(total, LENGTH - 1000);
    assert_int_equal(read_changing(text, LENGTH, LENGTH, &total, &error), KAM_END);
    assert_int_equal(total, 0);
    add_member(&gzip, text);
    assert_true(gzip.len > LENGTH / 2);
    assert_int_equal(
        read_changing(kam_buffer_text(&gzip), 0, (off_t)gzip.len - 1000, &total, &error), KAM_IO);
    assert_true(total > LENGTH / 2 && total < LENGTH);
    error.text[strlen("became shorter")] = '\0';
    assert_string_equal(error.text, "became shorter");
    kam_buffer_free(&gzip);
    free(bytes);
}

/* Their size is 0, or made up. */
static void files_of_the_system_are_read(void **state)
{
    static const char *const paths[] = {"/proc/self/status", "/sys/kernel/mm/ksm/run"};
    struct kam_buffer out = {NULL, 0, 0};

    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (access(paths[i], R_OK) == 0) {
            assert_int_equal(read_path(paths[i], &out, NULL), KAM_END);
            assert_true(out.len > 0);
        }
    kam_buffer_free(&out);
}

static void what_cannot_be_opened_is_an_error(void **state)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    (void)state;
    assert_int_equal(read_path("/nonexistent/x", &out, &error), KAM_IO);
    assert_string_equal(error.text, "cannot open: No such file or directory");
    assert_string_equal(error.file, "/nonexistent/x");
    assert_int_equal(read_path("/", &out, &error), KAM_IO);
    assert_string_equal(error.text, "cannot open: Is a directory");
    int saved = replace_stdin(open("/", O_RDONLY));
    enum kam_status status = read_path("-", &out, &error);
    restore_stdin(saved);
    assert_int_equal(status, KAM_IO);
    assert_string_equal(error.file, "standard input");
    kam_buffer_free(&out);
}

/* Writing ends of pipes can't be read: read(2) itself fails. */
static void a_failing_read_is_an_error_not_the_end(void **state)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;
    int ends[2];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    int saved = replace_stdin(ends[1]);
    enum kam_status status = read_path("-", &out, &error);
    restore_stdin(saved);
    close(ends[0]);
    assert_int_equal(status, KAM_IO);
    assert_int_equal(error.order, 1);
    assert_string_equal(error.file, "standard input");
    assert_string_equal(error.text, "cannot read: Bad file descriptor");
    kam_buffer_free(&out);
}

static void the_size_of_a_regular_file_is_known(void **state)
{
    const struct kam_input_options options = {.block_size = 4};
    char name[] = "/tmp/kam-test-input-XXXXXX";
    struct kam_input *input;
    struct kam_text block;
    int fd = mkstemp(name);

    (void)state;
    char lines[8192];
    memset(lines, '\n', sizeof lines);
    assert_int_equal(write(fd, lines, sizeof lines), sizeof lines);
    close(fd);
    assert_int_equal(kam_input_open(&input, name, &options, NULL), KAM_OK);
    unlink(name);
    assert_string_equal(kam_input_name(input), name);
    assert_int_equal(kam_input_size(input), 8192);
    assert_int_equal(kam_input_bytes(input), 0);
    assert_int_equal(kam_input_read(input, &block, NULL), KAM_OK);
    assert_true(kam_input_bytes(input) > 0 && kam_input_bytes(input) < 8192);
    kam_input_close(input);
}

static struct kam_digest digest_of(struct kam_text bytes, enum kam_digest_use use)
{
    const struct kam_input_options options = {.digest = use, .block_size = 5};
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_input *input;

    assert_int_equal(kam_input_open_memory(&input, "x", bytes, &options, NULL), KAM_OK);
    assert_int_equal(drain(input, &out, NULL), KAM_END);
    assert_true(kam_text_equal(kam_buffer_text(&out), bytes));
    struct kam_digest digest = kam_input_digest(input);
    kam_input_close(input);
    kam_buffer_free(&out);
    return digest;
}

static void the_digest_is_of_the_content_unless_nobody_wants_it(void **state)
{
    const struct kam_text some = KAM_TEXT("a,b\n1,2\n"), other = KAM_TEXT("a,b\n1,3\n");

    (void)state;
    struct kam_digest a = digest_of(some, KAM_DIGEST_WANTED);
    struct kam_digest b = digest_of(other, KAM_DIGEST_WANTED);
    struct kam_digest nothing = digest_of(KAM_TEXT(""), KAM_DIGEST_WANTED);
    struct kam_digest unused = digest_of(some, KAM_DIGEST_UNUSED);
    assert_true(a.low != b.low && a.high != b.high);
    assert_true(unused.low == nothing.low && unused.high == nothing.high);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(standard_input_may_be_a_slow_pipe),
        cmocka_unit_test(the_first_block_may_be_larger),
        cmocka_unit_test(a_file_that_becomes_shorter_or_longer_is_an_error),
        cmocka_unit_test(files_of_the_system_are_read),
        cmocka_unit_test(what_cannot_be_opened_is_an_error),
        cmocka_unit_test(a_failing_read_is_an_error_not_the_end),
        cmocka_unit_test(the_size_of_a_regular_file_is_known),
        cmocka_unit_test(the_digest_is_of_the_content_unless_nobody_wants_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
