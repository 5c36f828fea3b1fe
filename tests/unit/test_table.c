#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "table/table.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_FILES = 3 };

/* A table read from files of the given contents, whose names are shown as 1, 2, 3. */
struct fixture {
    char names[MOST_FILES][TEMPORARY_PATH];
    struct kam_table table;
    enum kam_status status;
    struct kam_error error;
};

static struct fixture *read_files(const char *const *contents, size_t count)
{
    const struct kam_reader_options options = {.delimiter = ','};
    struct fixture *f = calloc(1, sizeof *f);
    const char *paths[MOST_FILES];

    assert_non_null(f);
    for (size_t i = 0; i < count; i++) {
        temporary_file(f->names[i], contents[i]);
        paths[i] = f->names[i];
    }
    f->status = kam_table_read(&f->table, paths, count, &options, &f->error);
    for (size_t i = 0; i < count; i++)
        unlink(f->names[i]);
    return f;
}

static void done(struct fixture *f)
{
    kam_table_free(&f->table);
    free(f);
}

static struct fixture *read_one(const char *content)
{
    struct fixture *f = read_files(&content, 1);

    assert_int_equal(f->status, KAM_OK);
    return f;
}

static void assert_cell(const struct kam_table *table, size_t row, size_t column,
                        const char *expected)
{
    struct kam_text cell = kam_table_cell(table, row, column);

    if (!kam_text_equal(cell, kam_text_of(expected)))
        fail_msg("%s instead of '%s'", kam_show(cell).s, expected);
}

/* File FILE (from 0) is wrong at LINE. */
static void assert_rejected(struct fixture *f, size_t file, uint64_t line, const char *text)
{
    assert_int_equal(f->status, KAM_DATA);
    assert_string_equal(f->error.file, f->names[file]);
    assert_int_equal(f->error.order, file);
    assert_int_equal(f->error.line, line);
    if (!strstr(f->error.text, text))
        fail_msg("%s", f->error.text);
    done(f);
}

static void files_are_one_table_whatever_the_order_of_columns(void **state)
{
    const char *const contents[] = {"id,name,x\n1,a,\n", "x,id,name\n7,2,\"b\nb\"\n8,3,\n",
                                    "id,name,x\n"};
    struct fixture *f = read_files(contents, 3);

    (void)state;
    assert_int_equal(f->status, KAM_OK);
    assert_int_equal(f->table.count, 3);
    assert_int_equal(f->table.width, 3);
    assert_cell(&f->table, 0, 2, "");
    assert_cell(&f->table, 1, 0, "2");
    assert_cell(&f->table, 1, 1, "b\nb");
    assert_cell(&f->table, 2, 2, "8");
    struct kam_place place = kam_table_place(&f->table, 2, 1);
    assert_string_equal(place.file, f->names[1]);
    assert_int_equal(place.line, 4);
    assert_int_equal(place.order, 1);
    assert_string_equal(place.column, "name");
    assert_null(kam_table_place(&f->table, 0, KAM_NO_COLUMN).column);
    done(f);
}

static void columns_of_one_name_keep_their_order(void **state)
{
    const char *const contents[] = {"a,a,b\n1,2,3\n", "b,a,a\n6,4,5\n"};
    struct fixture *f = read_files(contents, 2);

    (void)state;
    assert_int_equal(f->status, KAM_OK);
    assert_cell(&f->table, 1, 0, "4");
    assert_cell(&f->table, 1, 1, "5");
    assert_cell(&f->table, 1, 2, "6");
    done(f);
}

static void other_columns_are_an_error(void **state)
{
    const char *const lacks[] = {"a,b\n", "\na\n"};
    const char *const has_more[] = {"a,b\n1,2\n", "b,a,c\n"};
    const char *const twice[] = {"a,b\n", "b,a,b\n"};
    const char *const once[] = {"a,b,b\n", "b,a,c\n"};

    (void)state;
    assert_rejected(read_files(lacks, 2), 1, 2, "no column 'b', which ");
    assert_rejected(read_files(has_more, 2), 1, 1, "a column 'c', which ");
    assert_rejected(read_files(twice, 2), 1, 1, "a column 'b', which ");
    assert_rejected(read_files(once, 2), 1, 1, "no column 'b', which ");
}

static void the_first_wrong_record_is_the_error(void **state)
{
    const char *const ragged[] = {"a,b\n1,2\n\n3\n\"4\"x,\n"};
    const char *const quote[] = {"a,b\n1,2\n\"4\"x,\n3\n"};
    const char *const open[] = {"a,b\n1,2\n3,\"\n4,5\n"};
    const char *const header[] = {"\"a\"b,c\n1,2\n"};
    const char *const second[] = {"a,b\n", "a,b\n1,2,3\n"};
    const char *const bytes[] = {"a,b\n1,2\n3,\xFF\n"};

    (void)state;
    assert_rejected(read_files(ragged, 1), 0, 4, "too few fields for the header (1 instead of 2)");
    assert_rejected(read_files(quote, 1), 0, 3, "double the quotes within a quoted field");
    assert_rejected(read_files(open, 1), 0, 3, "a quote that is never closed");
    assert_rejected(read_files(header, 1), 0, 1, "bytes behind a closing quote");
    assert_rejected(read_files(second, 2), 1, 2, "too many fields for the header (3 instead of 2)");
    assert_rejected(read_files(bytes, 1), 0, 3, "not UTF-8 at byte 11");
}

