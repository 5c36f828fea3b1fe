/*
 * Characters of UTF-8 and their widths, beside what the C library says of them: nobody here wrote
 * that.
 */
#include <config.h>

#include "base/character.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <wchar.h>

#include <cmocka.h>

static int in_utf8(void **state)
{
    locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);

    *state = locale;
    if (locale)
        uselocale(locale);
    return 0;
}

static int in_no_locale(void **state)
{
    uselocale(LC_GLOBAL_LOCALE);
    if (*state)
        freelocale((locale_t)*state);
    return 0;
}

/* ---- taking ---------------------------------------------------------------------------------- */

/* BYTES[LENGTH], and behind them nothing, begin with what the C library says. */
static void begins_as_the_library_says(const char *bytes, size_t length)
{
    struct kam_text text = {bytes, length};
    mbstate_t state = {0};
    wchar_t wide = 0;
    size_t used = mbrtowc(&wide, bytes, length, &state);
    uint32_t point = kam_character_take(&text);

    /* glibc has characters beyond those of Unicode. */
    if (used > length || wide >= KAM_CHARACTER_BROKEN) {
        assert_int_equal(point, KAM_CHARACTER_BROKEN);
        assert_int_equal(text.len, length - 1);
    } else {
        assert_int_equal(point, wide);
        assert_int_equal(text.len, length - (used ? used : 1));
    }
}

static void characters_are_those_of_the_c_library(void **state)
{
    static const unsigned char ends[] = {0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    enum { ENDS = sizeof ends };

    if (!*state)
        skip();
    for (unsigned first = 0; first < 0x100; first++)
        for (unsigned second = 0; second < 0x100; second++)
            for (unsigned i = 0; i < ENDS * ENDS; i++) {
                char bytes[] = {(char)first, (char)second, (char)ends[i / ENDS],
                                (char)ends[i % ENDS]};
                for (size_t length = 1; length <= sizeof bytes; length++)
                    begins_as_the_library_says(bytes, length);
            }
}

/* ---- widths ---------------------------------------------------------------------------------- */

/* So many characters may be wider or narrower in a C library with an older or newer Unicode. */
enum { OTHER_UNICODE = 700 };

static void widths_are_those_of_the_c_library(void **state)
{
    size_t known = 0, different = 0;

    if (!*state || wcwidth(0x4E2D) != 2)
        skip();
    for (uint32_t point = 0x20; point < 0x110000; point++) {
        int width = wcwidth((wchar_t)point);
        known += width >= 0;
        different += width >= 0 && kam_character_width(point) != (size_t)width;
    }
    assert_true(known > 250000);
    assert_true(different <= OTHER_UNICODE);
}

static void scripts_of_all_kinds(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
    } texts[] = {
        {"", 0},
        {"abc", 3},
        {"华东电信", 8},
        {"ＡＢＣ", 6},
        {"ｱｲｳ", 3},                                  /* halfwidth */
        {"e\xCC\x81t\xC3\xA9", 3},                   /* é in two ways */
        {"שָׁלוֹם", 4},                                 /* points of Hebrew */
        {"مُحَمَّد", 4},                                 /* vowels of Arabic */
        {"हिन्दी", 5},                                /* i and ii stand beside */
        {"ที่นี่", 2},                                   /* vowels and tones above */
        {"한국", 4},                                 /* syllables */
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", 2}, /* one of them, in jamo */
        {"\xF0\x9F\x9A\x80", 2},                     /* U+1F680, a rocket */
        {"\xF0\x9F\xA5\x87", 2},                     /* U+1F947, a medal */
        {"a\xE2\x80\x8D"
         "b",
         2},          /* a joiner of no width */
        {"×αЖ§①", 5}, /* wide in some places only */
        {"█▁…→", 4},
        {"\xF0\xA0\x80\x80", 2}, /* U+20000 */
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(kam_character_columns(kam_text_of(texts[i].text)), texts[i].columns);
}

static void assert_fits(const char *text, size_t most, const char *expected)
{
    struct kam_text fit = kam_character_fit(kam_text_of(text), most);

    assert_int_equal(fit.len, strlen(expected));
    assert_memory_equal(fit.ptr, expected, fit.len);
}

static void texts_are_cut_between_characters(void **state)
{
    (void)state;
    assert_fits("abc", 3, "abc");
    assert_fits("abc", 2, "ab");
    assert_fits("abc", 0, "");
    assert_fits("华东", 3, "华");
    assert_fits("华东", 1, "");
    assert_fits("e\xCC\x81t", 1, "e\xCC\x81");
    assert_fits("te\xCC\x81", 1, "t");
    assert_fits("\xCC\x81", 0, "\xCC\x81");
}

/* ---- what a terminal gets -------------------------------------------------------------------- */

static void assert_tame(struct kam_text text, const char *expected)
{
    struct kam_buffer buffer = {NULL, 0, 0};

    assert_true(kam_character_add_tame(&buffer, text));
    assert_int_equal(buffer.len, strlen(expected));
    assert_memory_equal(buffer.ptr, expected, buffer.len);
    assert_int_equal(kam_character_columns(kam_buffer_text(&buffer)), kam_character_columns(text));
    kam_buffer_free(&buffer);
}

/* NOLINTBEGIN(misc-misleading-bidirectional): as they are meant to be */
static void orders_never_reach_a_terminal(void **state)
{
    (void)state;
    assert_tame(KAM_TEXT("a\x1B[31mb\tc\nd\x7F"), "a [31mb c d ");
    assert_tame(KAM_TEXT("a\0b"), "a b");
    assert_tame(KAM_TEXT("\xC2\x9B"
                         "2J"),
                " 2J"); /* C1 */
    assert_tame(KAM_TEXT("a\xE2\x80\xAE"
                         "b\xE2\x81\xA6"
                         "c\xE2\x80\x8F"),
                "abc"); /* directions */
    assert_tame(KAM_TEXT("a\xE2\x80\xA8"
                         "b\xE2\x80\xA9"),
                "a b "); /* lines */
    assert_tame(KAM_TEXT("\x9B"
                         "a\xE4\xB8"),
                "\xEF\xBF\xBD"
                "a\xEF\xBF\xBD\xEF\xBF\xBD"); /* broken */
    assert_tame(KAM_TEXT("华东 a\xCC\x81"), "华东 a\xCC\x81");
}
/* NOLINTEND(misc-misleading-bidirectional) */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(characters_are_those_of_the_c_library, in_utf8,
                                        in_no_locale),
        cmocka_unit_test_setup_teardown(widths_are_those_of_the_c_library, in_utf8, in_no_locale),
        cmocka_unit_test(scripts_of_all_kinds),
        cmocka_unit_test(texts_are_cut_between_characters),
        cmocka_unit_test(orders_never_reach_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
