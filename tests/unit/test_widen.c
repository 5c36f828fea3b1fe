#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "failing.h"
#include "table/widen.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_COLUMNS = 4 };

/* New columns, and their cells row by row. */
struct addition {
    struct kam_text names[MOST_COLUMNS];
    size_t count;
    const char *const *cells;
};

static bool fill(void *context, size_t row, struct kam_text *cells)
{
    const struct addition *addition = context;

    for (size_t i = 0; i < addition->count; i++)
        cells[i] = kam_text_of(addition->cells[row * addition->count + i]);
    return true;
}

static void read_table(struct kam_table *table, const char *input)
{
    const struct kam_reader_options options = {.delimiter = ','};
    char name[TEMPORARY_PATH];
    const char *const paths[] = {name};

    *table = (struct kam_table){0};
    temporary_file(name, input);
    enum kam_status status = kam_table_read(table, paths, 1, &options, NULL);
    unlink(name);
    assert_int_equal(status, KAM_OK);
}

/* The cells of ROW, or the names where it is KAM_NO_ROW, each in brackets. */
static void append_cells(struct kam_buffer *out, const struct kam_table *table, size_t row)
{
    for (size_t i = 0; i < table->width; i++) {
        struct kam_text cell = row == KAM_NO_ROW ? table->names[i] : kam_table_cell(table, row, i);
        assert_true(kam_buffer_printf(out, "[%.*s]", (int)cell.len, cell.ptr));
    }
}

/*
 * INPUT with ADDITION: header and rows, one a line, each cell in brackets. A row that can be
 * written as it stands, because commas separate it and nothing needs quotes, has = before it.
 */
static void assert_widened(const char *input, struct addition addition, const char *expected)
{
    struct kam_widening widening = {addition.names, addition.count, fill, &addition};
    struct kam_table table, wide;
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_text run;

    read_table(&table, input);
    assert_int_equal(kam_table_widen(&wide, &table, &widening, NULL), KAM_OK);
    assert_int_equal(wide.count, table.count);
    for (size_t row = 0; row < wide.count; row++) {
        struct kam_place new = kam_table_place(&wide, row, 0);
        struct kam_place old = kam_table_place(&table, row, 0);
        assert_int_equal(new.line, old.line);
        assert_ptr_equal(new.file, old.file);
    }
    kam_table_free(&table); /* nothing of it is needed any more */
    append_cells(&out, &wide, KAM_NO_ROW);
    for (size_t row = 0; row < wide.count; row++) {
        bool joined = kam_table_run(&wide, row, 0, wide.width, ',', &run);
        assert_true(kam_buffer_printf(&out, "\n%s", joined ? "=" : ""));
        append_cells(&out, &wide, row);
    }
    if (!kam_text_equal(kam_buffer_text(&out), kam_text_of(expected)))
        fail_msg("%s\nbecomes:  %.*s\nexpected: %s", input, (int)out.len, out.ptr, expected);
    kam_buffer_free(&out);
    kam_table_free(&wide);
}

static void new_columns_follow_at_the_end(void **state)
{
    const char *const cells[] = {"x", "", "", "y"};
    struct addition two = {{KAM_TEXT("c"), KAM_TEXT("d")}, 2, cells};

    (void)state;
    assert_widened("a,b\n1,2\n,\n", two, "[a][b][c][d]\n=[1][2][x][]\n=[][][][y]");
    assert_widened("a,b\n", two, "[a][b][c][d]");
}

static void nothing_to_add_changes_nothing(void **state)
{
    (void)state;
    assert_widened("a,b\n1,2\n\"3\",4\n", (struct addition){.count = 0}, "[a][b]\n=[1][2]\n[3][4]");
}

