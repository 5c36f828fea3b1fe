/* Keys in order, whichever digits they differ in. */
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/radix.h"

enum { MOST = 1000 };

/* Sorted by key, those of one key by item: so they stood in the input. */
static void check(struct kam_keyed *keyed, size_t count)
{
    struct kam_keyed spare[MOST];
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        keyed[i].item = (uint32_t)i;
        sum += keyed[i].key;
    }
    kam_radix_sort(keyed, spare, count);
    for (size_t i = 0; i < count; i++)
        sum -= keyed[i].key;
    assert_true(sum == 0);
    for (size_t i = 1; i < count; i++)
        assert_true(keyed[i - 1].key < keyed[i].key ||
                    (keyed[i - 1].key == keyed[i].key && keyed[i - 1].item < keyed[i].item));
}

static void keys_that_differ_in_any_bits_are_sorted_stably(void **state)
{
    const uint64_t masks[] = {0,
                              1,
                              0x80,
                              0xFF00,
                              0x180,
                              0x8000000000000000,
                              0xFF00000000000000,
                              0x8000000000000001,
                              0x00FF00FF00FF00FF,
                              UINT64_MAX};
    const size_t counts[] = {0, 1, 2, 3, 255, 256, 257, MOST};
    uint64_t random = 20261122;

    (void)state;
    for (size_t m = 0; m < sizeof masks / sizeof *masks; m++)
        for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
            struct kam_keyed keyed[MOST];
            uint64_t common = random_bits(&random) & ~masks[m];
            for (size_t i = 0; i < counts[c]; i++)
                keyed[i].key = common | (random_bits(&random) & masks[m]);
            check(keyed, counts[c]);
        }
}

static void the_result_is_where_the_keys_were(void **state)
{
    /* After an even and an odd number of passes. */
    struct kam_keyed one[] = {{3, 0}, {1, 1}, {2, 2}}, spare[3];
    struct kam_keyed two[] = {{0x300, 0}, {0x201, 1}, {0x202, 2}};

    (void)state;
    kam_radix_sort(one, spare, 3);
    assert_int_equal(one[0].item, 1);
    assert_int_equal(one[1].item, 2);
    assert_int_equal(one[2].item, 0);
    kam_radix_sort(two, spare, 3);
    assert_int_equal(two[0].item, 1);
    assert_int_equal(two[1].item, 2);
    assert_int_equal(two[2].item, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_that_differ_in_any_bits_are_sorted_stably),
        cmocka_unit_test(the_result_is_where_the_keys_were),
    };

    return cmocka_run_group_tests_name("radix", tests, NULL, NULL);
}
