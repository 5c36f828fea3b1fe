/*
 * Encodings of one and two bytes are decoded by a table once there is much of them: that has to be
 * what iconv makes of them, for every character and every way to be cut or broken.
 */
#include "io/decode.h"
#include "io/pairs.h"
#include "random.h"

#include <errno.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const names[] = {"GB18030", "GBK",  "CP936", "GB2312",
                                    "EUC-CN",  "BIG5", "CP950", "EUC-TW"};

enum { NAMES = sizeof names / sizeof *names, MANY = 64 * 1024 };

/* A decoder that has made its table, and one that won't. */
struct both {
    struct kam_decoder *table, *plain;
};

static void begin(struct both *both, const char *name)
{
    static char ascii[MANY];
    struct kam_buffer out = {NULL, 0, 0};
    enum kam_decoder_rest rest;
    size_t used;

    memset(ascii, 'a', sizeof ascii);
    assert_int_equal(kam_decoder_open(&both->table, name, NULL), KAM_OK);
    assert_int_equal(kam_decoder_open(&both->plain, name, NULL), KAM_OK);
    assert_int_equal(
        kam_decoder_convert(both->table, (struct kam_text){ascii, MANY}, &used, &rest, &out, NULL),
        KAM_OK);
    assert_int_equal(used, MANY);
    assert_int_equal(rest, KAM_DECODER_NOTHING);
    assert_int_equal(out.len, MANY);
    assert_memory_equal(out.ptr, ascii, MANY);
    kam_buffer_free(&out);
}

static void end(struct both *both)
{
    kam_decoder_close(both->table);
    kam_decoder_close(both->plain);
}

/* The UTF-8 of all characters there are, each with a line feed behind it. */
static struct kam_buffer all_characters(void)
{
    struct kam_buffer text = {NULL, 0, 0};

    for (uint32_t c = 0x80; c <= 0x10FFFF; c++) {
        char utf8[4];
        size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (c >= 0xD800 && c < 0xE000)
            continue;
        utf8[0] = (char)((0xF00 >> n) | c >> 6 * (n - 1));
        for (size_t i = 1; i < n; i++)
            utf8[i] = (char)(0x80 | (c >> 6 * (n - 1 - i) & 0x3F));
        assert_true(kam_buffer_add(&text, (struct kam_text){utf8, n}));
        assert_true(kam_buffer_add_byte(&text, '\n'));
    }
    return text;
}

/* What iconv makes of TEXT in NAME, without the characters that it doesn't have. */
static struct kam_buffer encode(struct kam_text text, const char *name)
{
    iconv_t conversion = iconv_open(name, "UTF-8");
    struct kam_buffer out = {NULL, 0, 0};
    bool found = true;

    assert_true(conversion != (iconv_t)-1);
    assert_true(kam_buffer_reserve(&out, text.len * 2));
    while (text.len) {
        struct kam_text line = kam_text_split(&text, '\n', &found);
        char *from = (char *)(uintptr_t)line.ptr, *to = out.ptr + out.len;
        size_t left = line.len, room = out.capacity - out.len;
        if (iconv(conversion, &from, &left, &to, &room) == (size_t)-1) {
            assert_int_equal(errno, EILSEQ);
            (void)iconv(conversion, NULL, NULL, NULL, NULL);
        }
        out.len = (size_t)(to - out.ptr);
        assert_true(kam_buffer_add_byte(&out, '\n'));
    }
    iconv_close(conversion);
    return out;
}

static struct kam_buffer decode(struct kam_decoder *decoder, struct kam_text bytes, size_t most)
{
    struct kam_buffer out = {NULL, 0, 0};
    enum kam_decoder_rest rest = KAM_DECODER_NOTHING;

    while (bytes.len) {
        struct kam_text part = {bytes.ptr, bytes.len < most ? bytes.len : most};
        size_t used;
        assert_int_equal(kam_decoder_convert(decoder, part, &used, &rest, &out, NULL), KAM_OK);
        assert_int_not_equal(rest, KAM_DECODER_BROKEN);
        assert_true(used > 0);
        bytes = (struct kam_text){bytes.ptr + used, bytes.len - used};
    }
    assert_int_equal(rest, KAM_DECODER_NOTHING);
    return out;
}

