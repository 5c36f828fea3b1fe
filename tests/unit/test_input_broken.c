/* Bytes that are no characters end an input, with their place. */
#include "inputs.h"

#include <stdio.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(broken_characters_are_errors_with_their_byte),
        cmocka_unit_test(broken_characters_of_other_encodings_are_errors_too),
        cmocka_unit_test(nul_bytes_are_errors_with_their_place),
        cmocka_unit_test(a_file_that_ends_inside_a_character_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
