/* Order by numbers, held against kam_sort. */
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sort.h"
#include "base/sortkeys.h"

#include <stdlib.h>

static int compare_keys(uint32_t a, uint32_t b, void *context)
{
    const uint64_t *keys = context;

    return (keys[a] > keys[b]) - (keys[a] < keys[b]);
}

/* Keys of BITS bits, from few that are equal to many. */
static void check(size_t count, unsigned bits, uint64_t *random)
{
    uint64_t *keys = malloc((count + 1) * sizeof *keys);
    uint32_t *items = malloc((count + 1) * sizeof *items);
    uint32_t *expected = malloc((count + 1) * sizeof *expected);

    assert_true(keys && items && expected);
    for (size_t i = 0; i < count; i++) {
        uint64_t high = random_below(random, UINT32_MAX), low = random_below(random, UINT32_MAX);
        keys[i] = (high << 32 | low) >> (64 - bits);
        items[i] = expected[i] = (uint32_t)(count - 1 - i);
    }
    assert_true(kam_sort(expected, count, compare_keys, keys));
    assert_true(kam_sort_by_keys(items, keys, count));
    for (size_t i = 0; i < count; i++)
        assert_int_equal(items[i], expected[i]);
    free(keys);
    free(items);
    free(expected);
}

static void items_are_in_the_order_of_their_keys_equal_ones_as_they_were(void **state)
{
    const size_t counts[] = {0, 1, 2, 3, 100, 5000};
    uint64_t random = 20261122;

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        for (unsigned bits = 1; bits <= 64; bits += 7)
            check(counts[i], bits, &random);
}

static int compare_items(uint32_t a, uint32_t b, void *context)
{
    ++*(unsigned *)context;
    return (a < b) - (a > b);
}

static void only_items_of_equal_keys_are_compared(void **state)
{
    const uint64_t keys[] = {5, 3, 5, 1, 3, 5, UINT64_MAX};
    uint32_t items[] = {3, 1, 4, 0, 2, 5, 6};
    const uint32_t expected[] = {3, 4, 1, 5, 2, 0, 6};
    unsigned compared = 0;

    (void)state;
    assert_true(kam_sort_equal_keys(items, keys, 7, compare_items, &compared));
    assert_memory_equal(items, expected, sizeof expected);
    assert_true(compared > 0 && compared <= 1 + 3);
    assert_true(kam_sort_equal_keys(items, keys, 0, compare_items, &compared));
}

static struct kam_decimal decimal(const char *text)
{
    struct kam_decimal value;

    assert_int_equal(kam_decimal_parse(kam_text_of(text), &value), KAM_NUMBER_OK);
    return value;
}

static void keys_are_in_the_order_of_their_decimals(void **state)
{
    static const char *const rising[] = {
        "-170141183460469231731.687303715884105727",
        "-170141183460469231730",
        "-100000000000000000000",
        "-12345678.90",
        "-12345678.89",
        "-1",
        "-0.999999999999999999",
        "-0.000000000000000002",
        "-0.000000000000000001",
        "0",
        "0.000000000000000001",
        "0.000000000000000002",
        "0.5",
        "1",
        "1.0001",
        "85.1234",
        "85.1235",
        "99999999999.99",
        "100000000000.00",
        "170141183460469231731.687303715884105727",
    };

    (void)state;
    for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
        for (size_t j = 0; j < i; j++)
            assert_true(kam_sort_key(decimal(rising[j])) <= kam_sort_key(decimal(rising[i])));
    assert_true(kam_sort_key(decimal("85.1234")) < kam_sort_key(decimal("85.1235")));
    assert_true(kam_sort_key(decimal("-1")) < kam_sort_key(decimal("-0.9999")));
    assert_true(kam_sort_key(decimal("99999999999.99")) < kam_sort_key(decimal("100000000000")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_are_in_the_order_of_their_keys_equal_ones_as_they_were),
        cmocka_unit_test(only_items_of_equal_keys_are_compared),
        cmocka_unit_test(keys_are_in_the_order_of_their_decimals),
    };

    return cmocka_run_group_tests_name("sortkeys", tests, NULL, NULL);
}
