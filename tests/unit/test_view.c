#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "table/view.h"
#include "temporary.h"

#include <stdio.h>
#include <unistd.h>

/* A table read from INPUT. */
static void read_table(struct kam_table *table, const char *input)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char name[TEMPORARY_PATH];
    const char *const paths[] = {name};

    temporary_file(name, input);
    enum kam_status status = kam_table_read(table, paths, 1, &options, NULL);
    unlink(name);
    assert_int_equal(status, KAM_OK);
}

/* What VIEW is written as is EXPECTED. */
static void check_written(const struct kam_view *view, const char *expected)
{
    const struct kam_writer_options options = {.delimiter = ','};
    char name[TEMPORARY_PATH], text[512];
    struct kam_output *output;
    struct kam_writer writer;

    temporary_file(name, "");
    assert_int_equal(kam_output_open(&output, name, false, NULL), KAM_OK);
    kam_writer_init(&writer, output, &options);
    assert_int_equal(kam_view_write(view, 1, &writer, NULL), KAM_OK);
    assert_int_equal(kam_output_commit(output, NULL), KAM_OK);
    FILE *file = fopen(name, "rb");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    unlink(name);
    text[n] = '\0';
    assert_string_equal(text, expected);
}

/* 9, 8, 7, ... in as many columns as CONTEXT says. */
static bool write_scores(const void *context, uint32_t item, struct kam_buffer *scratch,
                         struct kam_writer *writer)
{
    const char digit = (char)('9' - item);

    for (size_t i = 0; i < *(const size_t *)context; i++)
        kam_writer_cell(writer, (struct kam_text){&digit, 1}, KAM_CELL_NUMBER);
    (void)scratch;
    return true;
}

static const struct kam_text names[] = {{"missing", 7}, {"score", 5}};

/* The first COUNT of them. */
static struct kam_view_added added(const size_t *count)
{
    return (struct kam_view_added){names, *count, write_scores, count};
}

static void check(const char *input, const char *expected)
{
    const size_t two = 2;
    const struct kam_view_added scores = added(&two);
    struct kam_table table = {0};
    struct kam_view view;

    read_table(&table, input);
    assert_int_equal(kam_view_init(&view, &table, KAM_STAGE_SCORE, &scores, NULL), KAM_OK);
    check_written(&view, expected);
    kam_view_free(&view);
    kam_table_free(&table);
}

static void new_columns_stand_at_the_end(void **state)
{
    (void)state;
    check("account_id,x\n1,\"a,b\"\n2,\n", "account_id,x,missing,score\n1,\"a,b\",9,9\n2,,8,8\n");
    check("account_id\n", "account_id,missing,score\n");
}

static void columns_of_the_stage_are_replaced_where_the_first_stood(void **state)
{
    (void)state;
    check("score,account_id\n1,A\n", "missing,score,account_id\n9,9,A\n");
    check("account_id,points_old,x,part_old,score,y\nA,1,b,2,3,c\n",
          "account_id,missing,score,x,y\nA,9,9,b,c\n");
    /* Columns of other stages are none of the tool's. */
    check("account_id,tier,score\nA,key,3\n", "account_id,tier,missing,score\nA,key,9,9\n");
}

static void rows_may_be_chosen_and_ordered(void **state)
{
    const uint32_t rows[] = {2, 0}, order[] = {1, 0};
    const size_t one = 1;
    const struct kam_view_added scores = added(&one);
    struct kam_table table = {0};
    struct kam_view view;

    (void)state;
    read_table(&table, "account_id\nA\nB\nC\n");
    assert_int_equal(kam_view_init(&view, &table, KAM_STAGE_SCORE, &scores, NULL), KAM_OK);
    view.rows = rows;
    view.count = 2;
    check_written(&view, "account_id,missing\nC,9\nA,8\n");
    view.order = order;
    check_written(&view, "account_id,missing\nA,8\nC,9\n");
    kam_view_free(&view);
    kam_table_free(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_columns_stand_at_the_end),
        cmocka_unit_test(columns_of_the_stage_are_replaced_where_the_first_stood),
        cmocka_unit_test(rows_may_be_chosen_and_ordered),
    };

    return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
