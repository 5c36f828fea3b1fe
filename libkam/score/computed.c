#include "score/computed.h"

#include "account/prospect.h"
#include "base/fraction.h"
#include "table/widen.h"

#include <stdlib.h>

/* Where a node takes its numbers from. */
struct source {
    const struct kam_decimal *values; /* those of a column that is computed, or NULL */
    size_t column;                    /* of the table */
    struct kam_decimal number;        /* a number or a total */
};

struct computing {
    const struct kam_model *model;
    const struct kam_table *table;
    struct kam_decimal **values;     /* of each column that is computed, by row */
    char (*cells)[KAM_DECIMAL_SIZE]; /* of a row on its way out */
    struct kam_arena arena;
};

/* A column, and what is needed for computing it. */
struct column {
    const struct kam_model_column *rule;
    struct source *sources; /* of its nodes */
    struct kam_fraction *stack;
};

/* ---- cells and totals ---------------------------------------------------------------------- */

static enum kam_status read_value(const struct kam_table *table, const struct source *source,
                                  size_t row, struct kam_decimal *value, bool *empty,
                                  struct kam_error *error)
{
    if (!source->values)
        return kam_table_number(table, row, source->column, value, empty, error);
    *empty = !kam_is_number(source->values[row]);
    *value = *empty ? KAM_DECIMAL_ZERO : source->values[row];
    return KAM_OK;
}

static enum kam_status sum_rows(const struct kam_table *table, const struct source *source,
                                struct kam_text name, struct kam_decimal *total,
                                struct kam_error *error)
{
    size_t lines = kam_table_find(table, KAM_TEXT("lines"));
    struct kam_decimal sum = KAM_DECIMAL_ZERO, value;
    bool empty;

    for (size_t row = 0; row < table->count; row++) {
        if (kam_is_prospect(table, lines, row))
            continue;
        enum kam_status status = read_value(table, source, row, &value, &empty, error);
        if (status)
            return status;
        if (!kam_decimal_add(&sum, value)) {
            struct kam_place place = kam_table_place(table, row, KAM_NO_COLUMN);
            place.column = name.ptr;
            return kam_error_at(error, KAM_DATA, &place, "the total up to here is too large");
        }
    }
    *total = sum;
    return KAM_OK;
}

enum kam_status kam_computed_total(const struct kam_table *table, size_t column,
                                   struct kam_decimal *total, struct kam_error *error)
{
    return sum_rows(table, &(struct source){.column = column}, table->names[column], total, error);
}

/* ---- one column ---------------------------------------------------------------------------- */

static enum kam_status find_source(const struct computing *c, const struct kam_model_column *rule,
                                   const struct kam_node *node, struct source *source,
                                   struct kam_error *error)
{
    size_t computed = kam_model_find_column(c->model, node->column);
    struct kam_buffer needer = {NULL, 0, 0};

    if (computed < c->model->column_count) {
        source->values = c->values[computed];
        return KAM_OK;
    }
    if (!kam_buffer_printf(&needer, "[column %s]", rule->name.ptr))
        return kam_error_nomem(error);
    enum kam_status status = kam_table_require_for(c->table, node->column, kam_buffer_text(&needer),
                                                   &rule->place, &source->column, error);
    kam_buffer_free(&needer);
    return status;
}

static enum kam_status bind_node(const struct computing *c, const struct kam_model_column *rule,
                                 const struct kam_node *node, struct source *source,
                                 struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    switch (node->kind) {
    case KAM_NODE_NUMBER:
        source->number = node->number;
        break;
    case KAM_NODE_COLUMN:
        status = find_source(c, rule, node, source, error);
        break;
    case KAM_NODE_TOTAL:
        status = find_source(c, rule, node, source, error);
        if (!status)
            status = sum_rows(c->table, source, node->column, &source->number, error);
        break;
    case KAM_NODE_NEGATE:
    case KAM_NODE_ADD:
    case KAM_NODE_SUBTRACT:
    case KAM_NODE_MULTIPLY:
    case KAM_NODE_DIVIDE:
        break;
    }
    return status;
}

/* *A = *A and B as KIND says. False where it is too large. */
static bool apply(enum kam_node_kind kind, struct kam_fraction *a, struct kam_fraction b)
{
    switch (kind) {
    case KAM_NODE_ADD:
        return kam_fraction_add(*a, b, a);
    case KAM_NODE_SUBTRACT:
        return kam_fraction_add(*a, kam_fraction_negate(b), a);
    case KAM_NODE_MULTIPLY:
        return kam_fraction_multiply(*a, b, a);
    case KAM_NODE_DIVIDE:
        return kam_fraction_divide(*a, b, a);
    case KAM_NODE_NUMBER:
    case KAM_NODE_COLUMN:
    case KAM_NODE_TOTAL:
    case KAM_NODE_NEGATE:
        break;
    }
    return false;
}

static enum kam_status reject(const struct computing *c, const struct kam_model_column *rule,
                              size_t row, const char *reason, struct kam_error *error)
{
    struct kam_place place = kam_table_place(c->table, row, KAM_NO_COLUMN);

    place.column = rule->name.ptr;
    return kam_error_at(error, KAM_DATA, &place, "%s: %s", reason, kam_show(rule->value.text).s);
}

