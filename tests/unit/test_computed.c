/* Computed columns: what they come to, row by row. */
#include "failing.h"
#include "models.h"
#include "score/computed.h"
#include "temporary.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void read_table(struct kam_table *table, char *name, const char *input)
{
    const struct kam_reader_options options = {.delimiter = ','};
    const char *const paths[] = {name};

    *table = (struct kam_table){0};
    temporary_file(name, input);
    enum kam_status status = kam_table_read(table, paths, 1, &options, NULL);
    unlink(name);
    assert_int_equal(status, KAM_OK);
}

static void append_row(struct kam_buffer *out, const struct kam_table *table, size_t row)
{
    for (size_t i = 0; i < table->width; i++) {
        struct kam_text cell = row == KAM_NO_ROW ? table->names[i] : kam_table_cell(table, row, i);
        assert_true(kam_buffer_printf(out, "%s%.*s", i ? "," : "", (int)cell.len, cell.ptr));
    }
    assert_true(kam_buffer_add_byte(out, '\n'));
}

/* INPUT with the columns of MODEL; or what is wrong, behind the name of the file. */
static void assert_computed(const char *model_text, const char *input, const char *expected)
{
    char name[TEMPORARY_PATH], message[2048];
    struct kam_model *model = load(model_text);
    struct kam_table table, wide;
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_error error;

    read_table(&table, name, input);
    enum kam_status status = kam_computed_widen(&wide, model, &table, &error);
    kam_table_free(&table);
    if (status == KAM_OK) {
        append_row(&out, &wide, KAM_NO_ROW);
        for (size_t row = 0; row < wide.count; row++)
            append_row(&out, &wide, row);
    } else {
        assert_int_equal(status, KAM_DATA);
        kam_error_format(&error, message, sizeof message);
        assert_true(kam_buffer_printf(&out, "%s", message + strlen(name)));
    }
    assert_true(kam_buffer_add_byte(&out, '\0'));
    assert_string_equal(out.ptr, expected);
    kam_buffer_free(&out);
    kam_table_free(&wide);
    kam_model_free(model);
}

static void values_are_exact_and_rounded_once(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a + b * 2 - -a\n", "a,b\n0.1,0.2\n-1,5\n1000,0\n",
                    "a,b,c\n0.1,0.2,0.6\n-1,5,8\n1000,0,2000\n");
    assert_computed("[column c]\nvalue = a / b\n", "a,b\n1,3\n2,3\n-1,2\n1,16\n3,16\n0,5\n7,-2\n",
                    "a,b,c\n1,3,0.3333\n2,3,0.6667\n-1,2,-0.5000\n1,16,0.0625\n3,16,0.1875\n"
                    "0,5,0.0000\n7,-2,-3.5000\n");
    assert_computed("[column c]\nvalue = a / b\nplaces = 2\n", "a,b\n1,8\n3,8\n1,3\n",
                    "a,b,c\n1,8,0.12\n3,8,0.38\n1,3,0.33\n");
    assert_computed("[column c]\nvalue = a / b * b\nplaces = 0\n", "a,b\n1,3\n7,49\n",
                    "a,b,c\n1,3,1\n7,49,7\n");
    assert_computed("[column c]\nvalue = a * b\nplaces = 2\n", "a,b\n0.05,0.1\n0.15,0.1\n",
                    "a,b,c\n0.05,0.1,0.00\n0.15,0.1,0.02\n");
    assert_computed("[column c]\nvalue = a\nplaces = 18\n", "a\n1\n",
                    "a,c\n1,1.000000000000000000\n");
    assert_computed("[column c]\nvalue = 2\n", "a\n1\n", "a,c\n1,2\n");
}

static void empty_cells_and_divisors_of_zero_leave_it_empty(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a / b\n", "a,b\n,2\n1,\n,\n1,0\n0,0\n1,0.00\n1,-0\n1,2\n",
                    "a,b,c\n,2,\n1,,\n,,\n1,0,\n0,0,\n1,0.00,\n1,-0,\n1,2,0.5000\n");
    /* Whatever is done with it. */
    assert_computed("[column c]\nvalue = 0 * a + b\n", "a,b\n,2\n", "a,b,c\n,2,\n");
    assert_computed("[column c]\nvalue = 0 * (1 / a) + 1\n", "a\n0\n2\n", "a,c\n0,\n2,1.0000\n");
    assert_computed("[column c]\nvalue = 1 / (a - b)\n", "a,b\n1.50,1.5\n", "a,b,c\n1.50,1.5,\n");
    /* The divisor is 0, not what it rounds to. */
    assert_computed("[column c]\nvalue = 1 / (a / 100000)\nplaces = 0\n", "a\n1\n",
                    "a,c\n1,100000\n");
    /* And so does one that is empty itself. */
    assert_computed("[column d]\nvalue = c + 1\n[column c]\nvalue = 1 / a\n", "a\n0\n1\n",
                    "a,d,c\n0,,\n1,2,1.0000\n");
}

