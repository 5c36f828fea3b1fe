/*
 * The first byte picks an encoding and a block size; the rest is a file. Whatever it holds, what
 * comes out is UTF-8 and ends the same way, however large the blocks are.
 */
#include "fuzz.h"

#include "io/input.h"

static enum kam_status read_all(struct kam_text file, const char *encoding, size_t block_size,
                                struct kam_buffer *out, struct kam_error *error)
{
    struct kam_input_options options = {.encoding = encoding, .block_size = block_size};
    struct kam_input *input;
    struct kam_text block;
    enum kam_status status;

    REQUIRE(kam_input_open_memory(&input, "fuzz", file, &options, error) == KAM_OK);
    while (!(status = kam_input_read(input, &block, error))) {
        REQUIRE(block.len > 0);
        REQUIRE(kam_text_utf8_prefix(block) == block.len);
        REQUIRE(kam_buffer_add(out, block));
    }
    REQUIRE(status == KAM_END || status == KAM_DATA);
    REQUIRE(kam_input_bytes(input) <= file.len);
    kam_input_close(input);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const encodings[] = {NULL,       "GB18030",      "BIG5",    "UTF-16LE",
                                            "UTF-16BE", "SHIFT_JIS",    "CP1258",  "GBK",
                                            "UTF-32LE", "WINDOWS-1252", "UCS-4LE", "BIG5-HKSCS",
                                            "EUC-KR",   "ISO-2022-JP",  "TCVN",    "UTF-16"};
    struct kam_buffer whole = {NULL, 0, 0}, cut = {NULL, 0, 0};
    struct kam_error error, error_cut;

    if (size == 0)
        return 0;
    const char *encoding = encodings[data[0] % 16];
    size_t block_size = 4 + data[0] / 16;
    struct kam_text file = {(const char *)data + 1, size - 1};
    enum kam_status status = read_all(file, encoding, 0, &whole, &error);

    REQUIRE(read_all(file, encoding, block_size, &cut, &error_cut) == status);
    REQUIRE(status == KAM_END || strcmp(encoding ? encoding : "", "UCS-4LE") == 0 ||
            strncmp(error.text, error_cut.text, strcspn(error.text, ";")) == 0);
    /* Where UCS-4 leaves Unicode, a block is given up whole. */
    if (status == KAM_END || !encoding || strcmp(encoding, "UCS-4LE") != 0)
        REQUIRE(kam_text_equal(kam_buffer_text(&whole), kam_buffer_text(&cut)));
    kam_buffer_free(&whole);
    kam_buffer_free(&cut);
    return 0;
}
