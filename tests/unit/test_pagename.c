#include "report/pagename.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *name_of(const char *value, struct kam_arena *arena)
{
    struct kam_text values[] = {kam_text_of(value)};
    const char *names[1];

    assert_int_equal(kam_pagenames_make(values, 1, names, arena, NULL), KAM_OK);
    return names[0];
}

static void a_page_is_called_as_its_value(void **unused)
{
    static const char *const cases[][2] = {
        {"华东", "华东.html"},
        {"North East", "North-East.html"},
        {"", "none.html"},
        {"..", "none.html"},
        {"../../etc/passwd", "etc-passwd.html"},
        {"a.b", "a.b.html"},
        {".hidden", "hidden.html"},
        {"a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j.html"},
        {" - x - ", "x.html"},
        {"x.", "x.html"},
        /* U+202E turns what follows around. NOLINTNEXTLINE(misc-misleading-bidirectional) */
        {"\xE2\x80\xAEgpj", "gpj.html"},
        {"a\xFF"
         "b",
         "a-b.html"},
        {"a\nb", "a-b.html"},
        {"\xE3\x80\x80"
         "东",
         "东.html"}, /* an ideographic space */
        {"index", "index-2.html"},
        {"INDEX", "INDEX-2.html"},
        {"😀", "😀.html"},
    };
    struct kam_arena arena = {0};

    (void)unused;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(name_of(cases[i][0], &arena), cases[i][1]);
    kam_arena_free(&arena);
}

static void a_long_value_is_cut_between_characters(void **unused)
{
    enum { CHARACTERS = 100, BYTES = 3 };
    char value[CHARACTERS * BYTES + 1];
    struct kam_arena arena = {0};

    (void)unused;
    for (size_t i = 0; i < CHARACTERS; i++)
        memcpy(value + i * BYTES, "东", BYTES);
    value[sizeof value - 1] = '\0';
    const char *name = name_of(value, &arena);
    size_t stem = strlen(name) - strlen(".html");
    assert_int_equal(stem % BYTES, 0);
    assert_in_range(stem, 90, 110);
    assert_memory_equal(name, value, stem);
    kam_arena_free(&arena);
}

static void no_two_pages_have_one_name(void **unused)
{
    const struct kam_text values[] = {KAM_TEXT("A"),    KAM_TEXT("A "),    KAM_TEXT("A-2"),
                                      KAM_TEXT("a"),    KAM_TEXT("a/"),    KAM_TEXT(""),
                                      KAM_TEXT("none"), KAM_TEXT("index"), KAM_TEXT("/")};
    static const char *const expected[] = {"A.html",      "A-2.html",     "A-2-2.html",
                                           "a-3.html",    "a-4.html",     "none.html",
                                           "none-2.html", "index-2.html", "none-3.html"};
    enum { COUNT = sizeof values / sizeof *values };
    struct kam_arena arena = {0};
    const char *names[COUNT];

    (void)unused;
    assert_int_equal(kam_pagenames_make(values, COUNT, names, &arena, NULL), KAM_OK);
    for (size_t i = 0; i < COUNT; i++)
        assert_string_equal(names[i], expected[i]);
    kam_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_called_as_its_value),
        cmocka_unit_test(a_long_value_is_cut_between_characters),
        cmocka_unit_test(no_two_pages_have_one_name),
    };

    return cmocka_run_group_tests_name("pagename", tests, NULL, NULL);
}
