/*
 * The first byte picks an encoding and a block size; the rest is a file. Whatever it holds, what
 * comes out is UTF-8 without NUL bytes and ends the same way, however large the blocks are; and
 * where the encoding may be guessed, so does a file of text, with nothing to replace in it.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "io/input.h"

/* What became of a file. */
struct result {
    enum kam_status status;
    struct kam_buffer text;
    struct kam_error error;
    uint64_t replaced, first_replaced;
};

static struct result read_all(struct kam_text file, const char *encoding,
                              enum kam_encoding_trust trust, size_t block_size)
{
    struct kam_input_options options = {
        .encoding = encoding, .trust = trust, .block_size = block_size};
    struct result result = {.status = KAM_OK};
    struct kam_input *input;
    struct kam_text block;

    REQUIRE(kam_input_open_memory(&input, "fuzz", file, &options, &result.error) == KAM_OK);
    while (!(result.status = kam_input_read(input, &block, &result.error))) {
        REQUIRE(block.len > 0);
        REQUIRE(kam_utf8_prefix(block) == block.len);
        REQUIRE(!memchr(block.ptr, '\0', block.len));
        REQUIRE(kam_buffer_add(&result.text, block));
    }
    REQUIRE(result.status == KAM_END || result.status == KAM_DATA);
    REQUIRE(kam_input_bytes(input) <= file.len);
    REQUIRE(result.status == KAM_DATA || kam_input_at_end(input));
    result.replaced = kam_input_replaced(input);
    result.first_replaced = kam_input_first_replaced(input);
    REQUIRE((result.replaced > 0) == (result.first_replaced > 0));
    REQUIRE(trust == KAM_ENCODING_GUESS || result.replaced == 0);
    kam_input_close(input);
    return result;
}

/* What is likely is told behind a semicolon, and may depend on how much of the file is at hand. */
static size_t told_for_sure(const char *text)
{
    return strcspn(text, ";");
}

static struct result check(struct kam_text file, const char *encoding,
                           enum kam_encoding_trust trust, size_t block_size)
{
    struct result whole = read_all(file, encoding, trust, 0);
    struct result cut = read_all(file, encoding, trust, block_size);

    REQUIRE(whole.status == cut.status);
    REQUIRE(kam_text_equal(kam_buffer_text(&whole.text), kam_buffer_text(&cut.text)));
    REQUIRE(whole.replaced == cut.replaced && whole.first_replaced == cut.first_replaced);
    if (whole.status != KAM_END)
        REQUIRE(strncmp(whole.error.text, cut.error.text, told_for_sure(whole.error.text)) == 0);
    kam_buffer_free(&cut.text);
    return whole;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const encodings[] = {NULL,       "GB18030",      "BIG5",    "UTF-16LE",
                                            "UTF-16BE", "SHIFT_JIS",    "CP1258",  "GBK",
                                            "UTF-32LE", "WINDOWS-1252", "UCS-4LE", "BIG5-HKSCS",
                                            "EUC-KR",   "ISO-2022-JP",  "TCVN",    "UTF-16"};

    if (size == 0)
        return 0;
    const char *encoding = encodings[data[0] % 16];
    size_t block_size = 4 + data[0] / 16;
    struct kam_text file = {(const char *)data + 1, size - 1};
    struct result strict = check(file, encoding, KAM_ENCODING_STRICT, block_size);
    struct result guessed = check(file, encoding, KAM_ENCODING_GUESS, block_size);

    /* What is text is the same text. */
    if (strict.status == KAM_END) {
        REQUIRE(guessed.status == KAM_END && guessed.replaced == 0);
        REQUIRE(kam_text_equal(kam_buffer_text(&strict.text), kam_buffer_text(&guessed.text)));
    }
    kam_buffer_free(&strict.text);
    kam_buffer_free(&guessed.text);
    return 0;
}
