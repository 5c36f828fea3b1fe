#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/input.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

/* All of INPUT in OUT, which is emptied first; ends with the status other than KAM_OK. */
static enum kam_status drain(struct kam_input *input, struct kam_buffer *out,
                             struct kam_error *error)
{
    struct kam_text block;
    enum kam_status status;

    out->len = 0;
    while (!(status = kam_input_read(input, &block, error))) {
        assert_true(block.len > 0);
        assert_int_equal(kam_text_utf8_prefix(block), block.len);
        assert_true(kam_buffer_add(out, block));
    }
    if (status == KAM_END)
        assert_int_equal(kam_input_read(input, &block, error), KAM_END);
    return status;
}

static enum kam_status read_memory(struct kam_text bytes, const char *encoding, size_t block_size,
                                   struct kam_buffer *out, struct kam_error *error)
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
static void add_member(struct kam_buffer *out, struct kam_text text)
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
static void check_decodes(struct kam_text bytes, const char *encoding, const char *expected)
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
static void check_fails(struct kam_text bytes, const char *encoding, const char *good,
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

/* ---- encodings --------------------------------------------------------------------------------
 */

static void files_are_decoded(void **state)
{
    (void)state;
    check_decodes(KAM_TEXT("\xE5\xAE\xA2\xF0\xA0\x80\x80\xC3\xA9z"), NULL,
                  "\xE5\xAE\xA2\xF0\xA0\x80\x80\xC3\xA9z");
    check_decodes(KAM_TEXT("a"), "utf8", "a");
    /* Trail bytes of GB18030 and BIG5 that are '|', '\\' and digits. */
    check_decodes(KAM_TEXT("\xBF\xCD,\x81\x7C|\x82\x32\xAF\x31\n"), "GB18030",
                  "\xE5\xAE\xA2,\xE4\xBA\x85|\xE4\x81\x94\n");
    check_decodes(KAM_TEXT("\xB3\x5C\xA5\x5C|"), "BIG5", "\xE8\xA8\xB1\xE5\x8A\x9F|");
    check_decodes(KAM_TEXT("a\0\xA2\x5B\x40\xD8\0\xDC"), "UTF-16LE",
                  "a\xE5\xAE\xA2\xF0\xA0\x80\x80");
    check_decodes(KAM_TEXT("\0a\x5B\xA2\xD8\x40\xDC\0"), "UTF-16BE",
                  "a\xE5\xAE\xA2\xF0\xA0\x80\x80");
}

static void a_byte_order_mark_decides(void **state)
{
    (void)state;
    check_decodes(KAM_TEXT("\xEF\xBB\xBF\xE5\xAE\xA2"), "GB18030", "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\xFF\xFE\xA2\x5B"), NULL, "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\xFE\xFF\x5B\xA2"), "UTF-8", "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\xFF\xFE\0\0\xA2\x5B\0\0"), NULL, "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\0\0\xFE\xFF\0\0\x5B\xA2"), NULL, "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\x84\x31\x95\x33\xBF\xCD"), NULL, "\xE5\xAE\xA2");
    check_decodes(KAM_TEXT("\xFF\xFE"), NULL, "");
    check_decodes(KAM_TEXT("\xEF\xBB\xBF"), NULL, "");
    check_decodes(KAM_TEXT(""), "UTF-16LE", "");
    /* Only the first one is a mark. */
    check_decodes(KAM_TEXT("\xEF\xBB\xBF\xEF\xBB\xBFx"), NULL, "\xEF\xBB\xBFx");
    check_fails(KAM_TEXT("\xEF\xBB"), NULL, "",
                "not UTF-8 at byte 1: '\\xEF\\xBB' (the file ends inside a character)");
}

/* The last letter might combine with what follows: at the end of the file, nothing does. */
static void what_an_encoding_keeps_back_is_not_lost(void **state)
{
    (void)state;
    check_decodes(KAM_TEXT("xa"), "CP1258", "xa");
    check_decodes(KAM_TEXT("a\xEC"), "CP1258", "\xC3\xA1");
    check_decodes(KAM_TEXT("\x1B$B8\\5R"), "ISO-2022-JP", "\xE9\xA1\xA7\xE5\xAE\xA2");
}