static void a_total_is_of_all_rows(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a / total(a)\nplaces = 6\n", "a\n1\n\n3\n-1\n",
                    "a,c\n1,0.333333\n3,1.000000\n-1,-0.333333\n");
    assert_computed("[column c]\nvalue = a / total(a)\n", "a,b\n1,x\n,y\n3,z\n",
                    "a,b,c\n1,x,0.2500\n,y,\n3,z,0.7500\n");
    /* An empty column adds up to 0. */
    assert_computed("[column c]\nvalue = 1 / total(a)\n[column d]\nvalue = total(a)\n",
                    "a,b\n,x\n,y\n", "a,b,c,d\n,x,,0\n,y,,0\n");
    /* Of a computed column it is that of the values printed. */
    assert_computed("[column c]\nvalue = total(d)\n[column d]\nvalue = a / 3\nplaces = 1\n",
                    "a\n1\n1\n1\n", "a,c,d\n1,0.9,0.3\n1,0.9,0.3\n1,0.9,0.3\n");
    /* Prospects are no part of it, but have a share of their own. */
    assert_computed("[column c]\nvalue = a / total(a)\n", "lines,a\n2,1\n0,4\n1,3\n",
                    "lines,a,c\n2,1,0.2500\n0,4,1.0000\n1,3,0.7500\n");
    assert_computed("[column c]\nvalue = total(a)\n", "a\n", "a,c\n");
}

static void columns_may_need_each_other_in_any_order(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = d * 3\n[column d]\nvalue = a / 3\n", "a\n1\n",
                    "a,c,d\n1,0.9999,0.3333\n");
}

static void names_are_what_they_are(void **state)
{
    (void)state;
    assert_computed("[column 成本率]\nvalue = 服务成本 / \"a-b (c)\"\n", "a-b (c),服务成本\n4,1\n",
                    "a-b (c),服务成本,成本率\n4,1,0.2500\n");
    assert_computed("[column c]\nvalue = total / total(total)\n", "total\n1\n3\n",
                    "total,c\n1,0.2500\n3,0.7500\n");
    assert_computed("[column c]\nvalue = \"2026-10\" - 2026 - 10\n", "2026-10\n5\n",
                    "2026-10,c\n5,-2031\n");
}

static void what_is_wrong_is_named(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a + b\n", "a,b\n1,2\n,x\n", ":3: b: not a number: 'x'");
    /* A text is one wherever it is, though the value is empty already. */
    assert_computed("[column c]\nvalue = 1 / a * b\n", "a,b\n0,1\n0,x\n",
                    ":3: b: not a number: 'x'");
    assert_computed("[column c]\nvalue = total(a)\n", "a\n1\nx\n", ":3: a: not a number: 'x'");
    assert_computed(
        "[column c]\nvalue = 1 / revenu\n", "revenue\n1\n",
        ": [column c] (m.kam:1): no column 'revenu'; did you mean 'revenue'; there are: "
        "revenue");
    assert_computed("[column c]\nvalue = a\n", "a,b,a\n1,2,3\n",
                    ":1: [column c] (m.kam:1): two columns are called 'a' (number 1 and number 3); "
                    "rename one");
    assert_computed("[column c]\nvalue = a * a\n", "a\n1000000000\n100000000000\n",
                    ":3: c: too large: 'a * a'");
    assert_computed("[column c]\nvalue = a * a * a * a / a / a / a\n", "a\n1000000000.01\n",
                    ":2: c: too large to be computed exactly: 'a * a * a * a / a / a / a'");
    assert_computed("[column c]\nvalue = a * a\n", "a\n0.0000000001\n",
                    ":2: c: more than 18 decimal places; say how many with 'places': 'a * a'");
    assert_computed("[column c]\nvalue = total(a)\n",
                    "a\n100000000000000000000\n99999999999999999999\n",
                    ":3: a: the total up to here is too large");
}

static void what_is_too_large_on_the_way_is_fine(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a * a / a\nplaces = 2\n", "a\n123456789012.34\n",
                    "a,c\n123456789012.34,123456789012.34\n");
    assert_computed("[column c]\nvalue = a * 0.000000000001 * 0.000000000001\nplaces = 12\n",
                    "a\n123456789012.34\n", "a,c\n123456789012.34,0.000000000000\n");
}

static void a_column_is_replaced_only_where_kam_score_made_it(void **state)
{
    (void)state;
    assert_computed("[column c]\nvalue = a * 2\n[column d]\nvalue = a * 3\n",
                    "c,a,score_model\n0,1,x\n0,5,x\n", "c,a,score_model,d\n2,1,x,3\n10,5,x,15\n");
    assert_computed("[column c]\nvalue = a * 2\n", "c,a\n0,1\n",
                    ":1: the table has a column 'c', which [column c] (m.kam:1) would replace; "
                    "rename one of them");
}

static void memory_may_run_out_anywhere(void **unused)
{
    enum { MOST = 10000 };
    struct kam_model *model = load("[column c]\nvalue = d / total(a)\n[column d]\nvalue = a - 1\n");
    char name[TEMPORARY_PATH];
    struct kam_table table, wide;
    struct kam_error error;
    unsigned failures = 0;

    (void)unused;
    read_table(&table, name, "a,b\n1,2\n3,4\n");
    for (unsigned n = 1; n < MOST; n++) {
        countdown = n;
        enum kam_status status = kam_computed_widen(&wide, model, &table, &error);
        bool done = countdown > 0;
        countdown = 0;
        assert_int_equal(status, done ? KAM_OK : KAM_NOMEM);
        kam_table_free(&wide);
        if (done)
            break;
        failures++;
    }
    assert_in_range(failures, 10, MOST - 2);
    kam_table_free(&table);
    kam_model_free(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_exact_and_rounded_once),
        cmocka_unit_test(empty_cells_and_divisors_of_zero_leave_it_empty),
        cmocka_unit_test(a_total_is_of_all_rows),
        cmocka_unit_test(columns_may_need_each_other_in_any_order),
        cmocka_unit_test(names_are_what_they_are),
        cmocka_unit_test(what_is_wrong_is_named),
        cmocka_unit_test(what_is_too_large_on_the_way_is_fine),
        cmocka_unit_test(a_column_is_replaced_only_where_kam_score_made_it),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
