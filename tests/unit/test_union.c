#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "group/union.h"
#include "random.h"

enum { ITEMS = 200 };

static void no_items_are_no_error(void **state)
{
    struct kam_union sets;

    (void)state;
    assert_true(kam_union_init(&sets, 0));
    kam_union_free(&sets);
}

static void items_begin_alone(void **state)
{
    struct kam_union sets;

    (void)state;
    assert_true(kam_union_init(&sets, ITEMS));
    for (uint32_t i = 0; i < ITEMS; i++) {
        assert_int_equal(kam_union_find(&sets, i), i);
        assert_int_equal(kam_union_size(&sets, i), 1);
    }
    kam_union_join(&sets, 3, 3);
    assert_int_equal(kam_union_size(&sets, 3), 1);
    kam_union_free(&sets);
}

/* A label per item, all of a set repainted when it is joined: too slow, and plainly right. */
static void joins_are_those_of_labels(void **state)
{
    uint64_t seed = 20261031;

    (void)state;
    for (int round = 0; round < 20; round++) {
        struct kam_union sets;
        uint32_t labels[ITEMS];
        assert_true(kam_union_init(&sets, ITEMS));
        for (uint32_t i = 0; i < ITEMS; i++)
            labels[i] = i;
        for (int join = 0; join < ITEMS; join++) {
            uint32_t a = random_below(&seed, ITEMS), b = random_below(&seed, ITEMS);
            uint32_t from = labels[a], to = labels[b];
            kam_union_join(&sets, a, b);
            for (uint32_t i = 0; i < ITEMS; i++)
                labels[i] = labels[i] == from ? to : labels[i];
            uint32_t size = 0;
            for (uint32_t i = 0; i < ITEMS; i++) {
                bool together = kam_union_find(&sets, i) == kam_union_find(&sets, b);
                assert_int_equal(together, labels[i] == to);
                size += together;
            }
            assert_int_equal(kam_union_size(&sets, a), size);
        }
        kam_union_free(&sets);
    }
}

/* The longest path there could be: every set joined to a larger one by its last item. */
static void long_chains_end(void **state)
{
    enum { MANY = 1000000 };
    struct kam_union sets;

    (void)state;
    assert_true(kam_union_init(&sets, MANY));
    for (uint32_t i = 1; i < MANY; i++)
        kam_union_join(&sets, i, i - 1);
    assert_int_equal(kam_union_size(&sets, 0), MANY);
    assert_int_equal(kam_union_find(&sets, 0), kam_union_find(&sets, MANY - 1));
    kam_union_free(&sets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_items_are_no_error),
        cmocka_unit_test(items_begin_alone),
        cmocka_unit_test(joins_are_those_of_labels),
        cmocka_unit_test(long_chains_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
