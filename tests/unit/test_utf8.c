#include "base/utf8.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- a second implementation: the table of RFC 3629, section 4 ------------------------------- */

static size_t expected_character(const unsigned char *p, size_t left)
{
    static const struct {
        unsigned char first[2], second[2];
        size_t length;
    } rows[] = {
        {{0x00, 0x7F}, {0, 0}, 1},       {{0xC2, 0xDF}, {0x80, 0xBF}, 2},
        {{0xE0, 0xE0}, {0xA0, 0xBF}, 3}, {{0xE1, 0xEC}, {0x80, 0xBF}, 3},
        {{0xED, 0xED}, {0x80, 0x9F}, 3}, {{0xEE, 0xEF}, {0x80, 0xBF}, 3},
        {{0xF0, 0xF0}, {0x90, 0xBF}, 4}, {{0xF1, 0xF3}, {0x80, 0xBF}, 4},
        {{0xF4, 0xF4}, {0x80, 0x8F}, 4},
    };
    size_t r = 0, n = sizeof rows / sizeof *rows;

    while (r < n && (p[0] < rows[r].first[0] || p[0] > rows[r].first[1]))
        r++;
    if (r == n || left < rows[r].length)
        return 0;
    if (rows[r].length > 1 && (p[1] < rows[r].second[0] || p[1] > rows[r].second[1]))
        return 0;
    for (size_t i = 2; i < rows[r].length; i++)
        if (p[i] < 0x80 || p[i] > 0xBF)
            return 0;
    return rows[r].length;
}

static size_t expected_prefix(struct kam_text text)
{
    size_t at = 0, n = 1;

    while (at < text.len && n) {
        n = expected_character((const unsigned char *)text.ptr + at, text.len - at);
        at += n;
    }
    return at;
}

/* ---- the tests ------------------------------------------------------------------------------- */

/* Whatever the vectors, the prefix of TEXT is EXPECTED. */
static void assert_prefix(struct kam_text text, size_t expected)
{
    for (enum kam_vectors v = KAM_VECTORS_NONE; v <= kam_vectors_best(); v++) {
        size_t found = kam_utf8_prefix_with(text, v);
        if (found != expected)
            fail_msg("vectors %d: %zu instead of %zu bytes of %s", (int)v, found, expected,
                     kam_show_line(text).s);
    }
}

/* TEXT agrees with the second implementation, in memory that ends where it does. */
static void assert_agrees(struct kam_text text)
{
    char *copy = malloc(text.len ? text.len : 1);

    assert_non_null(copy);
    if (text.len)
        memcpy(copy, text.ptr, text.len);
    assert_prefix((struct kam_text){copy, text.len}, expected_prefix(text));
    free(copy);
}

enum { OFFSETS = 70, TAIL = 40 }; /* of vectors of 32 bytes: more than two, and one and some */

/* BYTES are good, or not, wherever they stand, at the end and before other bytes. */
static void assert_anywhere(struct kam_text bytes, bool good)
{
    char text[OFFSETS + 4 + TAIL];
    size_t n = bytes.len;

    for (size_t before = 0; before <= OFFSETS; before++) {
        memset(text, 'x', sizeof text);
        memcpy(text + before, bytes.ptr, n);
        assert_prefix((struct kam_text){text, before + n}, before + (good ? n : 0));
        assert_prefix((struct kam_text){text, before + n + TAIL}, before + (good ? n + TAIL : 0));
    }
}

static void utf8_is_what_rfc_3629_says(void **unused)
{
    static const char *const good[] = {"\xC2\x80",         "\xDF\xBF",         "\xE0\xA0\x80",
                                       "\xED\x9F\xBF",     "\xEE\x80\x80",     "\xEF\xBF\xBF",
                                       "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\x7F"};
    static const char *const bad[] = {"\x80",
                                      "\xBF",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x9F\xBF",
                                      "\xED\xA0\x80",
                                      "\xF0\x8F\xBF\xBF",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xFF",
                                      "\xC2",
                                      "\xE1\x80",
                                      "\xF1\x80\x80",
                                      "\xE1\x80z",
                                      "\xF1\x80\x80z"};

    (void)unused;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_anywhere(kam_text_of(good[i]), true);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_anywhere(kam_text_of(bad[i]), false);
}