static void a_column_that_is_there_is_replaced_in_place(void **state)
{
    const char *const cells[] = {"long", "x", "", "y"};

    (void)state;
    assert_widened("a,b,c\n1,22,3\n4,55,6\n",
                   (struct addition){{KAM_TEXT("b"), KAM_TEXT("d")}, 2, cells},
                   "[a][b][c][d]\n=[1][long][3][x]\n=[4][][6][y]");
    /* Named in another order than they stand, first, last and neighbours. */
    assert_widened("a,b,c\n1,22,3\n4,55,6\n",
                   (struct addition){{KAM_TEXT("c"), KAM_TEXT("a")}, 2, cells},
                   "[a][b][c]\n=[x][22][long]\n=[y][55][]");
    assert_widened("a,b,c\n1,22,3\n4,55,6\n",
                   (struct addition){{KAM_TEXT("b"), KAM_TEXT("a")}, 2, cells},
                   "[a][b][c]\n=[x][long][3]\n=[y][][6]");
    /* A new one named before those that are replaced. */
    const char *const three[] = {"n", "C", "A", "n2", "C2", "A2"};
    assert_widened("a,b,c\n1,22,3\n4,55,6\n",
                   (struct addition){{KAM_TEXT("n"), KAM_TEXT("c"), KAM_TEXT("a")}, 3, three},
                   "[a][b][c][n]\n=[A][22][C][n]\n=[A2][55][C2][n2]");
    /* The only column there is. */
    assert_widened("a\n1\n4\n", (struct addition){{KAM_TEXT("a"), KAM_TEXT("d")}, 2, cells},
                   "[a][d]\n[long][x]\n[][y]");
}

static void a_cell_that_needs_quotes_makes_its_row_one_to_be_written_cell_by_cell(void **state)
{
    const char *const cells[] = {"x;y", "x,y", "x\"y", "x\ny", "x\ry", "-"};

    (void)state;
    assert_widened("a,b\n1,2\n3,4\n5,6\n7,8\n9,0\n0,1\n",
                   (struct addition){{KAM_TEXT("c")}, 1, cells},
                   "[a][b][c]\n=[1][2][x;y]\n[3][4][x,y]\n[5][6][x\"y]\n[7][8][x\ny]\n"
                   "[9][0][x\ry]\n=[0][1][-]");
    /* It was one before; the new cell doesn't make up for that. */
    const char *const plain[] = {"x"};
    assert_widened("a,b\n\"1,1\",2\n", (struct addition){{KAM_TEXT("a")}, 1, plain},
                   "[a][b]\n[x][2]");
}

static void a_column_to_be_replaced_stands_there_once(void **state)
{
    const char *const cells[] = {"x"};
    struct addition addition = {{KAM_TEXT("b")}, 1, cells};
    struct kam_widening widening = {addition.names, 1, fill, &addition};
    struct kam_table table, wide;
    struct kam_error error;

    (void)state;
    read_table(&table, "b,a,b\n1,2,3\n");
    assert_int_equal(kam_table_widen(&wide, &table, &widening, &error), KAM_DATA);
    assert_non_null(strstr(error.text, "two columns are called 'b'"));
    kam_table_free(&wide);
    kam_table_free(&table);
    /* One that is left alone may stand there as often as it likes. */
    assert_widened("a,c,a\n1,2,3\n", addition, "[a][c][a][b]\n=[1][2][3][x]");
}

/* Text of LEN bytes; the caller frees it. */
static char *make_long(size_t len, char byte)
{
    char *text = malloc(len + 1);

    assert_non_null(text);
    memset(text, byte, len);
    text[len] = '\0';
    return text;
}

/* "=" where the only row of INPUT is separated by commas alone: long ones are read by libcsv. */
static const char *mark_of(const char *input)
{
    struct kam_table table;
    struct kam_text run;

    read_table(&table, input);
    bool joined = kam_table_run(&table, 0, 0, table.width, ',', &run);
    kam_table_free(&table);
    return joined ? "=" : "";
}

/* A row of a first cell of OLD bytes, 'b' and 'c', whose second cell becomes one of NEW. */
static void check_size(size_t old, size_t new)
{
    char *first = make_long(old, 'o'), *second = make_long(new, 'n');
    struct kam_buffer input = {NULL, 0, 0}, expected = {NULL, 0, 0};
    const char *const cells[] = {second, "end"};

    assert_true(kam_buffer_printf(&input, "a,b,c\n%s,b,c\n", first));
    assert_true(kam_buffer_add_byte(&input, '\0'));
    assert_true(kam_buffer_printf(&expected, "[a][b][c][d]\n%s[%s][%s][c][end]", mark_of(input.ptr),
                                  first, second));
    assert_true(kam_buffer_add_byte(&expected, '\0'));
    assert_widened(input.ptr, (struct addition){{KAM_TEXT("b"), KAM_TEXT("d")}, 2, cells},
                   expected.ptr);
    kam_buffer_free(&input);
    kam_buffer_free(&expected);
    free(first);
    free(second);
}

