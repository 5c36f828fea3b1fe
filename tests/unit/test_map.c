#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/map.h"

#include <stdio.h>

static void texts_are_numbered_by_first_appearance(void **state)
{
    struct kam_map map = {0};
    uint32_t number;
    char text[16];

    (void)state;
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 20000; i++) {
            snprintf(text, sizeof text, "id%u", i * 7919);
            assert_true(kam_map_intern(&map, kam_text_of(text), &number));
            assert_int_equal(number, i);
            assert_int_equal(kam_map_find(&map, kam_text_of(text)), i);
        }
    assert_int_equal(map.count, 20000);
    assert_true(kam_text_equal(map.texts[1], KAM_TEXT("id7919")));
    assert_int_equal(kam_map_find(&map, KAM_TEXT("id")), KAM_NONE);
    kam_map_free(&map);
    assert_int_equal(kam_map_find(&map, KAM_TEXT("id0")), KAM_NONE);
}

static void texts_are_their_bytes(void **state)
{
    const struct kam_text texts[] = {{NULL, 0},        KAM_TEXT("\0"),  KAM_TEXT("\0\0"),
                                     KAM_TEXT("a"),    KAM_TEXT("A"),   KAM_TEXT("a "),
                                     KAM_TEXT("a\0b"), KAM_TEXT("a\0c")};
    enum { COUNT = sizeof texts / sizeof *texts };
    struct kam_map map = {0};
    uint32_t number;

    (void)state;
    assert_int_equal(kam_map_find(&map, texts[0]), KAM_NONE);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(kam_map_intern(&map, texts[i], &number));
        assert_int_equal(number, i);
    }
    assert_int_equal(kam_map_find(&map, KAM_TEXT("")), 0);
    assert_int_equal(map.count, COUNT);
    kam_map_free(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_numbered_by_first_appearance),
        cmocka_unit_test(texts_are_their_bytes),
    };

    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
