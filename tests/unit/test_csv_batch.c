/* What a batch holds: the columns selected, and how many records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/batch.h"
#include "records.h"

#include <stdlib.h>
#include <string.h>

static void only_the_columns_selected_are_kept(void **state)
{
    struct kam_text input = KAM_TEXT("a,b,c\nd\n\"e\",\"\",g\n");
    const size_t columns[] = {0, 2};
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    bool full;

    (void)state;
    assert_int_equal(kam_csv_open(&csv, ',', 7, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 3, columns, 2, NULL), KAM_OK);
    assert_int_equal(kam_csv_push(csv, &input, true, &full, NULL), KAM_OK);
    assert_false(full);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.count, 2);
    assert_int_equal(batch.width, 2);
    assert_int_equal(batch.fault_count, 1);
    struct kam_buffer out = {NULL, 0, 0};
    records_show_batch(&out, &batch);
    assert_true(kam_buffer_add_byte(&out, '\0'));
    assert_string_equal(out.ptr, "7[a][c]\n8-[d]\n9[e][g]\n");
    kam_buffer_free(&out);
    kam_csv_close(csv);
}

/* Tools that only count rows select nothing. */
static void no_column_may_be_selected(void **state)
{
    struct kam_text input = KAM_TEXT("a,b\nc,d\n");
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    bool full;

    (void)state;
    assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 2, NULL, 0, NULL), KAM_OK);
    assert_int_equal(kam_csv_push(csv, &input, true, &full, NULL), KAM_OK);
    assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
    assert_int_equal(batch.count, 2);
    assert_int_equal(batch.width, 0);
    kam_csv_close(csv);
}

static void a_batch_is_full_at_512_records_and_faults(void **state)
{
    struct kam_buffer lines = {NULL, 0, 0};
    struct kam_csv_batch batch;
    struct kam_csv *csv;
    const size_t column = 0;
    bool full;

    (void)state;
    for (int i = 0; i < 1100; i++)
        assert_true(kam_buffer_printf(&lines, i % 3 ? "a\n" : "a,b\n"));
    struct kam_text rest = kam_buffer_text(&lines);
    assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
    assert_int_equal(kam_csv_select(csv, 1, &column, 1, NULL), KAM_OK);
    for (int expected = 1100; expected > 0; expected -= KAM_CSV_BATCH_ROWS) {
        assert_int_equal(kam_csv_push(csv, &rest, true, &full, NULL), KAM_OK);
        assert_int_equal(full, expected >= KAM_CSV_BATCH_ROWS);
        assert_int_equal(kam_csv_take(csv, &batch, NULL), KAM_OK);
        assert_int_equal(batch.count + batch.fault_count, full ? KAM_CSV_BATCH_ROWS : expected);
    }
    assert_int_equal(rest.len, 0);
    kam_csv_close(csv);
    kam_buffer_free(&lines);
}

/* What isn't a record takes no memory, however much there is of it. */
static void blank_lines_leave_nothing_behind(void **state)
{
    enum { BLOCK = 64 * 1024, BLOCKS = 200 };
    static const char *const lines[] = {"\n", ",,,,,,,\n", ",\r\n"};
    const size_t columns[] = {0, 7};
    char *block = malloc(BLOCK);

    (void)state;
    assert_non_null(block);
    for (size_t l = 0; l < sizeof lines / sizeof *lines; l++) {
        size_t len = strlen(lines[l]), count = BLOCK / len;
        struct kam_batch *batch = calloc(1, sizeof *batch);
        struct kam_csv *csv;
        bool full;
        for (size_t i = 0; i < count; i++)
            memcpy(block + i * len, lines[l], len);
        assert_non_null(batch);
        assert_int_equal(kam_csv_open(&csv, ',', 1, NULL), KAM_OK);
        assert_int_equal(kam_csv_select(csv, 8, columns, 2, NULL), KAM_OK);
        kam_csv_set_blank(csv, KAM_BLANK_RECORDS);
        for (int b = 0; b < BLOCKS; b++) {
            struct kam_text input = {block, count * len};
            assert_int_equal(kam_csv_push(csv, &input, false, &full, NULL), KAM_OK);
            assert_false(full);
        }
        assert_int_equal(kam_csv_blank_lines(csv), BLOCKS * count);
        kam_csv_exchange(csv, &batch);
        assert_int_equal(batch->row_count, 0);
        assert_in_range(batch->ends_capacity, 0, 2 * (size_t)BLOCK);
        kam_batch_free(batch);
        free(batch);
        kam_csv_close(csv);
    }
    free(block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_columns_selected_are_kept),
        cmocka_unit_test(no_column_may_be_selected),
        cmocka_unit_test(a_batch_is_full_at_512_records_and_faults),
        cmocka_unit_test(blank_lines_leave_nothing_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
