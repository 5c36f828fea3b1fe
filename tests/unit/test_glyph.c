#include "base/glyph.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void characters_of_every_length(void **unused)
{
    static const uint32_t expected[] = {'a',    0xA0,   0x202F, 0xFF10, 0x2212,          0,
                                        0xFFE5, 0x4E07, 0x80,   0xFFFF, KAM_GLYPH_OTHER, 'z'};
    /* The last but one is a lead byte that lacks its rest. */
    struct kam_text text = KAM_TEXT("a\xC2\xA0\xE2\x80\xAF\xEF\xBC\x90\xE2\x88\x92\0\xEF\xBF\xA5"
                                    "\xE4\xB8\x87\xC2\x80\xEF\xBF\xBF\xE2z");
    (void)unused;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_int_equal(kam_glyph_take(&text), expected[i]);
    assert_int_equal(text.len, 0);
}

static void characters_from_behind(void **unused)
{
    static const uint32_t expected[] = {'z', KAM_GLYPH_OTHER, KAM_GLYPH_OTHER, 0x80, 0xFFE5,
                                        0,   0x2212,          KAM_GLYPH_OTHER};
    /* A continuation byte alone, a lead byte that lacks its rest. */
    struct kam_text text = KAM_TEXT("\x80\xE2\x88\x92\0\xEF\xBF\xA5\xC2\x80\x80\xE2z");
    (void)unused;
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_int_equal(kam_glyph_take_back(&text), expected[i]);
    assert_int_equal(text.len, 0);
}

static void what_is_no_character_is_taken_by_the_byte(void **unused)
{
    static const struct {
        const char *text;
        size_t left;
    } broken[] = {
        {"\x80", 0},      {"\xBF\xBF", 1},
        {"\xC0\xAF", 1},  {"\xC1\xBF", 1},
        {"\xC2", 0},      {"\xC2x", 1},
        {"\xE2", 0},      {"\xE2\x80", 1},
        {"\xE2\x80x", 2}, {"\xF0\x9F\x98\x80", 3},
        {"\xFF", 0},      {"\xE0\x80\xAF", 0}, /* an overlong '/' */
    };
    (void)unused;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct kam_text text = kam_text_of(broken[i].text);
        assert_int_equal(kam_glyph_take(&text), KAM_GLYPH_OTHER);
        assert_int_equal(text.len, broken[i].left);
    }
}

static void full_width_is_folded(void **unused)
{
    (void)unused;
    assert_int_equal(kam_glyph_fold(0xFF10), '0');
    assert_int_equal(kam_glyph_fold(0xFF19), '9');
    assert_int_equal(kam_glyph_fold(0xFF01), '!');
    assert_int_equal(kam_glyph_fold(0xFF5E), '~');
    assert_int_equal(kam_glyph_fold(0xFF00), 0xFF00);
    assert_int_equal(kam_glyph_fold(0xFF5F), 0xFF5F);
    assert_int_equal(kam_glyph_fold('7'), '7');
    assert_int_equal(kam_glyph_fold(0x4E07), 0x4E07);
}

static void spaces(void **unused)
{
    (void)unused;
    assert_true(kam_glyph_is_space(' '));
    assert_true(kam_glyph_is_space(0xA0));
    assert_true(kam_glyph_is_space(0x2009));
    assert_true(kam_glyph_is_space(0x202F));
    assert_true(kam_glyph_is_space(0x3000));
    assert_false(kam_glyph_is_space('\n'));
    assert_false(kam_glyph_is_space('0'));
    assert_false(kam_glyph_is_space(KAM_GLYPH_OTHER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_of_every_length),
        cmocka_unit_test(characters_from_behind),
        cmocka_unit_test(what_is_no_character_is_taken_by_the_byte),
        cmocka_unit_test(full_width_is_folded),
        cmocka_unit_test(spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