static void broken_characters_are_errors_with_their_byte(void **state)
{
    static const char *const broken[] = {
        "\xFF.",
        "\x80.",
        "\xC0\x80",
        "\xC3(",
        "\xE5\xAE.",
        "\xE0\x80\x80.",
        "\xED\xA0\x80.",
        "\xF0\xA0\x80.",
        "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80",
        "\xE5\xC3\xA9",
        "\xF0\x8F\xBF\xBF",
    };

    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        for (size_t before = 0; before < 20; before++) {
            char text[64], good[32], message[80];
            snprintf(good, sizeof good, "%.*s", (int)before, "abcdefghijklmnopqrstuvwxyz");
            snprintf(text, sizeof text, "%s%sxxxx", good, broken[i]);
            snprintf(message, sizeof message, "not UTF-8 at byte %zu: '\\x%02X", before + 1,
                     (unsigned char)broken[i][0]);
            check_fails(kam_text_of(text), NULL, good, message);
        }
    check_fails(KAM_TEXT("ab\xBF\xCD\xFF.."), "GB18030", "ab\xE5\xAE\xA2",
                "not GB18030 at byte 5: '\\xFF..'");
    check_fails(KAM_TEXT("a\0\0\xDC"
                         "b\0c\0"),
                "UTF-16LE", "a", "not UTF-16LE at byte 3: '\\x00\\xDCb\\x00'");
    check_fails(KAM_TEXT("\xFF\xFE"
                         "a\0\0\xD8"),
                NULL, "a",
                "not UTF-16LE at byte 5: '\\x00\\xD8' (the file ends inside a character)");
}

/* In each of them: what comes before it, and how the message begins. */
static void broken_characters_of_other_encodings_are_errors_too(void **state)
{
    const struct {
        const char *encoding;
        struct kam_text bytes;
        const char *good, *message;
    } cases[] = {
        {"GBK", KAM_TEXT("a\xBF\xCD\xBF\n1,2"), "a客", "not GBK at byte 4: '\\xBF\\x0A1,'"},
        {"GB18030", KAM_TEXT("\x81\x30\x81\x7Fxx"), "",
         "not GB18030 at byte 1: '\\x810\\x81\\x7F'"},
        {"BIG5", KAM_TEXT("\xAB\xC8\xAB\x20x"), "客", "not BIG5 at byte 3: '\\xAB x'"},
        {"SHIFT_JIS", KAM_TEXT("\x8B\x71\xFD,1,2"), "客", "not SHIFT_JIS at byte 3: '\\xFD,1,'"},
        {"EUC-KR", KAM_TEXT("\xB0\xED\xB0,1,2"), "고", "not EUC-KR at byte 3: '\\xB0,1,'"},
        {"ISO-8859-7", KAM_TEXT("\xE1\xD2,12"), "α", "not ISO-8859-7 at byte 2: '\\xD2,12'"},
        {"CP1252", KAM_TEXT("\xE9\x81,12"), "é", "not CP1252 at byte 2: '\\x81,12'"},
        {"UTF-16LE", KAM_TEXT("a\0\x40\xD8\x40\xD8\0\xDC"), "a",
         "not UTF-16LE at byte 3: '@\\xD8@\\xD8'"},
        {"UTF-16BE", KAM_TEXT("\0a\xDC\0\0b"), "a", "not UTF-16BE at byte 3: '\\xDC\\x00\\x00b'"},
        {"UTF-16LE", KAM_TEXT("a\0b"), "a", "not UTF-16LE at byte 3: 'b' (the file ends inside"},
        {"UTF-32LE", KAM_TEXT("a\0\0\0\0\xD8\0\0"), "a", "not UTF-32LE at byte 5: "},
        {"UTF-32BE", KAM_TEXT("\0\0\0a\0\x11\0\0"), "a", "not UTF-32BE at byte 5: "},
        {"UCS-4LE", KAM_TEXT("a\0\0\0b\0\0\0\0\0\x11\0c\0\0\0"), "ab", "not UCS-4LE at byte 9: "},
        {"UTF-32LE", KAM_TEXT("a\0\0\0b\0\0"), "a",
         "not UTF-32LE at byte 5: 'b\\x00\\x00' (the file"},
    };
    struct kam_buffer gzip = {NULL, 0, 0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_fails(cases[i].bytes, cases[i].encoding, cases[i].good, cases[i].message);
        gzip.len = 0;
        add_member(&gzip, cases[i].bytes);
        check_fails(kam_buffer_text(&gzip), cases[i].encoding, cases[i].good, cases[i].message);
    }
    kam_buffer_free(&gzip);
}

