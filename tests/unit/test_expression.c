#include "model/expression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct kam_place place = {.file = "m.kam", .line = 3, .column = "value"};

static void append_node(struct kam_buffer *out, const struct kam_node *node)
{
    static const char *const signs[] = {[KAM_NODE_NEGATE] = "neg",
                                        [KAM_NODE_ADD] = "+",
                                        [KAM_NODE_SUBTRACT] = "-",
                                        [KAM_NODE_MULTIPLY] = "*",
                                        [KAM_NODE_DIVIDE] = "/"};
    char number[KAM_DECIMAL_SIZE];
    const char *word = number;

    if (node->kind == KAM_NODE_COLUMN)
        word = node->column.ptr;
    else if (node->kind == KAM_NODE_NUMBER)
        kam_decimal_format(node->number, 0, number);
    else if (node->kind == KAM_NODE_TOTAL)
        word = "total of";
    else
        word = signs[node->kind];
    assert_true(kam_buffer_printf(out, "%s%s", out->len ? " " : "", word));
    if (node->kind == KAM_NODE_TOTAL)
        assert_true(kam_buffer_printf(out, " %s", node->column.ptr));
}

/* The expression in postfix order and the depth it needs, or what is wrong with it. */
/* What such mistakes most often come from. */
#define FUNCTION "; the only function is total(COLUMN)"
#define NAMES    "; operators are + - * /, and a name with spaces stands in double quotes"

static void assert_reads(const char *text, const char *expected)
{
    struct kam_arena arena = {.chunks = NULL};
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_expression expression;
    struct kam_error error;
    char message[2048];

    if (kam_expression_parse(&expression, kam_text_of(text), &place, &arena, &error) == KAM_OK) {
        for (size_t i = 0; i < expression.node_count; i++)
            append_node(&out, &expression.nodes[i]);
        snprintf(message, sizeof message, "%.*s (%zu)", (int)out.len, out.ptr, expression.depth);
    } else {
        assert_int_equal(error.status, KAM_USAGE);
        kam_error_format(&error, message, sizeof message);
    }
    if (strcmp(message, expected) != 0)
        fail_msg("%s\nsays:     %s\nexpected: %s", text, message, expected);
    kam_buffer_free(&out);
    kam_arena_free(&arena);
}

static void precedence_is_that_of_arithmetic(void **unused)
{
    (void)unused;
    assert_reads("service_cost / revenue", "service_cost revenue / (2)");
    assert_reads("a+b*c", "a b c * + (3)");
    assert_reads("a - b - c", "a b - c - (2)");
    assert_reads("a / b * c", "a b / c * (2)");
    assert_reads("(a + b) * c", "a b + c * (2)");
    assert_reads("a * (b + (c - d))", "a b c d - + * (4)");
    assert_reads("-a * b", "a neg b * (2)");
    assert_reads("a - -b", "a b neg - (2)");
    assert_reads("\"own-revenue\" / 1.2万", "own-revenue 12000 / (2)");
    assert_reads("收入 * 5%", "收入 0.05 * (2)");
    assert_reads("((x))", "x (1)");
    assert_reads("2026", "2026 (1)");
}

static void a_total_is_of_one_column(void **unused)
{
    (void)unused;
    assert_reads("revenue / total(revenue)", "revenue total of revenue / (2)");
    assert_reads("total ( \"a b)\" ) - 1", "total of a b) 1 - (2)");
    assert_reads("-total(费用) * 2", "total of 费用 neg 2 * (2)");
    /* Only a parenthesis makes it a total. */
    assert_reads("total / 2", "total 2 / (2)");
    assert_reads("totals + total", "totals total + (2)");
    assert_reads("\"total\"", "total (1)");
    assert_reads("totals(a)", "m.kam:3: value: an operator is missing before: '(a)'" FUNCTION);
    assert_reads("\"total\"(a)", "m.kam:3: value: an operator is missing before: '(a)'" FUNCTION);
    assert_reads("total()", "m.kam:3: value: total() wants the name of a column before: ')'");
    assert_reads("total(", "m.kam:3: value: total() wants the name of a column before: 'total('");
    assert_reads("total(a", "m.kam:3: value: total() takes one column; a ')' is missing before: "
                            "'total(a'");
    assert_reads("total(a + b)", "m.kam:3: value: total() takes one column; a ')' is missing "
                                 "before: '+ b)'");
    assert_reads("total((a))", "m.kam:3: value: total() wants the name of a column before: '(a))'");
    assert_reads("total(2)", "m.kam:3: value: total() wants the name of a column, not: '2)'");
}

/* The text with its columns, numbers and totals in brackets. */
static void assert_marks(const char *text, const char *expected)
{
    struct kam_arena arena = {.chunks = NULL};
    struct kam_buffer out = {NULL, 0, 0};
    struct kam_expression e;

    assert_int_equal(kam_expression_parse(&e, kam_text_of(text), &place, &arena, NULL), KAM_OK);
    const char *at = e.text.ptr;
    for (size_t i = 0; i < e.node_count; i++) {
        struct kam_text leaf = e.nodes[i].written;
        if (leaf.len) {
            assert_true(kam_buffer_printf(&out, "%.*s[%.*s]", (int)(leaf.ptr - at), at,
                                          (int)leaf.len, leaf.ptr));
            at = leaf.ptr + leaf.len;
        }
    }
    assert_true(kam_buffer_printf(&out, "%s", at));
    assert_string_equal(out.ptr, expected);
    kam_buffer_free(&out);
    kam_arena_free(&arena);
}

static void each_value_knows_where_it_stands(void **unused)
{
    (void)unused;
    assert_marks("a", "[a]");
    assert_marks("(a+\"b c\") / -1.2万 ", "([a]+[\"b c\"]) / -[1.2万] ");
    assert_marks("a / total( a ) * 5%", "[a] / [total( a )] * [5%]");
}

static void mistakes_are_explained(void **unused)
{
    char deep[512], expected[128];

    (void)unused;
    assert_reads("", "m.kam:3: value: a column or a number is missing at the end: ''");
    assert_reads("a +", "m.kam:3: value: a column or a number is missing at the end: 'a +'");
    assert_reads("a + * b", "m.kam:3: value: a column or a number is missing before: '* b'");
    assert_reads("a b", "m.kam:3: value: an operator is missing before: 'b'" NAMES);
    assert_reads("(a", "m.kam:3: value: a ')' is missing before: '(a'");
    assert_reads("(a b)", "m.kam:3: value: a ')' is missing before: 'b)'");
    assert_reads("a)", "m.kam:3: value: an operator is missing before: ')'");
    assert_reads("()", "m.kam:3: value: a column or a number is missing before: ')'");
    assert_reads("5x + a", "m.kam:3: value: not a number: '5x + a'");
    assert_reads("a \"b", "m.kam:3: value: an operator is missing before: '\"b'" NAMES);
    assert_reads("\"b", "m.kam:3: value: double quotes have to enclose the whole of a value or "
                        "name: '\"b'");
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    snprintf(expected, sizeof expected, "m.kam:3: value: nested too deeply: '%.59s'...", deep);
    assert_reads(deep, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(precedence_is_that_of_arithmetic),
        cmocka_unit_test(a_total_is_of_one_column),
        cmocka_unit_test(each_value_knows_where_it_stands),
        cmocka_unit_test(mistakes_are_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
