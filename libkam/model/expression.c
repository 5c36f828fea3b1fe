#include "model/expression.h"

#include "base/month.h"
#include "model/list.h"
#include "model/quantity.h"

/* Recursive descent; nodes come out in postfix order. */
struct parser {
    struct kam_text all, rest;
    const struct kam_place *place;
    struct kam_arena *arena;
    struct kam_error *error;
    struct kam_node *nodes; /* room for one per byte of the text */
    size_t count;
    size_t height, depth; /* of the stack, now and at most */
    unsigned nesting;
};

static enum kam_status parse_sum(struct parser *p);

static void skip_blanks(struct parser *p)
{
    p->rest = kam_text_trim(p->rest);
}

static void advance(struct parser *p, size_t n)
{
    p->rest = (struct kam_text){p->rest.ptr + n, p->rest.len - n};
    skip_blanks(p);
}

/* The next byte if it is one of STOPS, which is then used up; else 0. */
static char take(struct parser *p, const char *stops)
{
    char c = p->rest.len ? p->rest.ptr[0] : '\0';

    if (!c || !strchr(stops, c))
        return '\0';
    advance(p, 1);
    return c;
}

static enum kam_status fail(struct parser *p, const char *what)
{
    return kam_error_at(p->error, KAM_USAGE, p->place, "%s: %s", what,
                        kam_show(p->rest.len ? p->rest : p->all).s);
}

static void push_value(struct parser *p, struct kam_node node)
{
    p->nodes[p->count++] = node;
    p->height++;
    if (p->height > p->depth)
        p->depth = p->height;
}

static void push_operation(struct parser *p, enum kam_node_kind kind)
{
    p->nodes[p->count++] = (struct kam_node){.kind = kind};
    p->height -= kind != KAM_NODE_NEGATE;
}

static bool begins_as_number(struct kam_text word)
{
    return (word.ptr[0] >= '0' && word.ptr[0] <= '9') || word.ptr[0] == '.';
}

/* Nobody means 2016. */
static bool is_month(struct kam_text rest)
{
    enum { MONTH = sizeof "YYYY-MM" - 1 };
    struct kam_text month = {rest.ptr, kam_list_find(rest, " \t+*/()")};

    return month.len == MONTH && kam_month_parse_plain(month) != KAM_MONTH_NONE;
}

static enum kam_status read_number(struct parser *p, struct kam_node *node)
{
    enum kam_number outcome = kam_quantity_parse(node->written, &node->number, NULL);

    if (is_month(p->rest))
        return fail(p, "the column of a month stands in quotes");
    node->kind = KAM_NODE_NUMBER;
    return outcome == KAM_NUMBER_OK ? KAM_OK : fail(p, kam_number_reason(outcome));
}

/* The next name or number, as written; empty where there is none. */
static struct kam_text next_word(const struct parser *p)
{
    return (struct kam_text){p->rest.ptr, kam_list_find(p->rest, " \t+-*/()")};
}

/* (COLUMN) behind `total`. */
static enum kam_status parse_total(struct parser *p, struct kam_node *node)
{
    const char *begin = node->written.ptr;

    node->kind = KAM_NODE_TOTAL;
    (void)take(p, "(");
    struct kam_text column = next_word(p);
    if (!column.len)
        return fail(p, "total() wants the name of a column before");
    if (begins_as_number(column))
        return fail(p, "total() wants the name of a column, not");
    enum kam_status status = kam_list_unquote(&node->column, column, p->place, p->arena, p->error);
    if (status != KAM_OK)
        return status;
    advance(p, column.len);
    if (!p->rest.len || p->rest.ptr[0] != ')')
        return fail(p, "total() takes one column; a ')' is missing before");
    node->written.len = (size_t)(p->rest.ptr + 1 - begin);
    (void)take(p, ")");
    return KAM_OK;
}

static enum kam_status parse_leaf(struct parser *p)
{
    struct kam_node node = {.kind = KAM_NODE_COLUMN, .written = next_word(p)};
    struct kam_text leaf = node.written;
    enum kam_status status;

    if (!leaf.len)
        return fail(p, p->rest.len ? "a column or a number is missing before"
                                   : "a column or a number is missing at the end");
    if (begins_as_number(leaf))
        status = read_number(p, &node);
    else
        status = kam_list_unquote(&node.column, leaf, p->place, p->arena, p->error);
    if (status != KAM_OK)
        return status;
    advance(p, leaf.len);
    bool total = kam_text_equal(leaf, KAM_TEXT("total")) && p->rest.len && p->rest.ptr[0] == '(';
    if (total)
        status = parse_total(p, &node);
    if (status == KAM_OK)
        push_value(p, node);
    return status;
}

static enum kam_status parse_factor(struct parser *p)
{
    enum kam_status status;

    if (p->nesting == KAM_EXPRESSION_DEPTH)
        return fail(p, "nested too deeply");
    p->nesting++;
    if (take(p, "-")) {
        status = parse_factor(p);
        if (status == KAM_OK)
            push_operation(p, KAM_NODE_NEGATE);
    } else if (take(p, "(")) {
        status = parse_sum(p);
        if (status == KAM_OK && !take(p, ")"))
            status = fail(p, "a ')' is missing before");
    } else {
        status = parse_leaf(p);
    }
    p->nesting--;
    return status;
}

static enum kam_status parse_product(struct parser *p)
{
    enum kam_status status = parse_factor(p);
    char sign;

    while (status == KAM_OK && (sign = take(p, "*/"))) {
        status = parse_factor(p);
        if (status == KAM_OK)
            push_operation(p, sign == '*' ? KAM_NODE_MULTIPLY : KAM_NODE_DIVIDE);
    }
    return status;
}

static enum kam_status parse_sum(struct parser *p)
{
    enum kam_status status = parse_product(p);
    char sign;

    while (status == KAM_OK && (sign = take(p, "+-"))) {
        status = parse_product(p);
        if (status == KAM_OK)
            push_operation(p, sign == '+' ? KAM_NODE_ADD : KAM_NODE_SUBTRACT);
    }
    return status;
}

/* What stands behind a complete expression: most often a name with spaces, or another function. */
static enum kam_status fail_behind(const struct parser *p)
{
    const char *hint = "; operators are + - * /, and a name with spaces stands in double quotes";

    if (p->rest.ptr[0] == '(')
        hint = "; the only function is total(COLUMN)";
    else if (p->rest.ptr[0] == ')')
        hint = "";
    return kam_error_at(p->error, KAM_USAGE, p->place, "an operator is missing before: %s%s",
                        kam_show(p->rest).s, hint);
}

enum kam_status kam_expression_parse(struct kam_expression *expression, struct kam_text text,
                                     const struct kam_place *place, struct kam_arena *arena,
                                     struct kam_error *error)
{
    struct parser p = {.place = place, .arena = arena, .error = error};

    p.nodes = kam_arena_calloc(arena, text.len + 1, sizeof *p.nodes);
    if (!p.nodes || !kam_arena_copy(arena, text, &p.all))
        return kam_error_nomem(error);
    p.rest = p.all;
    skip_blanks(&p);
    enum kam_status status = parse_sum(&p);
    if (status == KAM_OK && p.rest.len)
        status = fail_behind(&p);
    *expression = (struct kam_expression){p.all, p.nodes, p.count, p.depth};
    return status;
}

bool kam_expression_divides(const struct kam_expression *expression)
{
    for (size_t i = 0; i < expression->node_count; i++)
        if (expression->nodes[i].kind == KAM_NODE_DIVIDE)
            return true;
    return false;
}
