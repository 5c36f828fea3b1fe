#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"

#include <stdlib.h>

static void assert_text(struct kam_text text, const char *expected)
{
    if (!kam_text_equal(text, kam_text_of(expected)))
        fail_msg("%s instead of '%s'", kam_show(text).s, expected);
}

static void white_space_at_both_ends_is_trimmed(void **state)
{
    (void)state;
    assert_text(kam_text_trim(KAM_TEXT(" \t\n\v\f\r a b \xC2\xA0\xE3\x80\x80")), "a b");
    assert_text(kam_text_trim(KAM_TEXT("\xE3\x80\x80\xC2\xA0x")), "x");
    assert_text(kam_text_trim(KAM_TEXT(" \xE3\x80\x80 ")), "");
    assert_text(kam_text_trim(KAM_TEXT("")), "");
    assert_text(kam_text_trim((struct kam_text){NULL, 0}), "");
    /* Other characters that share bytes with these. */
    assert_text(kam_text_trim(KAM_TEXT("\xE3\x80\x81\xC3\xA0")), "\xE3\x80\x81\xC3\xA0");
    assert_text(kam_text_trim(KAM_TEXT("\xA0")), "\xA0");
}

/* CODE in UTF-8; how many bytes that is. */
static size_t encode(unsigned code, char out[3])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

