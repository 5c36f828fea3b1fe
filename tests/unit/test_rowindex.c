/* Rows are found by their ids, however many there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "table/rowindex.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A table of the ids PREFIX and FROM, FROM + STEP, ..., COUNT of them. */
static void make_table(struct kam_table *table, const char *prefix, unsigned from, unsigned step,
                       unsigned count)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char name[] = "/tmp/kam-test-rowindex-XXXXXX";
    const char *const paths[] = {name};
    int fd = mkstemp(name);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");

    assert_non_null(file);
    fputs("x,id\n", file);
    for (unsigned i = 0; i < count; i++)
        fprintf(file, "%u,%s%u\n", i, prefix, from + i * step);
    assert_int_equal(fclose(file), 0);
    enum kam_status status = kam_table_read(table, paths, 1, &options, NULL);
    unlink(name);
    assert_int_equal(status, KAM_OK);
}

static void check(const char *prefix, unsigned count)
{
    struct kam_table table = {0}, other = {0};
    struct kam_row_index index = {0};
    uint32_t *rows = malloc((count + 2) * sizeof *rows);

    assert_non_null(rows);
    make_table(&table, prefix, 10, 2, count);
    make_table(&other, prefix, 11, 1, count);
    assert_int_equal(kam_row_index_make(&index, &table, 1, NULL), KAM_OK);
    kam_row_index_find(&index, &table, 1, 0, count, rows);
    for (unsigned row = 0; row < count; row++)
        assert_int_equal(rows[row], row);
    kam_row_index_find(&index, &other, 1, 0, count, rows);
    for (unsigned row = 0; row < count; row++) {
        assert_int_equal(rows[row], row % 2 ? row / 2 + 1 : KAM_NONE);
        assert_int_equal(kam_row_index_row(&index, kam_table_cell(&other, row, 1)), rows[row]);
    }
    for (unsigned from = count / 3; count && from < count; from += count / 3 + 1) {
        rows[1] = count + 1;
        kam_row_index_find(&index, &table, 1, from, 1, rows);
        assert_int_equal(rows[0], from);
        assert_int_equal(rows[1], count + 1);
    }
    kam_row_index_free(&index);
    kam_table_free(&table);
    kam_table_free(&other);
    free(rows);
}

static void every_row_is_found_and_no_other(void **state)
{
    const unsigned counts[] = {0, 1, 2, 31, 32, 33, 64, 1000, 20000};

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        check("C", counts[i]);
        check("a customer of more than sixteen bytes ", counts[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_found_and_no_other),
    };

    return cmocka_run_group_tests_name("rowindex", tests, NULL, NULL);
}