static void nul_bytes_are_errors_with_their_place(void **state)
{
    const struct {
        const char *encoding;
        struct kam_text bytes;
        const char *good;
        size_t at;
    } cases[] = {
        {NULL, KAM_TEXT("\0"), "", 1},
        {NULL, KAM_TEXT("id,amount\nA1,\0002\n"), "id,amount\nA1,", 14},
        {NULL, KAM_TEXT("id,amount\nA1,2\n\0\0\0\0\0\0\0\0"), "id,amount\nA1,2\n", 16},
        {NULL, KAM_TEXT("\xEF\xBB\xBFid,amount\n\0"), "id,amount\n", 14},
        {"UTF-8", KAM_TEXT("客户客户\0客户客户"), "客户客户", 13},
        {"GB18030", KAM_TEXT("id,\xBF\xCD\0"), "id,客", 6},
        /* A NUL is no second byte. */
        {"CP1252", KAM_TEXT("id,amount,\xE9\0,12\n"), "id,amount,é", 12},
        {"UTF-16LE", KAM_TEXT("a\0\0\x4E\0\0b\0"), "a一", 5},
        {"UTF-16BE", KAM_TEXT("\0a\0\0"), "a", 3},
        {"UTF-32LE", KAM_TEXT("a\0\0\0\0\0\0\0"), "a", 5},
        {NULL, KAM_TEXT("\xFF\xFE\0\x4E\0\0b\0"), "一", 5},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char message[80];
        snprintf(message, sizeof message,
                 "a NUL byte at byte %zu: no text, or damaged; fetch the file again", cases[i].at);
        check_fails(cases[i].bytes, cases[i].encoding, cases[i].good, message);
    }
    check_fails(KAM_TEXT("id,amount\n\xBF\0,"), "GBK", "id,amount\n",
                "not GBK at byte 11: '\\xBF\\x00,'");
}

