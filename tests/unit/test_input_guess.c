/* Encodings that nobody said: named in an error, or guessed, and then broken bytes replaced. */
#include "inputs.h"

#include <stdio.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_encoding_may_be_guessed),
        cmocka_unit_test(then_what_is_broken_is_replaced),
        cmocka_unit_test(a_likely_encoding_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
