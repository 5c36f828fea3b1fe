#include "report/textblocks.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_bar(double share, size_t columns, const char *expected)
{
    struct kam_speech speech = {.language = kam_language_at(0)};
    struct kam_text bar = kam_textblocks_bar(&speech, share, columns);

    assert_int_equal(bar.len, strlen(expected));
    assert_memory_equal(bar.ptr, expected, bar.len);
    assert_false(speech.failed);
    kam_speech_free(&speech);
}

static void bars_are_in_eighths(void **state)
{
    (void)state;
    assert_bar(1, 3, "███");
    assert_bar(2, 3, "███");
    assert_bar(0.5, 3, "█▌");
    assert_bar(0.125, 1, "▏");
    assert_bar(0.875, 1, "▉");
    assert_bar(0.0001, 3, "▏");
    assert_bar(0, 3, "");
    assert_bar(-1, 3, "");
}

static void assert_line(const int64_t *numbers, size_t count, const char *expected)
{
    struct kam_speech speech = {.language = kam_language_at(0)};
    struct kam_decimal line[8];

    for (size_t i = 0; i < count; i++)
        line[i] = numbers[i] == INT64_MIN ? KAM_NO_NUMBER : kam_decimal_of(numbers[i]);
    struct kam_text text = kam_textblocks_line(&speech, line, count);
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
    kam_speech_free(&speech);
}

static void lines_go_from_0_to_the_largest(void **state)
{
    (void)state;
    assert_line((const int64_t[]){0, 1, 2, 3, 4, 5, 6, 7}, 8, "▁▂▃▄▅▆▇█");
    assert_line((const int64_t[]){700, -5, INT64_MIN, 0}, 4, "█▁·▁");
    assert_line((const int64_t[]){0, 0}, 2, "▁▁");
    assert_line((const int64_t[]){-1, -2}, 2, "▁▁");
    assert_line(NULL, 0, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bars_are_in_eighths),
        cmocka_unit_test(lines_go_from_0_to_the_largest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
