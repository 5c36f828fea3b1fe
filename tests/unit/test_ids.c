/* The column that names the rows: its order, and whether each id is there once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "table/ids.h"

#include <stdlib.h>
#include <unistd.h>

/* A table read from INPUT. */
static void read_table(struct kam_table *table, const char *input)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char name[] = "/tmp/kam-test-ids-XXXXXX";
    const char *const paths[] = {name};
    int fd = mkstemp(name);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, input, strlen(input)), strlen(input));
    close(fd);
    enum kam_status status = kam_table_read(table, paths, 1, &options, NULL);
    unlink(name);
    assert_int_equal(status, KAM_OK);
}

static void ids_rise_only_where_they_are_sorted_and_all_different(void **state)
{
    const struct {
        const char *input;
        bool rise;
        enum kam_status status;
    } cases[] = {
        {"id,x\n", true, KAM_OK},
        {"id,x\nA,1\nAA,1\nB,1\n", true, KAM_OK},
        {"id,x\nB,1\nA,1\n", false, KAM_OK},
        {"id,x\nAA,1\nA,1\n", false, KAM_OK},
        {"id,x\nA,1\nA,2\n", false, KAM_DATA},
        {"id,x\nB,1\nA,1\nB,2\n", false, KAM_DATA},
        {"id,x\n,1\n", false, KAM_DATA},
        {"id,x\nA,1\n,1\n", false, KAM_DATA},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kam_table table = {0};
        read_table(&table, cases[i].input);
        assert_int_equal(kam_ids_rise(&table, 0), cases[i].rise);
        assert_int_equal(kam_ids_check(&table, 0, NULL), cases[i].status);
        kam_table_free(&table);
    }
}

static void rows_are_ordered_by_bytes_equal_ones_as_they_are(void **state)
{
    struct kam_table table = {0};
    uint32_t *order;

    (void)state;
    read_table(&table, "x,account_id\n1,b\n2,B\n3,\n4,b\n5,a10\n");
    assert_int_equal(kam_ids_order(&table, 1, &order, NULL), KAM_OK);
    const uint32_t expected[] = {2, 1, 4, 0, 3};
    assert_memory_equal(order, expected, sizeof expected);
    free(order);
    assert_int_equal(kam_ids_order(&table, 0, &order, NULL), KAM_OK);
    assert_null(order);
    kam_table_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_rise_only_where_they_are_sorted_and_all_different),
        cmocka_unit_test(rows_are_ordered_by_bytes_equal_ones_as_they_are),
    };

    return cmocka_run_group_tests_name("ids", tests, NULL, NULL);
}
