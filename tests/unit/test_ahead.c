/* A file read ahead by a thread gives what it gives when read as it is. */
#include "io/ahead.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { BYTES = 3 * 1000 * 1000 };

static struct kam_input *open_bytes(struct kam_text bytes, size_t block_size)
{
    struct kam_input_options options = {.block_size = block_size, .order = 7};
    struct kam_input *input;

    assert_int_equal(kam_input_open_memory(&input, "bytes", bytes, &options, NULL), KAM_OK);
    return input;
}

/* Some megabytes of letters; the last byte is broken where BROKEN says so. */
static struct kam_text make_bytes(bool broken)
{
    uint64_t random = 1;
    char *bytes = malloc(BYTES);

    assert_non_null(bytes);
    for (size_t i = 0; i < BYTES; i++)
        bytes[i] = (char)('a' + random_below(&random, 26));
    if (broken)
        bytes[BYTES - 1] = '\xFF';
    return (struct kam_text){bytes, BYTES};
}

/* All that comes out of INPUT through a thread, against WANT; how it ended. */
static enum kam_status read_all(struct kam_input *input, struct kam_text want,
                                struct kam_error *error)
{
    struct kam_ahead *ahead;
    struct kam_text block;
    enum kam_status status;
    size_t at = 0;

    assert_int_equal(kam_ahead_start(&ahead, input), KAM_OK);
    while (!(status = kam_ahead_read(ahead, &block, error))) {
        assert_true(block.len > 0 && block.len <= want.len - at);
        assert_memory_equal(block.ptr, want.ptr + at, block.len);
        at += block.len;
    }
    assert_int_equal(at, want.len);
    /* The end is the end, however often it is asked for. */
    assert_int_equal(kam_ahead_read(ahead, &block, NULL), status);
    kam_ahead_stop(ahead);
    return status;
}

static void test_same_bytes(void **state)
{
    static const size_t sizes[] = {0, 4, 1000, 65536};
    struct kam_text bytes = make_bytes(false);

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct kam_text part = {bytes.ptr, sizes[i] == 4 ? 20000 : bytes.len};
        struct kam_input *input = open_bytes(part, sizes[i]);
        assert_int_equal(read_all(input, part, NULL), KAM_END);
        assert_int_equal(kam_input_bytes(input), part.len);
        kam_input_close(input);
    }
    free((void *)(uintptr_t)bytes.ptr);
}

static void test_empty(void **state)
{
    struct kam_input *input = open_bytes(KAM_TEXT(""), 0);

    (void)state;
    assert_int_equal(read_all(input, KAM_TEXT(""), NULL), KAM_END);
    kam_input_close(input);
}

static void test_error_comes_behind_what_was_good(void **state)
{
    struct kam_text bytes = make_bytes(true);
    struct kam_input *input = open_bytes(bytes, 0);
    struct kam_error error;

    (void)state;
    assert_int_equal(read_all(input, (struct kam_text){bytes.ptr, BYTES - 1}, &error), KAM_DATA);
    assert_string_equal(error.file, "bytes");
    assert_int_equal(error.order, 7);
    kam_input_close(input);
    free((void *)(uintptr_t)bytes.ptr);
}

/* Somebody who has seen enough stops, wherever the thread is. */
static void test_stopped_early(void **state)
{
    struct kam_text bytes = make_bytes(false);

    (void)state;
    for (int reads = 0; reads < 20; reads++) {
        struct kam_input *input = open_bytes(bytes, 4096);
        struct kam_ahead *ahead;
        struct kam_text block;
        assert_int_equal(kam_ahead_start(&ahead, input), KAM_OK);
        for (int i = 0; i < reads; i++)
            assert_int_equal(kam_ahead_read(ahead, &block, NULL), KAM_OK);
        kam_ahead_stop(ahead);
        kam_input_close(input);
    }
    kam_ahead_stop(NULL);
    free((void *)(uintptr_t)bytes.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_error_comes_behind_what_was_good),
        cmocka_unit_test(test_stopped_early),
    };

    return cmocka_run_group_tests_name("ahead", tests, NULL, NULL);
}
