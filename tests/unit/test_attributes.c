#include "account/attributes.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void none_are_all_empty(void **unused)
{
    struct kam_attributes *attributes = NULL;
    struct kam_arena arena = {.chunks = NULL};

    (void)unused;
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(kam_attribute(attributes, 3, i).len, 0);
    /* To make one empty that is so needs no memory. */
    assert_true(kam_attributes_set(&attributes, 3, 1, KAM_TEXT(""), &arena));
    assert_null(attributes);
    kam_arena_free(&arena);
}

static struct kam_text random_text(char text[64], uint64_t *seed)
{
    size_t len = random_below(seed, 64);

    if (random_below(seed, 3) == 0)
        len = 0;
    for (size_t i = 0; i < len; i++)
        text[i] = (char)random_below(seed, 256);
    return (struct kam_text){text, len};
}

/* Whatever is set in whatever order, each is what it was set to last. */
static void each_is_what_it_was_set_to(void **unused)
{
    enum { MOST = 7, ROUNDS = 2000 };
    char texts[MOST][64];
    size_t lens[MOST];
    uint64_t seed = 7;

    (void)unused;
    for (size_t count = 1; count <= MOST; count++) {
        struct kam_attributes *attributes = NULL;
        struct kam_arena arena = {.chunks = NULL};
        memset(lens, 0, sizeof lens);
        for (int round = 0; round < ROUNDS; round++) {
            size_t i = random_below(&seed, (unsigned)count);
            lens[i] = random_text(texts[i], &seed).len;
            assert_true(kam_attributes_set(&attributes, count, i,
                                           (struct kam_text){texts[i], lens[i]}, &arena));
            for (size_t j = 0; j < count; j++) {
                struct kam_text is = kam_attribute(attributes, count, j);
                assert_int_equal(is.len, lens[j]);
                if (is.len)
                    assert_memory_equal(is.ptr, texts[j], is.len);
            }
        }
        /* The room of earlier values is used again: one chunk is enough. */
        size_t used = arena.used;
        kam_arena_reset(&arena);
        assert_int_equal(arena.used, used);
        kam_arena_free(&arena);
    }
}

static void room_that_was_made_is_enough(void **unused)
{
    enum { COUNT = 3 };
    struct kam_attributes *attributes = NULL;
    struct kam_arena arena = {.chunks = NULL};

    (void)unused;
    assert_true(kam_attributes_reserve(&attributes, COUNT, 12, &arena));
    const struct kam_attributes *first = attributes;
    for (size_t i = COUNT; i-- > 0;)
        assert_true(kam_attributes_set(&attributes, COUNT, i, KAM_TEXT("four"), &arena));
    assert_ptr_equal(attributes, first);
    assert_true(kam_attributes_set(&attributes, COUNT, 1, KAM_TEXT("five5"), &arena));
    assert_ptr_not_equal(attributes, first);
    assert_true(kam_text_equal(kam_attribute(attributes, COUNT, 0), KAM_TEXT("four")));
    assert_true(kam_text_equal(kam_attribute(attributes, COUNT, 1), KAM_TEXT("five5")));
    assert_true(kam_text_equal(kam_attribute(attributes, COUNT, 2), KAM_TEXT("four")));
    /* Where ends are of 32 bits, more is refused. */
    assert_false(kam_attributes_reserve(&attributes, COUNT, (size_t)UINT32_MAX + 1, &arena));
    kam_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_are_all_empty),
        cmocka_unit_test(each_is_what_it_was_set_to),
        cmocka_unit_test(room_that_was_made_is_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
