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

static bool keeps_letters(const void *context, struct kam_text name)
{
    return name.ptr[0] >= *(const char *)context;
}

static void only_the_columns_chosen_are_kept(void **state)
{
    const char least = 'a';
    char path[] = "/tmp/kam-test-table-XXXXXX";
    const struct kam_reader_options options = {.delimiter = ','};
    const char *const paths[] = {path, path};
    struct kam_table table = {.choice = {keeps_letters, &least}};
    int fd = mkstemp(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "wb");

    (void)state;
    assert_non_null(file);
    fputs("1,b,2,a\nw,x,y,z\n", file);
    fclose(file);
    assert_int_equal(kam_table_read(&table, paths, 1, &options, NULL), KAM_OK);
    file = fopen(path, "wb");
    assert_non_null(file);
    fputs("a,2,1,b\n\"p,q\",r,s,t\n", file);
    fclose(file);
    assert_int_equal(kam_table_read(&table, paths + 1, 1, &options, NULL), KAM_OK);
    unlink(path);
    assert_int_equal(table.width, 4);
    assert_int_equal(table.kept, 2);
    assert_int_equal(kam_table_find(&table, KAM_TEXT("2")), 2);
    assert_cell(&table, 0, 1, "x");
    assert_cell(&table, 0, 3, "z");
    assert_cell(&table, 1, 1, "t");
    assert_cell(&table, 1, 3, "p,q");
    kam_table_free(&table);
}

static bool keeps_none(const void *context, struct kam_text name)
{
    (void)context, (void)name;
    return false;
}

static void assert_constant(const struct kam_table *table, size_t column, const char *first,
                            size_t other_row, const char *other)
{
    const struct kam_table_constant *constant = kam_table_constant(table, column);

    assert_true(kam_text_equal(constant->first, kam_text_of(first)));
    assert_true(constant->other_row == other_row);
    assert_true(kam_text_equal(constant->other, kam_text_of(other)));
}

/* Whether their cells are kept or not, and wherever they stand in each of the files. */
static void of_constants_the_first_cell_and_the_first_other_one_are_known(void **state)
{
    const struct kam_text names[] = {{"same", 4}, {"not", 3}, {"late", 4}, {"missing", 7}};
    const char *const contents[] = {
        "not,id,same,late\n\"a,a\",1,x,\n\"a,a\",2,x,\nb,3,x,\nc,4,x,\n",
        "late,same,id,not\n,x,5,\n7,x,6,\n8,x,7,\"a,a\"\n",
    };
    bool (*const keeps[])(const void *, struct kam_text) = {NULL, keeps_none};
    char paths[2][TEMPORARY_PATH];
    const char *const both[] = {paths[0], paths[1]};
    const struct kam_reader_options options = {.delimiter = ','};

    (void)state;
    for (size_t i = 0; i < 2; i++)
        temporary_file(paths[i], contents[i]);
    for (size_t i = 0; i < 2; i++) {
        struct kam_table table = {.choice = {keeps[i], NULL, names, 4}};
        assert_int_equal(kam_table_read(&table, both, 2, &options, NULL), KAM_OK);
        assert_int_equal(table.count, 7);
        assert_int_equal(table.constant_count, 3);
        assert_constant(&table, 0, "a,a", 2, "b");
        assert_constant(&table, 2, "x", KAM_NO_ROW, "");
        assert_constant(&table, 3, "", 5, "7");
        if (table.kept)
            assert_cell(&table, 6, 0, "a,a");
        kam_table_free(&table);
    }
    unlink(paths[0]);
    unlink(paths[1]);
}

/* A run of cells is what a writer would make of them, or it isn't had. */
static void runs_of_cells_are_as_they_are_written(void **state)
{
    static const struct {
        const char *input;
        char delimiter;
        const char *run; /* of the columns 1 to 2; NULL: none */
    } cases[] = {
        {"a,b,c,d\n1,2,3,4\n", ',', "2,3"},
        {"a,b,c,d\n1,2,3,4\n", '\t', NULL},
        {"a,b,c,d\n,,,\n", ',', ","},
        {"a,b,c,d\n1, 2 ,3,4\n", ',', " 2 ,3"},
        {"a,b,c,d\r\n1,2,3,4\r\n", ',', "2,3"},
        {"a,b,c,d\n1,2,3,4", ',', NULL}, /* the last line is libcsv's */
        {"a,b,c,d\n1,2,\"3\",4\n", ',', NULL},
        {"a,b,c,d\n1,\"2,3\",3,4\n", ',', NULL},
        {"a,b,c,d\n\"1\",2,3,4\n", ',', NULL},
        {"a,b,c,d\n1,2,3,\"4\"\"\"\n", ',', NULL},
        {"a,b,c,d\n1,\"\",\"\",4\n", ',', NULL},
        {"a,b,c,d\n1,2\"x,3,4\n", ',', NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture *f = read_one(cases[i].input);
        struct kam_text run;
        bool known = kam_table_run(&f->table, 0, 1, 3, cases[i].delimiter, &run);
        if (known != (cases[i].run != NULL))
            fail_msg("case %zu", i);
        if (known && !kam_text_equal(run, kam_text_of(cases[i].run)))
            fail_msg("case %zu: %s", i, kam_show(run).s);
        done(f);
    }
}

/* Rows of more than 64 KiB have wider ends. */
static void rows_may_be_long(void **state)
{
    const size_t lengths[] = {65530, 65531, 65532, 65533, 65534, 200000};

    (void)state;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        for (int quoted = 0; quoted < 2; quoted++) {
            char *input = malloc(lengths[i] + 64);
            assert_non_null(input);
            strcpy(input, quoted ? "a,b,c\n\"1\"," : "a,b,c\n1,");
            size_t start = strlen(input);
            memset(input + start, 'x', lengths[i]);
            strcpy(input + start + lengths[i], ",3\n");
            struct fixture *f = read_one(input);
            assert_cell(&f->table, 0, 0, "1");
            assert_int_equal(kam_table_cell(&f->table, 0, 1).len, lengths[i]);
            assert_cell(&f->table, 0, 2, "3");
            done(f);
            free(input);
        }
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
        cmocka_unit_test(only_the_columns_chosen_are_kept),
        cmocka_unit_test(of_constants_the_first_cell_and_the_first_other_one_are_known),
        cmocka_unit_test(runs_of_cells_are_as_they_are_written),
        cmocka_unit_test(rows_may_be_long),
    };

    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
