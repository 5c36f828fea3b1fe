/*
 * readers: all that a reader gives of a text, in blocks and chunks of any size, in the notation of
 * records.h.
 */
#ifndef KAM_TESTS_READERS_H
#define KAM_TESTS_READERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/reader.h"
#include "records.h"

#include <stdlib.h>

static inline struct kam_reader *open_text(struct kam_text text, size_t block, size_t chunk,
                                           char delimiter)
{
    const struct kam_reader_options options = {
        .input = {.block_size = block, .order = 3}, .delimiter = delimiter, .chunk_size = chunk};
    struct kam_reader *reader;

    assert_int_equal(kam_reader_open_memory(&reader, "bill.csv", text, &options, NULL), KAM_OK);
    return reader;
}

/* The records from here on, and how they end. */
static inline char *read_rest(struct kam_reader *reader, enum kam_status *status,
                              struct kam_error *error)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_csv_batch batch;

    while (!(*status = kam_reader_next(reader, &batch, error))) {
        assert_true(batch.count + batch.fault_count > 0);
        records_show_batch(&out, &batch);
    }
    assert_true(kam_buffer_add_byte(&out, '\0'));
    return out.ptr;
}

/* Records of WIDTH fields (0: any), a line about blank lines, and the error at the end if any. */
static inline char *show(struct kam_text text, size_t block, size_t chunk, char delimiter,
                         size_t width)
{
    struct kam_reader *reader = open_text(text, block, chunk, delimiter);
    size_t columns[64];
    enum kam_status status;
    struct kam_error error;
    struct kam_buffer out = {NULL, 0, 0};
    char message[2048] = "end";

    for (size_t i = 0; i < 64; i++)
        columns[i] = i;
    assert_int_equal(kam_reader_select(reader, width, columns, width, NULL), KAM_OK);
    char *records = read_rest(reader, &status, &error);
    if (status != KAM_END)
        kam_error_format(&error, message, sizeof message);
    assert_true(kam_buffer_printf(&out, "%s%llu blank\n%s\n", records,
                                  (unsigned long long)kam_reader_blank_lines(reader), message));
    free(records);
    kam_reader_close(reader);
    return out.ptr;
}

static inline void check_text(struct kam_text text, char delimiter, size_t width,
                              const char *expected)
{
    char *shown = show(text, 0, 0, delimiter, width);
    assert_string_equal(shown, expected);
    free(shown);
    for (size_t chunk = 1; chunk <= text.len + 1; chunk++) {
        shown = show(text, 0, chunk, delimiter, width);
        assert_string_equal(shown, expected);
        free(shown);
    }
    for (size_t block = 4; block <= 64; block++) {
        shown = show(text, block, block % 3, delimiter, width);
        assert_string_equal(shown, expected);
        free(shown);
    }
}

#endif
