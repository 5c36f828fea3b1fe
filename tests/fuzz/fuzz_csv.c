/*
 * The first byte picks the delimiter, the number of fields and the sizes of blocks and chunks; the
 * rest is a file. What is read is what the second implementation of records.h says, however the
 * file is cut: so every line is part of a record, part of a fault, or blank. Bytes that aren't
 * UTF-8 end the file, behind the records before them.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "io/encoding.h"
#include "io/magic.h"
#include "io/reader.h"
#include "records.h"

static struct kam_reader *open_reader(struct kam_text file, char delimiter, size_t block,
                                      size_t chunk)
{
    struct kam_reader_options options = {
        .input = {.block_size = block}, .delimiter = delimiter, .chunk_size = chunk};
    struct kam_reader *reader;

    REQUIRE(kam_reader_open_memory(&reader, "fuzz", file, &options, NULL) == KAM_OK);
    return reader;
}

static void check(struct kam_text file, char delimiter, size_t width, size_t block, size_t chunk)
{
    struct kam_buffer expected = {NULL, 0, 0}, found = {NULL, 0, 0};
    const size_t columns[] = {0, 1, 2};
    struct kam_reader *reader = open_reader(file, delimiter, block, chunk);
    struct kam_csv_batch batch;
    struct kam_error error;
    enum kam_status status;
    uint64_t line, blank_lines;

    records_reference(&expected, file, delimiter, width, &line, &blank_lines);
    REQUIRE(kam_reader_select(reader, width, columns, width, NULL) == KAM_OK);
    while (!(status = kam_reader_next(reader, &batch, &error))) {
        REQUIRE(batch.count + batch.fault_count > 0);
        records_show_batch(&found, &batch);
    }
    REQUIRE(status == KAM_END);
    REQUIRE(kam_reader_next(reader, &batch, &error) == KAM_END);
    REQUIRE(kam_text_equal(kam_buffer_text(&found), kam_buffer_text(&expected)));
    REQUIRE(kam_reader_blank_lines(reader) == blank_lines);
    kam_reader_close(reader);
    kam_buffer_free(&found);
    kam_buffer_free(&expected);
}

/* FILE ends with bytes that aren't UTF-8: the error has their line, which is GOOD's last. */
static void check_broken(struct kam_text file, struct kam_text good, char delimiter, size_t block)
{
    struct kam_buffer ignored = {NULL, 0, 0};
    struct kam_reader *reader = open_reader(file, delimiter, block, 0);
    struct kam_csv_batch batch;
    struct kam_error error;
    enum kam_status status;
    uint64_t line, blank_lines;

    records_reference(&ignored, good, delimiter, 0, &line, &blank_lines);
    kam_buffer_free(&ignored);
    do
        status = kam_reader_next(reader, &batch, &error);
    while (!status);
    REQUIRE(status == KAM_DATA && error.line == line);
    kam_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char delimiters[] = {',', '\t', ';', '|'};

    if (size == 0)
        return 0;
    unsigned pick = data[0];
    struct kam_text file = {(const char *)data + 1, size - 1};
    char delimiter = delimiters[pick % 4];
    size_t width = pick / 4 % 4, block = 4 + pick / 16, mark;

    /* What input recognises by its first bytes is fuzz_encoding's. */
    if (kam_text_starts_with(file, KAM_TEXT("\x1F\x8B")) || kam_encoding_mark(file, &mark) ||
        kam_magic_find(file) || memchr(file.ptr, '\0', file.len))
        return 0;
    struct kam_text good = {file.ptr, kam_utf8_prefix(file)};
    if (kam_magic_find(good))
        return 0;
    if (good.len < file.len)
        check_broken(file, good, delimiter, block);
    check(good, delimiter, width, 0, 0);
    check(good, delimiter, width, block, 1 + pick % 7);
    return 0;
}
