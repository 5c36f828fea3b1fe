#include "io/source.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

/* Lines, compressed. */
static void compress_lines(struct kam_buffer *out, uint64_t *random)
{
    enum { GZIP_ONLY = 16 + MAX_WBITS, MEMORY = 8, LINES = 200 };
    char text[LINES * 16];
    size_t n = 0;

    for (unsigned i = 0; i < LINES; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "A%u,%u\n", random_below(random, 1000), i);
    z_stream stream = {.next_in = (Bytef *)text, .avail_in = (uInt)n};
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, GZIP_ONLY, MEMORY, Z_DEFAULT_STRATEGY),
                     Z_OK);
    size_t room = deflateBound(&stream, n);
    assert_true(kam_buffer_reserve(out, room));
    stream.next_out = (Bytef *)out->ptr;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out->len = room - stream.avail_out;
    deflateEnd(&stream);
}

/* The reading end of a pipe into which CHILD writes BYTES, a piece now and then. */
static int slow_pipe(struct kam_text bytes, pid_t *child)
{
    enum { PIECE = 50, MICROSECONDS = 300 };
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    *child = fork();
    assert_true(*child >= 0);
    if (*child == 0) {
        close(ends[0]);
        for (size_t left = bytes.len, some; left; left -= some) {
            some = left < PIECE ? left : PIECE;
            if (write(ends[1], bytes.ptr + bytes.len - left, some) != (ssize_t)some)
                _exit(1);
            usleep(MICROSECONDS);
        }
        _exit(0);
    }
    close(ends[1]);
    return ends[0];
}

/* All that SOURCE gives, and how it ends. Closes it. */
static enum kam_status drain(struct kam_source *source, struct kam_buffer *out,
                             struct kam_error *error)
{
    char room[4096];
    size_t got;
    enum kam_status status;

    out->len = 0;
    while (!(status = kam_source_read(source, room, sizeof room, &got, error))) {
        assert_in_range(got, 1, sizeof room);
        assert_true(kam_buffer_add(out, (struct kam_text){room, got}));
    }
    kam_source_close(source);
    return status;
}

/* The message about a damaged file names a line, which should not change from run to run. */
static void the_same_comes_before_damage_from_a_slow_pipe(void **unused)
{
    enum { DAMAGES = 40, HEADER = 10 };
    struct kam_buffer gzip = {NULL, 0, 0}, whole = {NULL, 0, 0}, out = {NULL, 0, 0};
    struct kam_error error, error_whole;
    struct kam_source *source;
    uint64_t random = 5;

    (void)unused;
    compress_lines(&gzip, &random);
    for (unsigned i = 0; i < DAMAGES; i++) {
        char *byte = gzip.ptr + HEADER + random_below(&random, (unsigned)gzip.len - HEADER);
        char path[32];
        pid_t child;
        *byte = (char)(*byte ^ 0x15);
        assert_int_equal(
            kam_source_open_memory(&source, "x.gz", kam_buffer_text(&gzip), &error_whole), KAM_OK);
        assert_int_equal(drain(source, &whole, &error_whole), KAM_DATA);

        int fd = slow_pipe(kam_buffer_text(&gzip), &child);
        snprintf(path, sizeof path, "/dev/fd/%d", fd);
        assert_int_equal(kam_source_open(&source, path, &error), KAM_OK);
        close(fd);
        assert_int_equal(drain(source, &out, &error), KAM_DATA);
        assert_int_equal(waitpid(child, NULL, 0), child);
        assert_string_equal(error.text, error_whole.text);
        assert_true(kam_text_equal(kam_buffer_text(&out), kam_buffer_text(&whole)));
        *byte = (char)(*byte ^ 0x15);
    }
    kam_buffer_free(&gzip);
    kam_buffer_free(&whole);
    kam_buffer_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_comes_before_damage_from_a_slow_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
