#include "report/textwrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* TEXT in lines of COLUMNS, with | between them. */
static void assert_lines(const char *text, size_t columns, const char *expected)
{
    struct kam_text rest = kam_text_of(text);
    char lines[200];
    size_t length = 0;

    while (rest.len) {
        struct kam_text line = kam_textwrap_take(&rest, columns);
        length += (size_t)snprintf(lines + length, sizeof lines - length, "%s%.*s",
                                   length ? "|" : "", (int)line.len, line.ptr);
    }
    assert_string_equal(lines, expected);
}

static void lines_end_at_spaces(void **state)
{
    (void)state;
    assert_lines("one two three", 20, "one two three");
    assert_lines("one two three", 13, "one two three");
    assert_lines("one two three", 12, "one two|three");
    assert_lines("one two three", 7, "one two|three");
    assert_lines("  one   two ", 4, "one|two");
    assert_lines("one two", 6, "one|two");
}

static void words_that_are_too_long_are_parted(void **state)
{
    (void)state;
    assert_lines("a contribution", 6, "a|contri|bution");
    assert_lines("e\xCC\x81t\xCC\x81", 1, "e\xCC\x81|t\xCC\x81");
}

static void chinese_is_parted_anywhere_but_at_its_signs(void **state)
{
    (void)state;
    assert_lines("客户金字塔", 4, "客户|金字|塔");
    assert_lines("客户金字塔", 5, "客户|金字|塔");
    assert_lines("客户，金字塔", 4, "客|户，|金字|塔");
    assert_lines("客户（金）字", 6, "客户|（金）|字");
    assert_lines("收入5,972万。", 10, "收入|5,972万。");
    assert_lines("客户", 1, "客|户");
}

static void longest_words(void **state)
{
    (void)state;
    assert_int_equal(kam_textwrap_longest_word(KAM_TEXT("of the revenue")), 7);
    assert_int_equal(kam_textwrap_longest_word(KAM_TEXT("客户占比")), 8);
    assert_int_equal(kam_textwrap_longest_word(KAM_TEXT("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_at_spaces),
        cmocka_unit_test(words_that_are_too_long_are_parted),
        cmocka_unit_test(chinese_is_parted_anywhere_but_at_its_signs),
        cmocka_unit_test(longest_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