/* The value in ROW, before it is rounded. All cells are read, so that a text is always found. */
static enum kam_status evaluate(const struct computing *c, const struct column *column, size_t row,
                                struct kam_fraction *value, bool *empty, struct kam_error *error)
{
    const struct kam_expression *expression = &column->rule->value;
    struct kam_fraction *top = column->stack; /* behind the topmost */
    struct kam_decimal number;
    bool fits = true, none;

    *empty = false;
    for (size_t i = 0; i < expression->node_count; i++) {
        const struct kam_node *node = &expression->nodes[i];
        const struct source *source = &column->sources[i];
        if (node->kind == KAM_NODE_COLUMN) {
            enum kam_status status = read_value(c->table, source, row, &number, &none, error);
            if (status)
                return status;
            *empty = *empty || none;
            *top++ = kam_fraction_of(number);
        } else if (node->kind == KAM_NODE_NUMBER || node->kind == KAM_NODE_TOTAL) {
            *top++ = kam_fraction_of(source->number);
        } else if (node->kind == KAM_NODE_NEGATE) {
            top[-1] = kam_fraction_negate(top[-1]);
        } else {
            top--;
            *empty = *empty || (node->kind == KAM_NODE_DIVIDE && kam_fraction_sign(top[0]) == 0);
            fits = fits && (*empty || apply(node->kind, &top[-1], top[0]));
        }
    }
    *value = column->stack[0];
    return fits || *empty ? KAM_OK
                          : reject(c, column->rule, row, "too large to be computed exactly", error);
}

static enum kam_status compute_row(const struct computing *c, const struct column *column,
                                   size_t row, struct kam_decimal *value, struct kam_error *error)
{
    struct kam_fraction exact;
    bool empty;
    enum kam_status status = evaluate(c, column, row, &exact, &empty, error);

    *value = KAM_NO_NUMBER;
    if (status || empty)
        return status;
    enum kam_number outcome = kam_fraction_round(exact, column->rule->places, value);
    if (outcome == KAM_NUMBER_OK)
        return KAM_OK;
    return reject(c, column->rule, row,
                  outcome == KAM_NUMBER_PLACES
                      ? "more than 18 decimal places; say how many with 'places'"
                      : "too large",
                  error);
}

static enum kam_status compute(struct computing *c, size_t number, struct kam_error *error)
{
    const struct kam_model_column *rule = &c->model->columns[number];
    size_t count = rule->value.node_count, rows = c->table->count;
    struct column column = {
        .rule = rule,
        .sources = kam_arena_calloc(&c->arena, count, sizeof *column.sources),
        .stack = kam_arena_calloc(&c->arena, rule->value.depth, sizeof *column.stack),
    };
    struct kam_decimal *values = kam_arena_calloc(&c->arena, rows + 1, sizeof *values);
    enum kam_status status = KAM_OK;

    if (!column.sources || !column.stack || !values)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count && !status; i++)
        status = bind_node(c, rule, &rule->value.nodes[i], &column.sources[i], error);
    for (size_t row = 0; row < rows && !status; row++)
        status = compute_row(c, &column, row, &values[row], error);
    c->values[number] = values;
    return status;
}

/* ---- all of them --------------------------------------------------------------------------- */

/* A column of the user's own isn't to be lost; one that kam-score computed is. */
static enum kam_status check_names(const struct computing *c, struct kam_error *error)
{
    const struct kam_table *table = c->table;

    if (kam_table_find(table, KAM_TEXT("score_model")) != KAM_NO_COLUMN)
        return KAM_OK;
    for (size_t i = 0; i < c->model->column_count; i++) {
        const struct kam_model_column *rule = &c->model->columns[i];
        struct kam_place place = {.file = table->files[0], .line = table->header_line};
        if (kam_table_find(table, rule->name) != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, &place,
                                "the table has a column %s, which [column %s] (%s:%llu) would "
                                "replace; rename one of them",
                                kam_show(rule->name).s, rule->name.ptr, rule->place.file,
                                (unsigned long long)rule->place.line);
    }
    return KAM_OK;
}

static bool fill(void *context, size_t row, struct kam_text *cells)
{
    const struct computing *c = context;

    for (size_t i = 0; i < c->model->column_count; i++) {
        int places = c->model->columns[i].places;
        struct kam_decimal value = c->values[i][row];
        cells[i] = (struct kam_text){c->cells[i], 0};
        if (kam_is_number(value))
            cells[i].len = kam_decimal_format(value, places < 0 ? 0 : places, c->cells[i]);
    }
    return true;
}

enum kam_status kam_computed_widen(struct kam_table *wide, const struct kam_model *model,
                                   const struct kam_table *table, struct kam_error *error)
{
    struct computing c = {.model = model, .table = table};
    size_t count = model->column_count;

    *wide = (struct kam_table){0};
    c.values = kam_arena_calloc(&c.arena, count + 1, sizeof *c.values);
    c.cells = kam_arena_calloc(&c.arena, count + 1, sizeof *c.cells);
    enum kam_status status = c.values && c.cells ? check_names(&c, error) : kam_error_nomem(error);
    for (size_t i = 0; i < count && !status; i++)
        status = compute(&c, model->column_order[i], error);
    if (!status)
        status = kam_table_widen(
            wide, table, &(struct kam_widening){model->column_names, count, fill, &c}, error);
    kam_arena_free(&c.arena);
    return status;
}
