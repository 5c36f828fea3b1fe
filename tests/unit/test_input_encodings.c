/* Which encoding an input is in, and that it comes out as UTF-8. */
#include "inputs.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_decoded),
        cmocka_unit_test(a_byte_order_mark_decides),
        cmocka_unit_test(what_an_encoding_keeps_back_is_not_lost),
        cmocka_unit_test(wide_text_needs_no_mark),
        cmocka_unit_test(what_is_no_text_is_named),
        cmocka_unit_test(an_unknown_encoding_is_wrong_usage),
        cmocka_unit_test(the_encoding_may_be_chosen_by_the_first_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
