#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sort.h"
#include "random.h"

static int compare_keys(uint32_t a, uint32_t b, void *context)
{
    const uint32_t *keys = context;

    return (keys[a] > keys[b]) - (keys[a] < keys[b]);
}

static void any_number_of_items_is_sorted_stably(void **state)
{
    enum { MOST = 300 };
    uint32_t keys[MOST], items[MOST];
    uint64_t seed = 1;

    (void)state;
    for (size_t count = 0; count <= MOST; count++)
        for (unsigned kinds = 1; kinds <= 1000; kinds *= 10) {
            for (size_t i = 0; i < count; i++) {
                keys[i] = random_below(&seed, kinds);
                items[i] = (uint32_t)i;
            }
            assert_true(kam_sort(items, count, compare_keys, keys));
            for (size_t i = 1; i < count; i++)
                assert_true(keys[items[i - 1]] < keys[items[i]] ||
                            (keys[items[i - 1]] == keys[items[i]] && items[i - 1] < items[i]));
        }
}

static void sorted_and_reversed_input_is_fine(void **state)
{
    enum { COUNT = 1000 };
    uint32_t keys[COUNT], items[COUNT];

    (void)state;
    for (int reversed = 0; reversed < 2; reversed++) {
        for (uint32_t i = 0; i < COUNT; i++) {
            keys[i] = reversed ? COUNT - i : i;
            items[i] = i;
        }
        assert_true(kam_sort(items, COUNT, compare_keys, keys));
        for (uint32_t i = 0; i < COUNT; i++)
            assert_int_equal(items[i], reversed ? COUNT - 1 - i : i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_items_is_sorted_stably),
        cmocka_unit_test(sorted_and_reversed_input_is_fine),
    };

    return cmocka_run_group_tests_name("sort", tests, NULL, NULL);
}
