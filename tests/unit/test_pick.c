/* The first few of many rows, held against sorting them all. */
#include "random.h"
#include "temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/sort.h"
#include "base/text.h"
#include "report/pick.h"

enum { ROWS = 300 };

static int compare_keys(uint32_t a, uint32_t b, void *context)
{
    const struct kam_decimal *keys = context;
    int order = kam_decimal_compare(keys[a], keys[b]);

    /* Ids go down as rows go up, in pairs. */
    return order ? order : (int)(b / 2) - (int)(a / 2);
}

/* ROWS rows, each two of one id. */
static void read_rows(struct kam_table *table)
{
    const struct kam_reader_options reader = {.delimiter = ','};
    char path[TEMPORARY_PATH];
    const char *paths[] = {path};
    struct kam_buffer text = {NULL, 0, 0};
    struct kam_error error;

    assert_true(kam_buffer_printf(&text, "id\n"));
    for (int i = 0; i < ROWS; i++)
        assert_true(kam_buffer_printf(&text, "%03d\n", ROWS - i / 2));
    assert_true(kam_buffer_add_byte(&text, '\0'));
    temporary_file(path, text.ptr);
    assert_int_equal(kam_table_read(table, paths, 1, &reader, &error), KAM_OK);
    unlink(path);
    kam_buffer_free(&text);
}

static void check(const struct kam_table *table, size_t most, size_t count, unsigned keys_limit,
                  uint64_t *random)
{
    struct kam_decimal keys[ROWS];
    uint32_t expected[ROWS], offered[ROWS], rows[ROWS + 1];
    struct kam_arena arena = {NULL};
    struct kam_pick pick;

    assert_true(kam_pick_init(&pick, most, table, 0, &arena));
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

static void rows_are_the_first_by_key_then_id_then_number(void **state)
{
    static const size_t numbers[] = {0, 1, 2, 3, 8, 50, ROWS};
    enum { NUMBERS = sizeof numbers / sizeof *numbers };
    uint64_t random = 20261122;
    struct kam_table table = {0};

    (void)state;
    read_rows(&table);
    for (size_t m = 0; m < NUMBERS; m++)
        for (size_t n = 0; n < NUMBERS; n++)
            for (unsigned limit = 1; limit < 1000000; limit *= 7)
                check(&table, numbers[m], numbers[n], limit, &random);
    kam_table_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_first_by_key_then_id_then_number),
    };

    return cmocka_run_group_tests_name("pick", tests, NULL, NULL);
}
