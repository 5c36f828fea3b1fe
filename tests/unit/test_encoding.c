#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/encoding.h"

#include "encode.h"

#include <stdio.h>

static void the_nul_bytes_of_wide_text_are_a_pattern(void **state)
{
    static const char *const texts[] = {
        "a",
        "id,amount\nA1,2.50\n",
        "\xE5\xAE\xA2\xE6\x88\xB7,\xE9\x87\x91\xE9\xA2\x9D\n",
        /* One, U+4E00, ends in a zero byte. */
        "\xE4\xB8\x80\xE4\xB8\x80\xE4\xB8\x80,1\r\n\xE4\xB8\x80,1\n",
        "\xE5\xAE\xA2\xE6\x88\xB7\xE7\xBC\x96\xE5\x8F\xB7,\xE5\xAE\xA2\xE6\x88\xB7\xE5\x90\x8D\xE7"
        "\xA7\xB0,\xE9\x87\x91\xE9\xA2\x9D\n",
        "\xF0\xA0\x80\x80,\xF0\xA0\x80\x81\n",
        "caf\xC3\xA9;\xD1\x81\xD1\x87\xD0\xB5\xD1\x82\n",
    };
    static const char *const encodings[] = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"};
    char buffer[512];

    (void)state;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
        for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++) {
            struct kam_text bytes = encode(texts[t], encodings[e], buffer, sizeof buffer);
            const char *found = kam_encoding_pattern(bytes);
            if (!found || strcmp(found, encodings[e]) != 0)
                fail_msg("text %zu in %s: %s", t, encodings[e], found ? found : "nothing");
        }
}

static void a_little_damage_leaves_the_pattern(void **state)
{
    char text[200], buffer[800];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 26);
    text[sizeof text - 1] = '\0';
    struct kam_text bytes = encode(text, "UTF-16LE", buffer, sizeof buffer);
    const struct kam_text damage = KAM_TEXT("\0\0\0\xDC");
    memcpy(buffer + 20, damage.ptr, damage.len);
    assert_string_equal(kam_encoding_pattern(bytes), "UTF-16LE");
    bytes.len--;
    assert_string_equal(kam_encoding_pattern(bytes), "UTF-16LE");
    memset(buffer + 20, 0, 40);
    assert_null(kam_encoding_pattern(bytes));
}

static void nul_bytes_elsewhere_are_none(void **state)
{
    static const struct kam_text cases[] = {
        {"", 0},
        {"a", 1},
        {"\0", 1},
        {"\0\0", 2},
        {"\0\0\0\0\0\0\0\0", 8},
        {"id,amount\n", 10},
        {"id,amount\nA1,\0002\n", 16},
        {"id,amount\nA1\0,2\n", 16},
        {"id,amount\nA1,2\0\0\0\0\0\0", 20},
        {"abc\0\0\0def\0\0\0,\0\0\0\0\0\n", 19},
        {"\x7F"
         "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0",
         24},
        {"\xE5\xAE\xA2\0\xE6\x88\xB7", 7},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (kam_encoding_pattern(cases[i]))
            fail_msg("case %zu: %s", i, kam_encoding_pattern(cases[i]));
}

static void marks_are_recognised(void **state)
{
    static const struct {
        struct kam_text bytes;
        const char *name;
        size_t length;
    } cases[] = {
        {{"\xEF\xBB\xBF", 3}, "UTF-8", 3},
        {{"\xEF\xBB", 2}, NULL, 0},
        {{"\xFF\xFE", 2}, "UTF-16LE", 2},
        {{"\xFF\xFE\0\0", 4}, "UTF-32LE", 4},
        {{"\xFF\xFE\0", 3}, "UTF-16LE", 2},
        {{"\xFE\xFF", 2}, "UTF-16BE", 2},
        {{"\0\0\xFE\xFF", 4}, "UTF-32BE", 4},
        {{"\x84\x31\x95\x33", 4}, "GB18030", 4},
        {{"", 0}, NULL, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = 99;
        const char *name = kam_encoding_mark(cases[i].bytes, &length);
        assert_string_equal(name ? name : "", cases[i].name ? cases[i].name : "");
        assert_int_equal(length, cases[i].length);
    }
}

static void names_say_an_order_of_bytes_or_not(void **state)
{
    static const char *const with[] = {"UTF-16LE", "utf-16be",      "UTF32LE",   "UCS-2LE",
                                       "UCS-4BE",  "UNICODELITTLE", "UNICODEBIG"};
    static const char *const without[] = {"UTF-16", "UTF-32", "UCS-2",     "UCS-4", "UTF-8",
                                          "LE",     "",       "EBCDIC-BE", "CP1252"};

    (void)state;
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        assert_true(kam_encoding_has_order(with[i]));
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        assert_false(kam_encoding_has_order(without[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nul_bytes_of_wide_text_are_a_pattern),
        cmocka_unit_test(a_little_damage_leaves_the_pattern),
        cmocka_unit_test(nul_bytes_elsewhere_are_none),
        cmocka_unit_test(marks_are_recognised),
        cmocka_unit_test(names_say_an_order_of_bytes_or_not),
    };

    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