/* All pairs of bytes, before what may be the rest of a character and what may not. */
static void every_pair_of_bytes(void **unused)
{
    static const char *const rests[] = {"xxx", "\x80xx", "\x80\xBFx", "\xBF\x80\x80", "\xE5\xAE"};
    char text[OFFSETS + TAIL];

    (void)unused;
    memset(text, 'x', sizeof text);
    for (unsigned pair = 0; pair < 0x10000; pair++) {
        size_t at = 30 + pair % 5; /* across the end of a vector, too */
        memset(text + at - 3, 'x', 10);
        text[at] = (char)(pair >> 8);
        text[at + 1] = (char)(pair & 0xFF);
        for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
            struct kam_text rest = kam_text_of(rests[i]);
            memcpy(text + at + 2, rest.ptr, rest.len);
            struct kam_text all = {text, sizeof text};
            assert_prefix(all, expected_prefix(all));
        }
    }
}

/* Characters of any width, at least SIZE bytes of them into TEXT; how many bytes. */
static size_t write_valid(uint64_t *random, size_t size, char *text)
{
    static const char *const characters[] = {
        "a",
        "7,",
        "2025-11,12345.67,phone,bank,hospital,retail",
        "é",
        "\xDF\xBF",
        "客户",
        "华东",
        "\uFF10",
        "\xE0\xA0\x80",
        "\xED\x9F\xBF",
        "\xEF\xBF\xBF",
        "\U0001F600",
        "\xF4\x8F\xBF\xBF",
    };
    enum { CHARACTERS = sizeof characters / sizeof *characters };
    size_t n = 0;

    while (n < size) {
        struct kam_text c = kam_text_of(characters[random_below(random, CHARACTERS)]);
        memcpy(text + n, c.ptr, c.len);
        n += c.len;
    }
    return n;
}

enum { VALID = 200, LONGEST = VALID + 50 };

static void valid_text_cut_anywhere(void **unused)
{
    uint64_t random = 21;
    char text[LONGEST];

    (void)unused;
    for (int i = 0; i < 200; i++) {
        size_t n = write_valid(&random, VALID, text);
        assert_int_equal(expected_prefix((struct kam_text){text, n}), n);
        for (size_t begin = 0; begin <= 5; begin++)
            for (size_t end = begin; end <= n; end++)
                assert_agrees((struct kam_text){text + begin, end - begin});
    }
}

static void valid_text_with_one_bit_flipped(void **unused)
{
    uint64_t random = 22;
    char text[LONGEST];

    (void)unused;
    for (int i = 0; i < 200; i++) {
        size_t n = write_valid(&random, VALID, text);
        for (size_t bit = 0; bit < n * 8; bit++) {
            text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
            assert_agrees((struct kam_text){text, n});
            text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
        }
    }
}

static void random_bytes(void **unused)
{
    uint64_t random = 23;
    char text[LONGEST];

    (void)unused;
    for (int i = 0; i < 100000; i++) {
        size_t n = write_valid(&random, random_below(&random, VALID), text);
        size_t from = n ? random_below(&random, (unsigned)n) : 0;
        for (size_t at = from; at < n && at < from + 4; at++)
            text[at] = (char)random_below(&random, 256);
        assert_agrees((struct kam_text){text, n});
    }
}

static void no_bytes_at_all(void **unused)
{
    (void)unused;
    assert_prefix((struct kam_text){NULL, 0}, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_what_rfc_3629_says),
        cmocka_unit_test(every_pair_of_bytes),
        cmocka_unit_test(valid_text_cut_anywhere),
        cmocka_unit_test(valid_text_with_one_bit_flipped),
        cmocka_unit_test(random_bytes),
        cmocka_unit_test(no_bytes_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