static void a_fault_without_fields_has_no_numbers_of_them(void **state)
{
    const char *const quote[] = {"a,b\n\"4\"x,\n"};
    struct fixture *f = read_files(quote, 1);

    (void)state;
    assert_null(strstr(f->error.text, "instead of"));
    done(f);
}

static void an_empty_file_is_an_error_a_lone_header_is_not(void **state)
{
    const char *const nothing[] = {""}, *const blank[] = {"\n\r\n"}, *const lone[] = {"a"};

    (void)state;
    assert_rejected(read_files(nothing, 1), 0, 0, "empty, not even a header");
    assert_rejected(read_files(blank, 1), 0, 0, "empty, not even a header");
    struct fixture *f = read_files(lone, 1);
    assert_int_equal(f->status, KAM_OK);
    assert_int_equal(f->table.count, 0);
    assert_int_equal(f->table.width, 1);
    done(f);
}

static void a_missing_column_is_named_with_those_there_are(void **state)
{
    struct fixture *f = read_one("account_id,revenue\n");
    struct kam_error error;
    size_t column;

    (void)state;
    assert_int_equal(kam_table_require(&f->table, KAM_TEXT("revenue"), &column, &error), KAM_OK);
    assert_int_equal(column, 1);
    assert_int_equal(kam_table_require(&f->table, KAM_TEXT("acount_id"), &column, &error),
                     KAM_DATA);
    assert_string_equal(error.text, "no column 'acount_id'; did you mean 'account_id'; there are: "
                                    "account_id, revenue");
    assert_int_equal(kam_table_optional(&f->table, KAM_TEXT("cost"), &column, &error), KAM_OK);
    assert_true(column == KAM_NO_COLUMN);
    done(f);
}

static void a_column_that_is_there_twice_is_an_error_once_it_is_used(void **state)
{
    struct fixture *f = read_one("\n\na,b,a\n1,2,3\n");
    struct kam_error error;
    size_t column;

    (void)state;
    assert_int_equal(kam_table_require(&f->table, KAM_TEXT("b"), &column, &error), KAM_OK);
    assert_int_equal(kam_table_optional(&f->table, KAM_TEXT("a"), &column, &error), KAM_DATA);
    assert_int_equal(error.line, 3);
    assert_string_equal(error.text,
                        "two columns are called 'a' (number 1 and number 3); rename one");
    done(f);
}

static void an_index_needs_different_cells(void **state)
{
    struct fixture *f = read_one("id,x\n1,\n2,\n2,\n");
    struct kam_map index = {0};
    struct kam_error error;

    (void)state;
    assert_int_equal(kam_table_index(&f->table, 0, &index, &error), KAM_DATA);
    assert_int_equal(error.line, 4);
    assert_string_equal(error.column, "id");
    assert_non_null(strstr(error.text, "'2' stands in "));
    assert_non_null(strstr(error.text, ":3 too"));
    kam_map_free(&index);
    assert_int_equal(kam_table_index(&f->table, 1, &index, &error), KAM_DATA);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.text, "empty");
    kam_map_free(&index);
    done(f);
}

static void numbers_are_plain_or_an_error_with_their_cell(void **state)
{
    struct fixture *f = read_one("id,x\n1,-1.50\n2,\n3,n/a\n");
    struct kam_decimal value, expected;
    bool empty;

    (void)state;
    assert_int_equal(kam_table_number(&f->table, 0, 1, &value, &empty, NULL), KAM_OK);
    assert_false(empty);
    assert_int_equal(kam_decimal_parse(KAM_TEXT("-1.5"), &expected), KAM_NUMBER_OK);
    assert_int_equal(kam_decimal_compare(value, expected), 0);
    assert_int_equal(kam_table_number(&f->table, 1, 1, &value, &empty, NULL), KAM_OK);
    assert_true(empty);
    assert_int_equal(kam_decimal_sign(value), 0);
    assert_int_equal(kam_table_number(&f->table, 2, 1, &value, &empty, &f->error), KAM_DATA);
    assert_int_equal(f->error.line, 4);
    assert_string_equal(f->error.column, "x");
    done(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_one_table_whatever_the_order_of_columns),
        cmocka_unit_test(columns_of_one_name_keep_their_order),
        cmocka_unit_test(other_columns_are_an_error),
        cmocka_unit_test(the_first_wrong_record_is_the_error),
        cmocka_unit_test(a_fault_without_fields_has_no_numbers_of_them),
        cmocka_unit_test(an_empty_file_is_an_error_a_lone_header_is_not),
        cmocka_unit_test(a_missing_column_is_named_with_those_there_are),
        cmocka_unit_test(a_column_that_is_there_twice_is_an_error_once_it_is_used),
        cmocka_unit_test(an_index_needs_different_cells),
        cmocka_unit_test(numbers_are_plain_or_an_error_with_their_cell),
    };

    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
