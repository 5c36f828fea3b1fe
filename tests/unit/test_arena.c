#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static void allocations_are_aligned_and_apart(void **state)
{
    struct kam_arena arena = {0};
    char *before = NULL;

    (void)state;
    for (size_t size = 0; size < 5000; size += 37) {
        char *p = kam_arena_alloc(&arena, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        assert_ptr_not_equal(p, before);
        memset(p, 0xAB, size);
        before = p;
    }
    kam_arena_free(&arena);
    assert_int_equal(arena.used, 0);
}

static void nothing_is_something(void **state)
{
    struct kam_arena arena = {0};

    (void)state;
    assert_non_null(kam_arena_alloc(&arena, 0));
    assert_non_null(kam_arena_calloc(&arena, 0, 8));
    assert_non_null(kam_arena_calloc(&arena, 8, 0));
    kam_arena_free(&arena);
    kam_arena_free(&arena);
}

static void sizes_that_overflow_are_refused(void **state)
{
    struct kam_arena arena = {0};

    (void)state;
    assert_null(kam_arena_alloc(&arena, SIZE_MAX));
    assert_null(kam_arena_alloc(&arena, SIZE_MAX - 15));
    assert_null(kam_arena_calloc(&arena, SIZE_MAX / 2, 3));
    assert_null(arena.chunks);
}

static void a_reset_arena_asks_for_no_more_memory(void **state)
{
    struct kam_arena arena = {0};
    struct kam_text copy;
    size_t used = 0;

    (void)state;
    kam_arena_reset(&arena);
    for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 1000; i++) {
            assert_true(kam_arena_copy(&arena, KAM_TEXT("a text"), &copy));
            assert_string_equal(copy.ptr, "a text");
            char *zero = kam_arena_calloc(&arena, 8, 8);
            assert_non_null(zero);
            assert_int_equal(zero[0] | zero[63], 0);
            memset(zero, 0xFF, 64);
        }
        kam_arena_reset(&arena);
        if (round == 10)
            used = arena.used;
    }
    assert_true(used > 0);
    assert_int_equal(arena.used, used);
    kam_arena_free(&arena);
}

/* Rewound, it hands out the same memory again, without asking for more. */
static void a_rewound_arena_has_its_memory_still(void **state)
{
    enum { COUNT = 3000, SIZE = 1000 };
    struct kam_arena arena = {.chunks = NULL};
    static char *first[COUNT];

    (void)state;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < COUNT; i++) {
            char *p = kam_arena_alloc(&arena, SIZE);
            assert_non_null(p);
            memset(p, round, SIZE);
            if (round == 0)
                first[i] = p;
            assert_ptr_equal(p, first[i]);
        }
        size_t used = arena.used;
        assert_true(used >= COUNT * (size_t)SIZE);
        kam_arena_rewind(&arena);
        assert_int_equal(arena.used, 0);
    }
    /* What the spare chunks are too small for gets one of its own. */
    assert_non_null(kam_arena_alloc(&arena, 1024 * (size_t)1024));
    assert_non_null(kam_arena_alloc(&arena, SIZE));
    kam_arena_rewind(&arena);
    kam_arena_rewind(&arena);
    kam_arena_free(&arena);
}

static void what_is_larger_than_any_chunk_fits(void **state)
{
    enum { LARGE = 9 * 1024 * 1024 };
    struct kam_arena arena = {0};
    char *large = kam_arena_alloc(&arena, LARGE);

    (void)state;
    assert_non_null(large);
    memset(large, 1, LARGE);
    assert_non_null(kam_arena_alloc(&arena, 1));
    kam_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(allocations_are_aligned_and_apart),
        cmocka_unit_test(nothing_is_something),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(a_reset_arena_asks_for_no_more_memory),
        cmocka_unit_test(a_rewound_arena_has_its_memory_still),
        cmocka_unit_test(what_is_larger_than_any_chunk_fits),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
