/* The first few of many rows, held against sorting them all. */
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sort.h"
#include "report/pick.h"

enum { ROWS = 300 };

static int compare_keys(uint32_t a, uint32_t b, void *context)
{
    const struct kam_decimal *keys = context;

    return kam_decimal_compare(keys[a], keys[b]);
}

static void check(size_t most, size_t count, unsigned keys_limit, uint64_t *random)
{
    struct kam_decimal keys[ROWS];
    uint32_t expected[ROWS], offered[ROWS], rows[ROWS + 1];
    struct kam_arena arena = {NULL};
    struct kam_pick pick;

    assert_true(kam_pick_init(&pick, most, &arena));
    for (uint32_t i = 0; i < count; i++) {
        keys[i] = kam_decimal_of((int64_t)random_below(random, keys_limit) - keys_limit / 2);
        uint32_t other = random_below(random, i + 1);
        expected[i] = i;
        offered[i] = offered[other];
        offered[other] = i;
    }
    for (size_t i = 0; i < count; i++)
        kam_pick_offer(&pick, keys[offered[i]], offered[i]);
    size_t picked = pick.count;
    assert_int_equal(picked, most < count ? most : count);
    kam_pick_take(&pick, rows);
    assert_int_equal(pick.count, 0);
    assert_true(kam_sort(expected, count, compare_keys, keys));
    assert_memory_equal(rows, expected, picked * sizeof *rows);
    kam_arena_free(&arena);
}

static void rows_are_the_first_by_key_then_number(void **state)
{
    static const size_t numbers[] = {0, 1, 2, 3, 8, 50, ROWS};
    enum { NUMBERS = sizeof numbers / sizeof *numbers };
    uint64_t random = 20261122;

    (void)state;
    for (size_t m = 0; m < NUMBERS; m++)
        for (size_t n = 0; n < NUMBERS; n++)
            for (unsigned limit = 1; limit < 1000000; limit *= 7)
                check(numbers[m], numbers[n], limit, &random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_first_by_key_then_number),
    };

    return cmocka_run_group_tests_name("pick", tests, NULL, NULL);
}
