/*
 * inputs: all that an input gives, in blocks of any size, and how it ends.
 */
#ifndef KAM_TESTS_INPUTS_H
#define KAM_TESTS_INPUTS_H

#include "base/utf8.h"
#include "io/input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

#include <cmocka.h>

/* All of INPUT in OUT, which is emptied first; ends with the status other than KAM_OK. */
static inline enum kam_status drain(struct kam_input *input, struct kam_buffer *out,
                                    struct kam_error *error)
{
    struct kam_text block;
    enum kam_status status;

    out->len = 0;
    while (!(status = kam_input_read(input, &block, error))) {
        assert_true(block.len > 0);
        assert_int_equal(kam_utf8_prefix(block), block.len);
        assert_true(kam_buffer_add(out, block));
    }
    if (status == KAM_END)
        assert_int_equal(kam_input_read(input, &block, error), KAM_END);
    return status;
}

static inline enum kam_status read_memory(struct kam_text bytes, const char *encoding,
                                          size_t block_size, struct kam_buffer *out,
                                          struct kam_error *error)
{
    const struct kam_input_options options = {
        .encoding = encoding, .block_size = block_size, .order = 2};
    struct kam_input *input;

    assert_int_equal(kam_input_open_memory(&input, "x.csv", bytes, &options, error), KAM_OK);
    enum kam_status status = drain(input, out, error);
    if (status == KAM_END)
        assert_int_equal(kam_input_bytes(input), bytes.len);
    kam_input_close(input);
    return status;
}

/* Append TEXT to OUT as a gzip member. */
static inline void add_member(struct kam_buffer *out, struct kam_text text)
{
    z_stream stream = {.next_in = (z_const Bytef *)text.ptr, .avail_in = (uInt)text.len};

    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY),
                     Z_OK);
    uLong room = deflateBound(&stream, stream.avail_in);
    assert_true(kam_buffer_reserve(out, room));
    stream.next_out = (Bytef *)out->ptr + out->len;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out->len += stream.total_out;
    deflateEnd(&stream);
}

/* BYTES of ENCODING are EXPECTED in UTF-8, in blocks of any size. */
static inline void check_decodes(struct kam_text bytes, const char *encoding, const char *expected)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    for (size_t block_size = 0; block_size <= 64; block_size++) {
        assert_int_equal(read_memory(bytes, encoding, block_size, &out, &error), KAM_END);
        assert_true(kam_text_equal(kam_buffer_text(&out), kam_text_of(expected)));
    }
    kam_buffer_free(&out);
}

/* GOOD comes out, then an error whose text begins with MESSAGE. */
static inline void check_fails(struct kam_text bytes, const char *encoding, const char *good,
                               const char *message)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    for (size_t block_size = 0; block_size <= 64; block_size++) {
        assert_int_equal(read_memory(bytes, encoding, block_size, &out, &error), KAM_DATA);
        assert_true(kam_text_equal(kam_buffer_text(&out), kam_text_of(good)));
        assert_string_equal(error.file, "x.csv");
        assert_int_equal(error.order, 2);
        error.text[strlen(message)] = '\0';
        assert_string_equal(error.text, message);
    }
    kam_buffer_free(&out);
}

#endif