static void rows_become_wide_where_they_have_to(void **state)
{
    enum { EDGE = UINT16_MAX - 7 }; /* of both cells together: 3 commas, `c` and `end` */

    (void)state;
    for (size_t old = EDGE - 2; old <= EDGE + 2; old++)
        check_size(old, 0);
    for (size_t new = EDGE - 102; new <= EDGE - 98; new ++)
        check_size(100, new);
    check_size(70000, 1);
    check_size(70000, 70000);
}

static void a_wide_row_may_become_narrow(void **state)
{
    char *cell = make_long(70000, 'w');
    struct kam_buffer input = {NULL, 0, 0};
    const char *const cells[] = {"w"};

    (void)state;
    assert_true(kam_buffer_printf(&input, "a,b,c\n1,%s,3\n", cell));
    assert_true(kam_buffer_add_byte(&input, '\0'));
    assert_widened(input.ptr, (struct addition){{KAM_TEXT("b")}, 1, cells}, "[a][b][c]\n[1][w][3]");
    kam_buffer_free(&input);
    free(cell);
}

static bool fail_at_second(void *context, size_t row, struct kam_text *cells)
{
    (void)context;
    cells[0] = KAM_TEXT("x");
    return row < 1;
}

static void memory_may_run_out_anywhere(void **state)
{
    enum { LINES = 5000, MOST = 10000 };
    const struct kam_text names[] = {KAM_TEXT("c")};
    struct kam_widening widening = {names, 1, fail_at_second, NULL};
    struct kam_buffer input = {NULL, 0, 0};
    struct kam_table table, wide;
    struct kam_error error;
    unsigned failures = 0;

    (void)state;
    read_table(&table, "a,b\n1,2\n3,4\n");
    assert_int_equal(kam_table_widen(&wide, &table, &widening, &error), KAM_NOMEM);
    kam_table_free(&wide);
    kam_table_free(&table);

    const char **cells = calloc(LINES, sizeof *cells);
    assert_non_null(cells);
    assert_true(kam_buffer_add(&input, KAM_TEXT("a,b\n")));
    for (size_t i = 0; i < LINES; i++) {
        assert_true(kam_buffer_printf(&input, "%zu,2\n", i));
        cells[i] = "x";
    }
    assert_true(kam_buffer_add_byte(&input, '\0'));
    read_table(&table, input.ptr);
    struct addition addition = {{KAM_TEXT("c")}, 1, cells};
    widening = (struct kam_widening){names, 1, fill, &addition};
    for (unsigned n = 1; n < MOST; n++) {
        countdown = n;
        enum kam_status status = kam_table_widen(&wide, &table, &widening, &error);
        bool done = countdown > 0;
        countdown = 0;
        assert_int_equal(status, done ? KAM_OK : KAM_NOMEM);
        kam_table_free(&wide);
        if (done)
            break;
        failures++;
    }
    /* Nine lists, the names, and more than one piece of memory for the rows. */
    assert_in_range(failures, 10, MOST - 2);
    kam_table_free(&table);
    kam_buffer_free(&input);
    free((void *)cells);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_columns_follow_at_the_end),
        cmocka_unit_test(nothing_to_add_changes_nothing),
        cmocka_unit_test(a_column_that_is_there_is_replaced_in_place),
        cmocka_unit_test(a_cell_that_needs_quotes_makes_its_row_one_to_be_written_cell_by_cell),
        cmocka_unit_test(a_column_to_be_replaced_stands_there_once),
        cmocka_unit_test(rows_become_wide_where_they_have_to),
        cmocka_unit_test(a_wide_row_may_become_narrow),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