static void wide_text_needs_no_mark(void **state)
{
    static const struct {
        struct kam_text bytes;
        const char *given;
    } cases[] = {
        {{"i\0d\0,\0\xA2\x5B\n\0", 10}, NULL},
        {{"i\0d\0,\0\xA2\x5B\n\0", 10}, "GB18030"},
        {{"i\0d\0,\0\xA2\x5B\n\0", 10}, "UTF-16"},
        {{"\0i\0d\0,\x5B\xA2\0\n", 10}, "UTF-16"},
        {{"\0i\0d\0,\x5B\xA2\0\n", 10}, "UCS-2"},
        {{"\0i\0d\0,\x5B\xA2\0\n", 10}, "UTF-8"},
        {{"\0\0\0i\0\0\0d\0\0\0,\0\0\x5B\xA2\0\0\0\n", 20}, NULL},
        {{"i\0\0\0d\0\0\0,\0\0\0\xA2\x5B\0\0\n\0\0\0", 20}, "UCS-4"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_decodes(cases[i].bytes, cases[i].given, "id,客\n");
    /* Damage doesn't hide what it is. */
    char big[200] = "";
    for (size_t i = 1; i < sizeof big; i += 2)
        big[i] = 'a';
    big[100] = '\xD8';
    check_fails((struct kam_text){big, sizeof big}, "UTF-16",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "not UTF-16BE at byte 101: ");
    /* Whoever names the order is believed. */
    check_decodes(KAM_TEXT("i\0d\0"), "UTF-16BE", "椀搀");
}

static void what_is_no_text_is_named(void **state)
{
    (void)state;
    check_fails(KAM_TEXT("PK\3\4xl/"), "GB18030", "",
                "an Excel workbook (xlsx), no text: save it as CSV");
    check_fails(KAM_TEXT("\xFF\xFE<\0h\0t\0m\0l\0>\0"), NULL, "", "an HTML page, no table of text");
}

static void a_file_that_ends_inside_a_character_is_an_error(void **state)
{
    static const struct {
        const char *encoding, *character;
    } cases[] = {{NULL, "\xC3\xA9"},
                 {NULL, "\xE0\xA0\x80"},
                 {NULL, "\xED\x9F\xBF"},
                 {NULL, "\xF0\xA0\x80\x80"},
                 {NULL, "\xF4\x8F\xBF\xBF"},
                 {"GB18030", "\xBF\xCD"},
                 {"GB18030", "\x82\x32\xAF\x31"},
                 {"BIG5", "\xB3\x5C"},
                 {"UTF-16LE", "\xA2\x5B"},
                 {"UTF-16BE", "\xD8\x40\xDC\x41"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t length = 1; length < strlen(cases[i].character); length++) {
            char message[80];
            const char *encoding = cases[i].encoding ? cases[i].encoding : "UTF-8";
            struct kam_text cut = {cases[i].character, length};
            struct kam_buffer out = {NULL, 0, 0};
            struct kam_error error;
            snprintf(message, sizeof message, "not %s at byte 1: ", encoding);
            check_fails(cut, cases[i].encoding, "", message);
            assert_int_equal(read_memory(cut, cases[i].encoding, 0, &out, &error), KAM_DATA);
            assert_non_null(strstr(error.text, "(the file ends inside a character)"));
            assert_null(strstr(error.text, "looks like"));
            kam_buffer_free(&out);
        }
}

static void a_likely_encoding_is_named(void **state)
{
    static const struct {
        const char *bytes, *guess;
    } cases[] = {
        {"\xBF\xCD\xBB\xA7,\xBD\xF0\xB6\xEE\n", "GB18030"},
        {"A1,\xBF\xCD\n", "GB18030"},
        /* The first character happens to be UTF-8, and the second isn't. */
        {"A1,\xC4\xA3\xE5\xAE,1\n", "GB18030"},
        {"caf\xE9,1\n", "WINDOWS-1252"},
    };
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[80];
        assert_int_equal(read_memory(kam_text_of(cases[i].bytes), NULL, 0, &out, &error), KAM_DATA);
        snprintf(expected, sizeof expected, "; the file looks like --encoding %s", cases[i].guess);
        const char *found = strstr(error.text, ";");
        assert_string_equal(found ? found : "", expected);
    }
    kam_buffer_free(&out);
}

static void an_unknown_encoding_is_wrong_usage(void **state)
{
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    (void)state;
    assert_int_equal(read_memory(KAM_TEXT("a"), "KLINGON", 0, &out, &error), KAM_USAGE);
    assert_string_equal(error.text,
                        "unknown encoding 'KLINGON'; 'iconv -l' lists those of this machine");
    /* iconv would take the locale's. */
    assert_int_equal(read_memory(KAM_TEXT("a"), "", 0, &out, &error), KAM_USAGE);
    kam_buffer_free(&out);
}

static const char *choose(const char *encoding, struct kam_text first_bytes)
{
    return kam_text_starts_with(first_bytes, KAM_TEXT("\xBF\xCD")) ? "GB18030" : encoding;
}

static void the_encoding_may_be_chosen_by_the_first_bytes(void **state)
{
    const struct kam_input_options options = {.choose_encoding = choose};
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_input *input;

    (void)state;
    assert_int_equal(kam_input_open_memory(&input, "x", KAM_TEXT("\xBF\xCD"), &options, NULL),
                     KAM_OK);
    assert_int_equal(drain(input, &out, NULL), KAM_END);
    assert_true(kam_text_equal(kam_buffer_text(&out), KAM_TEXT("\xE5\xAE\xA2")));
    kam_input_close(input);
    kam_buffer_free(&out);
}

/* ---- guesses ----------------------------------------------------------------------------------
 */

static void check_guessed(struct kam_text bytes, const char *given, const char *text,
                          const char *encoding, enum kam_encoding_origin origin, uint64_t replaced,
                          uint64_t first)
{
    struct kam_buffer out = {NULL, 0, 0};

    for (size_t block_size = 0; block_size <= 64; block_size++) {
        const struct kam_input_options options = {
            .encoding = given, .trust = KAM_ENCODING_GUESS, .block_size = block_size};
        struct kam_input *input;
        assert_int_equal(kam_input_open_memory(&input, "x", bytes, &options, NULL), KAM_OK);
        assert_int_equal(drain(input, &out, NULL), KAM_END);
        assert_true(kam_buffer_add_byte(&out, '\0'));
        assert_string_equal(out.ptr, text);
        assert_string_equal(kam_input_encoding(input), encoding);
        assert_int_equal(kam_input_encoding_origin(input), origin);
        assert_int_equal(kam_input_replaced(input), replaced);
        assert_int_equal(kam_input_first_replaced(input), first);
        kam_input_close(input);
    }
    kam_buffer_free(&out);
}

static void an_encoding_may_be_guessed(void **state)
{
    (void)state;
    check_guessed(KAM_TEXT("id,\xBF\xCD\xBB\xA7\n"), NULL, "id,客户\n", "GB18030",
                  KAM_ENCODING_GUESSED, 0, 0);
    check_guessed(KAM_TEXT("id,\xAB\xC8\xA4\xE1\n"), NULL, "id,客戶\n", "BIG5",
                  KAM_ENCODING_GUESSED, 0, 0);
    check_guessed(KAM_TEXT("id,caf\xE9\n"), NULL, "id,café\n", "WINDOWS-1252", KAM_ENCODING_GUESSED,
                  0, 0);
    check_guessed(KAM_TEXT("id,客户\n"), NULL, "id,客户\n", "UTF-8", KAM_ENCODING_DEFAULT, 0, 0);
    check_guessed(KAM_TEXT("\xEF\xBB\xBFid\n"), NULL, "id\n", "UTF-8", KAM_ENCODING_BY_MARK, 0, 0);
    check_guessed(KAM_TEXT("i\0d\0\n\0"), NULL, "id\n", "UTF-16LE", KAM_ENCODING_BY_PATTERN, 0, 0);
    check_guessed(KAM_TEXT("id,\xAB\xC8\n"), "BIG5", "id,客\n", "BIG5", KAM_ENCODING_GIVEN, 0, 0);
    check_guessed(KAM_TEXT(""), NULL, "", "UTF-8", KAM_ENCODING_DEFAULT, 0, 0);
}

static void then_what_is_broken_is_replaced(void **state)
{
    (void)state;
    check_guessed(KAM_TEXT("id,客户客户\xE5,\xFF\0\n"), NULL, "id,客户客户�,��\n", "UTF-8",
                  KAM_ENCODING_DEFAULT, 3, 16);
    check_guessed(KAM_TEXT("客户客户客户客户\xE5\xAE"), NULL, "客户客户客户客户�", "UTF-8",
                  KAM_ENCODING_DEFAULT, 1, 25);
    check_guessed(KAM_TEXT("\0\0abcabc\0"), NULL, "��abcabc�", "UTF-8", KAM_ENCODING_DEFAULT, 3, 1);
    check_guessed(KAM_TEXT("\xBF\xCD\xBB\xA7,\xBF,\0\xBF\xCD\xBF"), NULL, "客户,�,�客�", "GB18030",
                  KAM_ENCODING_GUESSED, 3, 6);
    check_guessed(KAM_TEXT("\xBF\0x"), "GBK", "��x", "GBK", KAM_ENCODING_GIVEN, 2, 1);
    check_guessed(KAM_TEXT("a\0\0\xDC"
                           "b\0\0\0c\0d"),
                  "UTF-16LE", "a�b�c�", "UTF-16LE", KAM_ENCODING_GIVEN, 3, 3);
    /* What the decoder has kept back stands before what is replaced. */
    check_guessed(KAM_TEXT("xa\0\xEC"), "CP1258", "xa�\xCC\x81", "CP1258", KAM_ENCODING_GIVEN, 1,
                  3);
}

/* ---- gzip -------------------------------------------------------------------------------------
 */

static void gzip_is_recognised(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0};

    (void)state;
    add_member(&gzip, KAM_TEXT("id,amount\nA1,2.50\n"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\n");
    add_member(&gzip, KAM_TEXT(""));
    add_member(&gzip, KAM_TEXT("A2,3\xE5\xAE\xA2\n"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\n");
    for (int i = 0; i < 700; i++)
        assert_true(kam_buffer_add_byte(&gzip, '\0'));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\n");
    add_member(&gzip, KAM_TEXT("x"));
    check_decodes(kam_buffer_text(&gzip), NULL, "id,amount\nA1,2.50\nA2,3\xE5\xAE\xA2\nx");
    gzip.len = 0;
    add_member(&gzip, KAM_TEXT(""));
    check_decodes(kam_buffer_text(&gzip), NULL, "");
    gzip.len = 0;
    add_member(&gzip, KAM_TEXT("\xFF\xFE\xA2\x5B"));
    check_decodes(kam_buffer_text(&gzip), NULL, "\xE5\xAE\xA2");
    kam_buffer_free(&gzip);
}

/* Which bytes come out before the end is missed depends on deflate; that it is missed doesn't. */
static void truncated_gzip_is_an_error_at_every_byte(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0}, out = {NULL, 0, 0};
    struct kam_error error;
    size_t first;

    (void)state;
    add_member(&gzip, KAM_TEXT("id,amount\nA1,2.50\nA1,2.50\n"));
    first = gzip.len;
    add_member(&gzip, KAM_TEXT("A2,3\n"));
    for (size_t length = 2; length < gzip.len; length++)
        for (size_t block_size = 0; block_size <= 32; block_size += 8) {
            struct kam_text cut = {gzip.ptr, length};
            enum kam_status status = read_memory(cut, NULL, block_size, &out, &error);
            assert_int_equal(status, length == first ? KAM_END : KAM_DATA);
            if (length == first + 1)
                assert_string_equal(error.text,
                                    "bytes after the end of the gzip data; fetch the file again");
            else if (length != first)
                assert_string_equal(error.text, "the gzip data ends too early: a truncated file; "
                                                "fetch the file again");
        }
    kam_buffer_free(&gzip);
    kam_buffer_free(&out);
}

static void damaged_gzip_is_an_error_behind_the_good_bytes(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0};
    const char *text = "id,amount\nA1,2.50\nA1,2.50\n";

    (void)state;
    add_member(&gzip, kam_text_of(text));
    for (size_t back = 1; back <= 8; back++) { /* length and CRC-32 */
        gzip.ptr[gzip.len - back] ^= 0x10;
        check_fails(kam_buffer_text(&gzip), NULL, text,
                    "damaged gzip data, or a wrong checksum; fetch the file again");
        gzip.ptr[gzip.len - back] ^= 0x10;
    }
    gzip.ptr[2] = 7; /* no such method */
    check_fails(kam_buffer_text(&gzip), NULL, "", "damaged gzip data");
    gzip.ptr[2] = 8;
    assert_true(kam_buffer_add(&gzip, KAM_TEXT("\0\0more")));
    check_fails(kam_buffer_text(&gzip), NULL, text, "bytes after the end of the gzip data");
    kam_buffer_free(&gzip);
}

/* Damage in the middle: however large the blocks, the same bytes come before it. */
static void any_damage_ends_the_same_way_in_any_blocks(void **state)
{
    struct kam_buffer gzip = {NULL, 0, 0}, whole = {NULL, 0, 0}, cut = {NULL, 0, 0};
    const char *text = "id,amount\nA1,2.50\nA2,3.50\nA1,2.50\nA3,12.50\nA1,2.50\n";
    struct kam_error error, error_cut;
    unsigned harmless = 0;

    (void)state;
    add_member(&gzip, kam_text_of(text));
    for (size_t i = 10; i < gzip.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            gzip.ptr[i] ^= (char)(1 << bit);
            enum kam_status status =
                read_memory(kam_buffer_text(&gzip), "WINDOWS-1250", 0, &whole, &error);
            if (status == KAM_END) {
                assert_true(kam_text_equal(kam_buffer_text(&whole), kam_text_of(text)));
                harmless++;
            }
            for (size_t block_size = 4; block_size <= 16; block_size += 3) {
                assert_int_equal(read_memory(kam_buffer_text(&gzip), "WINDOWS-1250", block_size,
                                             &cut, &error_cut),
                                 status);
                if (status != KAM_END)
                    assert_string_equal(error_cut.text, error.text);
                assert_true(kam_text_equal(kam_buffer_text(&cut), kam_buffer_text(&whole)));
            }
            gzip.ptr[i] ^= (char)(1 << bit);
        }
    /* Up to seven bits fill the last byte of the compressed data. */
    assert_true(harmless < 8);
    kam_buffer_free(&gzip);
    kam_buffer_free(&whole);
    kam_buffer_free(&cut);
}

/* ---- files ------------------------------------------------------------------------------------
 */

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
        *total += block.len;
    }
    kam_input_close(input);
    restore_stdin(saved);
    close(writer);
    return status;
}

static void a_file_that_becomes_shorter_is_an_error(void **state)
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
    /* As long as it was, or grown, which is seen as far as it is read. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_decoded),
        cmocka_unit_test(a_byte_order_mark_decides),
        cmocka_unit_test(what_an_encoding_keeps_back_is_not_lost),
        cmocka_unit_test(broken_characters_are_errors_with_their_byte),
        cmocka_unit_test(broken_characters_of_other_encodings_are_errors_too),
        cmocka_unit_test(nul_bytes_are_errors_with_their_place),
        cmocka_unit_test(wide_text_needs_no_mark),
        cmocka_unit_test(what_is_no_text_is_named),
        cmocka_unit_test(an_encoding_may_be_guessed),
        cmocka_unit_test(then_what_is_broken_is_replaced),
        cmocka_unit_test(a_file_that_ends_inside_a_character_is_an_error),
        cmocka_unit_test(a_likely_encoding_is_named),
        cmocka_unit_test(an_unknown_encoding_is_wrong_usage),
        cmocka_unit_test(the_encoding_may_be_chosen_by_the_first_bytes),
        cmocka_unit_test(gzip_is_recognised),
        cmocka_unit_test(truncated_gzip_is_an_error_at_every_byte),
        cmocka_unit_test(damaged_gzip_is_an_error_behind_the_good_bytes),
        cmocka_unit_test(any_damage_ends_the_same_way_in_any_blocks),
        cmocka_unit_test(standard_input_may_be_a_slow_pipe),
        cmocka_unit_test(the_first_block_may_be_larger),
        cmocka_unit_test(a_file_that_becomes_shorter_is_an_error),
        cmocka_unit_test(files_of_the_system_are_read),
        cmocka_unit_test(what_cannot_be_opened_is_an_error),
        cmocka_unit_test(a_failing_read_is_an_error_not_the_end),
        cmocka_unit_test(the_size_of_a_regular_file_is_known),
    };

    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