static bool is_trimmed(unsigned code)
{
    return (code >= 9 && code <= 13) || code == ' ' || code == 0xA0 ||
           (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x205F ||
           code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

/* Alone, before and behind others, so that the quick look at both ends is right for all of them. */
static void every_character_is_trimmed_or_kept(void **state)
{
    char text[10];

    (void)state;
    for (unsigned code = 0; code <= 0xFFFF; code++) {
        char one[3];
        size_t n = encode(code, one);
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        memcpy(text, one, n);
        text[n] = 'x';
        memcpy(text + n + 1, one, n);
        size_t left = is_trimmed(code) ? 0 : n;
        assert_int_equal(kam_text_trim((struct kam_text){text, n}).len, left);
        assert_int_equal(kam_text_trim((struct kam_text){text, n + 1}).len, left + 1);
        assert_int_equal(kam_text_trim((struct kam_text){text + n, n + 1}).len, left + 1);
        struct kam_text both = kam_text_trim((struct kam_text){text, n + 1 + n});
        assert_int_equal(both.len, 2 * left + 1);
        assert_ptr_equal(both.ptr, text + n - left);
    }
}

/* Bytes that begin or end a character of white space, and its other bytes are missing. */
static void pieces_of_white_space_are_kept(void **state)
{
    static const char *const pieces[] = {"\xE2",     "\xE2\x80", "\x80\x8B", "\x8B",
                                         "\xEF",     "\xEF\xBB", "\xBB\xBF", "\xBF",
                                         "\xE3\x80", "\x80\x80", "\xC2",     "x\x80\x80"};

    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        assert_text(kam_text_trim(kam_text_of(pieces[i])), pieces[i]);
}

static void order_is_that_of_bytes(void **state)
{
    (void)state;
    assert_true(kam_text_order(KAM_TEXT("Z"), KAM_TEXT("a")) < 0);
    assert_true(kam_text_order(KAM_TEXT("\xC3\xA9"), KAM_TEXT("z")) > 0);
    assert_true(kam_text_order(KAM_TEXT("ab"), KAM_TEXT("abc")) < 0);
    assert_true(kam_text_order(KAM_TEXT("a\0b"), KAM_TEXT("a\0a")) > 0);
    assert_int_equal(kam_text_order((struct kam_text){NULL, 0}, KAM_TEXT("")), 0);
}

static void only_ascii_letters_fold(void **state)
{
    (void)state;
    assert_true(kam_text_equal_fold(KAM_TEXT("AzZ-\xC3\x89"), KAM_TEXT("aZz-\xC3\x89")));
    assert_false(kam_text_equal_fold(KAM_TEXT("\xC3\x89"), KAM_TEXT("\xC3\xA9")));
    assert_false(kam_text_equal_fold(KAM_TEXT("@["), KAM_TEXT("`{")));
    assert_false(kam_text_equal_fold(KAM_TEXT("a"), KAM_TEXT("ab")));
}

static void affixes_are_taken_whole_or_not_at_all(void **unused)
{
    struct kam_text text = KAM_TEXT("CNY 5元");
    (void)unused;
    assert_false(kam_text_take_front(&text, KAM_TEXT("cnyx")));
    assert_false(kam_text_take_back(&text, KAM_TEXT("5")));
    assert_false(kam_text_take_back(&text, KAM_TEXT("x CNY 5元")));
    assert_true(kam_text_equal(text, KAM_TEXT("CNY 5元")));
    assert_true(kam_text_take_front(&text, KAM_TEXT("cny")));
    assert_true(kam_text_equal(text, KAM_TEXT(" 5元")));
    assert_true(kam_text_take_back(&text, KAM_TEXT("元")));
    assert_true(kam_text_take_back(&text, KAM_TEXT(" 5")));
    assert_int_equal(text.len, 0);
    assert_false(kam_text_take_front(&text, KAM_TEXT("5")));
    assert_false(kam_text_take_back(&text, KAM_TEXT("5")));
}

static void a_text_is_split_into_all_its_parts(void **state)
{
    struct kam_text rest = KAM_TEXT(",a,,b");
    bool found;

    (void)state;
    assert_text(kam_text_split(&rest, ',', &found), "");
    assert_true(found);
    assert_text(kam_text_split(&rest, ',', &found), "a");
    assert_text(kam_text_split(&rest, ',', &found), "");
    assert_true(found);
    assert_text(kam_text_split(&rest, ',', &found), "b");
    assert_false(found);
    assert_int_equal(rest.len, 0);
    rest = (struct kam_text){NULL, 0};
    assert_text(kam_text_split(&rest, ',', &found), "");
    assert_false(found);
}

static void the_nearest_name_is_found(void **state)
{
    const struct kam_text names[] = {KAM_TEXT("account_id"), KAM_TEXT("account_name"),
                                     KAM_TEXT("month"), KAM_TEXT("x")};

    (void)state;
    assert_text(kam_text_nearest(KAM_TEXT("acount_id"), names, 4), "account_id");
    assert_text(kam_text_nearest(KAM_TEXT("Account_Name"), names, 4), "account_name");
    assert_text(kam_text_nearest(KAM_TEXT("monht"), names, 3), "");
    assert_text(kam_text_nearest(KAM_TEXT("months"), names, 4), "month");
    assert_text(kam_text_nearest(KAM_TEXT("revenue"), names, 4), "");
    assert_text(kam_text_nearest(KAM_TEXT("a"), names, 0), "");
}

static void the_distance_counts_edits_up_to_the_limit(void **state)
{
    (void)state;
    assert_int_equal(kam_text_distance(KAM_TEXT("kitten"), KAM_TEXT("sitting"), 9), 3);
    assert_int_equal(kam_text_distance(KAM_TEXT("kitten"), KAM_TEXT("sitting"), 2), 3);
    assert_int_equal(kam_text_distance(KAM_TEXT(""), KAM_TEXT("abc"), 9), 3);
    assert_int_equal(kam_text_distance(KAM_TEXT("ABC"), KAM_TEXT("abc"), 9), 0);
    char longer[65];
    memset(longer, 'a', sizeof longer);
    assert_int_equal(kam_text_distance((struct kam_text){longer, 65}, KAM_TEXT("a"), 5), 6);
    assert_int_equal(
        kam_text_distance((struct kam_text){longer, 65}, (struct kam_text){longer, 65}, 5), 0);
    assert_int_equal(
        kam_text_distance((struct kam_text){longer, 64}, (struct kam_text){longer, 63}, 5), 1);
}

static void a_shown_text_has_nothing_a_terminal_obeys(void **state)
{
    (void)state;
    assert_string_equal(kam_show(KAM_TEXT("1,2")).s, "'1,2'");
    assert_string_equal(kam_show(KAM_TEXT("")).s, "''");
    assert_string_equal(kam_show(KAM_TEXT("a\0\n\x1B[2J\x7F")).s, "'a\\x00\\x0A\\x1B[2J\\x7F'");
    assert_string_equal(kam_show(KAM_TEXT("\xE5\xAE\xA2\xFF")).s, "'\xE5\xAE\xA2\\xFF'");
    /* U+009B begins a sequence as ESC [ does. */
    assert_string_equal(kam_show(KAM_TEXT("\xC2\x9B"
                                          "2J\xC2\xA9"))
                            .s,
                        "'\\xC2\\x9B2J\xC2\xA9'");
}

static void a_shown_text_is_cut_between_characters(void **state)
{
    static const char fillers[][3] = {{'\x01', '\x02', '\x03'}, {'\xE5', '\xAE', '\xA2'}};
    char text[200];

    (void)state;
    for (size_t before = 50; before <= 64; before++)
        for (int kind = 0; kind < 2; kind++) {
            memset(text, 'x', before);
            for (size_t i = before; i + sizeof fillers[kind] <= sizeof text;
                 i += sizeof fillers[kind])
                memcpy(text + i, fillers[kind], sizeof fillers[kind]);
            struct kam_shown shown = kam_show((struct kam_text){text, sizeof text - 6});
            struct kam_text s = kam_text_of(shown.s);
            assert_true(s.len < 72);
            assert_int_equal(kam_utf8_prefix(s), s.len);
            assert_string_equal(shown.s + s.len - 4, "'...");
        }
}

static void a_whole_message_is_shown_likewise(void **state)
{
    static const char character[] = {'\xE5', '\xAE', '\xA2'};
    char text[5000];

    (void)state;
    assert_string_equal(kam_show_line(KAM_TEXT("")).s, "");
    assert_string_equal(kam_show_line(KAM_TEXT("b\xC4.csv:2: \xE5\xAE\xA2 '1'\n")).s,
                        "b\\xC4.csv:2: \xE5\xAE\xA2 '1'\\x0A");
    assert_string_equal(kam_show_line(KAM_TEXT("\xE5\xAE")).s, "\\xE5\\xAE");
    for (size_t before = 0; before < 4; before++) {
        memset(text, 'x', before);
        for (size_t i = before; i + sizeof character <= sizeof text; i += sizeof character)
            memcpy(text + i, character, sizeof character);
        struct kam_shown_line shown = kam_show_line((struct kam_text){text, sizeof text - 8});
        struct kam_text s = kam_text_of(shown.s);
        assert_true(s.len > 4080);
        assert_int_equal(kam_utf8_prefix(s), s.len);
    }
}

static void buffers_grow_and_refuse_what_overflows(void **state)
{
    struct kam_buffer buffer = {NULL, 0, 0};
    uint64_t *items = NULL;
    size_t capacity = 0;

    (void)state;
    assert_true(kam_buffer_add(&buffer, (struct kam_text){NULL, 0}));
    assert_true(kam_buffer_printf(&buffer, "%s-%d", "a", 7) && kam_buffer_add_byte(&buffer, '!'));
    assert_text(kam_buffer_text(&buffer), "a-7!");
    assert_false(kam_buffer_reserve(&buffer, SIZE_MAX));
    assert_false(kam_buffer_reserve(&buffer, SIZE_MAX - 4));
    assert_text(kam_buffer_text(&buffer), "a-7!");
    kam_buffer_free(&buffer);
    assert_null(buffer.ptr);
    assert_false(kam_array_reserve(&items, &capacity, SIZE_MAX / 4, sizeof *items));
    assert_null(items);
    assert_true(kam_array_reserve(&items, &capacity, 9, sizeof *items));
    assert_int_equal(capacity, 16);
    free(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_at_both_ends_is_trimmed),
        cmocka_unit_test(every_character_is_trimmed_or_kept),
        cmocka_unit_test(pieces_of_white_space_are_kept),
        cmocka_unit_test(order_is_that_of_bytes),
        cmocka_unit_test(only_ascii_letters_fold),
        cmocka_unit_test(affixes_are_taken_whole_or_not_at_all),
        cmocka_unit_test(a_text_is_split_into_all_its_parts),
        cmocka_unit_test(the_nearest_name_is_found),
        cmocka_unit_test(the_distance_counts_edits_up_to_the_limit),
        cmocka_unit_test(a_shown_text_has_nothing_a_terminal_obeys),
        cmocka_unit_test(a_shown_text_is_cut_between_characters),
        cmocka_unit_test(a_whole_message_is_shown_likewise),
        cmocka_unit_test(buffers_grow_and_refuse_what_overflows),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