static void every_character_is_that_of_iconv(void **state)
{
    static const size_t blocks[] = {SIZE_MAX, 65536, 1001, 61};
    struct kam_buffer text = all_characters();

    (void)state;
    for (size_t i = 0; i < NAMES; i++) {
        struct kam_buffer encoded = encode(kam_buffer_text(&text), names[i]);
        struct both both;
        assert_true(kam_pairs_are_in(names[i]));
        begin(&both, names[i]);
        struct kam_buffer expected = {NULL, 0, 0};
        iconv_t conversion = iconv_open("UTF-8", names[i]);
        assert_true(kam_buffer_reserve(&expected, encoded.len * 3));
        char *from = encoded.ptr, *to = expected.ptr;
        size_t left = encoded.len, room = expected.capacity;
        assert_int_not_equal(iconv(conversion, &from, &left, &to, &room), (size_t)-1);
        expected.len = (size_t)(to - expected.ptr);
        iconv_close(conversion);
        for (size_t b = 0; b < sizeof blocks / sizeof *blocks; b++) {
            struct kam_buffer out = decode(both.table, kam_buffer_text(&encoded), blocks[b]);
            assert_int_equal(out.len, expected.len);
            assert_memory_equal(out.ptr, expected.ptr, out.len);
            kam_buffer_free(&out);
        }
        kam_buffer_free(&expected);
        kam_buffer_free(&encoded);
        end(&both);
    }
    kam_buffer_free(&text);
}

static void assert_same(struct both *both, struct kam_text bytes)
{
    struct kam_buffer by_table = {NULL, 0, 0}, by_iconv = {NULL, 0, 0};
    enum kam_decoder_rest rest_of_table, rest_of_iconv;
    size_t used_by_table, used_by_iconv;

    assert_int_equal(
        kam_decoder_convert(both->table, bytes, &used_by_table, &rest_of_table, &by_table, NULL),
        KAM_OK);
    assert_int_equal(
        kam_decoder_convert(both->plain, bytes, &used_by_iconv, &rest_of_iconv, &by_iconv, NULL),
        KAM_OK);
    assert_int_equal(used_by_table, used_by_iconv);
    assert_int_equal(rest_of_table, rest_of_iconv);
    assert_int_equal(by_table.len, by_iconv.len);
    if (by_table.len)
        assert_memory_equal(by_table.ptr, by_iconv.ptr, by_table.len);
    kam_buffer_free(&by_table);
    kam_buffer_free(&by_iconv);
}

/* All pairs there can be, known or not, each between other bytes. */
static void every_pair_is_that_of_iconv(void **state)
{
    (void)state;
    for (size_t i = 0; i < NAMES; i++) {
        struct both both = {NULL, NULL};
        begin(&both, names[i]);
        kam_decoder_close(both.plain);
        for (unsigned pair = 0x8000; pair <= 0xFFFF; pair++) {
            char bytes[] = {'a', (char)(pair >> 8), (char)(pair & 0xFF), 'b', '0', 'c'};
            if (!(pair & 0xFF))
                continue; /* a NUL is found before */
            if (pair % 1024 == 1) {
                /* Never so many bytes that it would make a table. */
                if (pair > 0x8001)
                    kam_decoder_close(both.plain);
                assert_int_equal(kam_decoder_open(&both.plain, names[i], NULL), KAM_OK);
            }
            for (size_t len = 1; len <= sizeof bytes; len++)
                assert_same(&both, (struct kam_text){bytes, len});
        }
        end(&both);
    }
}

/* Any bytes, mostly such as are found in these encodings, cut anywhere, and longer than a slice. */
static void any_bytes_are_those_of_iconv(void **state)
{
    enum { ROUNDS = 3000, MOST = 300, FRESH = 200 };
    uint64_t seed = 1;

    (void)state;
    for (size_t i = 0; i < NAMES; i++) {
        struct both both;
        begin(&both, names[i]);
        for (int round = 1; round <= ROUNDS; round++) {
            char bytes[MOST];
            size_t len = random_below(&seed, MOST);
            for (size_t b = 0; b < len; b++) {
                unsigned kind = random_below(&seed, 8);
                bytes[b] = (char)(kind < 3   ? 0xA1 + random_below(&seed, 0x5E)
                                  : kind < 5 ? 0x30 + random_below(&seed, 10)
                                  : kind < 7 ? 0x81 + random_below(&seed, 0x7E)
                                             : 1 + random_below(&seed, 0xFF));
            }
            assert_same(&both, (struct kam_text){bytes, len});
            if (round % FRESH == 0) {
                kam_decoder_close(both.plain);
                assert_int_equal(kam_decoder_open(&both.plain, names[i], NULL), KAM_OK);
            }
        }
        end(&both);
    }
}

static void other_encodings_have_none(void **state)
{
    static const char *const others[] = {"UTF-16", "ISO-8859-1", "BIG5-HKSCS", "ISO-2022-CN",
                                         "HZ",     "SHIFT_JIS",  "TCVN",       ""};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(kam_pairs_are_in(others[i]));
    assert_true(kam_pairs_are_in("gb18030"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_that_of_iconv),
        cmocka_unit_test(every_pair_is_that_of_iconv),
        cmocka_unit_test(any_bytes_are_those_of_iconv),
        cmocka_unit_test(other_encodings_have_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
