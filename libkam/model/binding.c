#include "model/binding.h"

#include "model/hint.h"
#include "model/quantity.h"

static struct kam_text table_cell(const void *source, size_t row, size_t column)
{
    return kam_table_cell(source, row, column);
}

struct kam_row_source kam_row_source_of_table(const struct kam_table *table)
{
    return (struct kam_row_source){table_cell, table};
}

static enum kam_status find_column(const struct kam_condition *condition, struct kam_text column,
                                   const struct kam_text *names, size_t count, size_t *index,
                                   struct kam_error *error)
{
    bool found = false;

    for (size_t i = 0; i < count; i++) {
        if (!kam_text_equal(names[i], column))
            continue;
        if (found)
            return kam_error_at(error, KAM_DATA, &condition->place,
                                "the table has the column %s twice", kam_show(column).s);
        found = true;
        *index = i;
    }
    if (found)
        return KAM_OK;
    return kam_error_at(error, KAM_DATA, &condition->place, "the table has no column %s%s",
                        kam_show(column).s, kam_hint_among(column, names, count).s);
}

static bool uses_period(const struct kam_term *term)
{
    for (size_t i = 0; i < term->operand_count; i++)
        if (term->operands[i].kind == KAM_OPERAND_PERIOD)
            return true;
    return false;
}

enum kam_status kam_binding_make(struct kam_binding *binding, const struct kam_condition *condition,
                                 const struct kam_text *names, size_t count, int period,
                                 struct kam_arena *arena, struct kam_error *error)
{
    size_t *columns = kam_arena_calloc(arena, condition->term_count + 1, sizeof *columns);

    if (!columns)
        return kam_error_nomem(error);
    for (size_t i = 0; i < condition->term_count; i++) {
        const struct kam_term *term = &condition->terms[i];
        enum kam_status status =
            find_column(condition, term->column, names, count, &columns[i], error);
        if (status != KAM_OK)
            return status;
        if (period == KAM_MONTH_NONE && uses_period(term))
            return kam_error_at(error, KAM_DATA, &condition->place,
                                "a condition on 'period', but the table has no month columns");
    }
    *binding = (struct kam_binding){condition, columns, period};
    return KAM_OK;
}

/* KAM_DATA: CELL is not REASON; the rule that compares it is named. */
static enum kam_status reject_cell(const struct kam_binding *binding, const struct kam_term *term,
                                   struct kam_text cell, const char *reason,
                                   struct kam_error *error)
{
    struct kam_place place = {.column = term->column.ptr};
    const struct kam_place *rule = &binding->condition->place;

    return kam_error_at(error, KAM_DATA, &place, "%s: %s (compared by %s:%llu)", reason,
                        kam_show(cell).s, rule->file ? rule->file : "an option",
                        (unsigned long long)rule->line);
}

/* *ORDER: the sign of CELL - OPERAND. What can only be unequal counts as greater. */
static enum kam_status compare(const struct kam_binding *binding, const struct kam_term *term,
                               const struct kam_operand *operand, struct kam_text cell, int *order,
                               struct kam_error *error)
{
    struct kam_decimal number;
    enum kam_number outcome;
    int month;

    *order = 1;
    switch (operand->kind) {
    case KAM_OPERAND_TEXT:
        *order = !kam_text_equal(cell, operand->text);
        return KAM_OK;
    case KAM_OPERAND_NUMBER:
        outcome = kam_quantity_parse(cell, &number, NULL);
        if (outcome != KAM_NUMBER_OK)
            return reject_cell(binding, term, cell, kam_number_reason(outcome), error);
        *order = kam_decimal_compare(number, operand->number);
        return KAM_OK;
    case KAM_OPERAND_MONTH:
    case KAM_OPERAND_PERIOD:
        month = kam_month_parse(cell, KAM_MONTH_CLEAR);
        if (month == KAM_MONTH_NONE && kam_operator_is_ordered(term->op))
            return reject_cell(binding, term, cell, "not a month", error);
        if (month != KAM_MONTH_NONE)
            *order = month - operand->month -
                     (operand->kind == KAM_OPERAND_PERIOD ? binding->period : 0);
        return KAM_OK;
    }
    return KAM_OK;
}

static bool satisfies(enum kam_operator op, int order)
{
    switch (op) {
    case KAM_OP_EQUAL:
    case KAM_OP_IN:
        return order == 0;
    case KAM_OP_NOT_EQUAL:
        return order != 0;
    case KAM_OP_LESS:
        return order < 0;
    case KAM_OP_AT_MOST:
        return order <= 0;
    case KAM_OP_MORE:
        return order > 0;
    case KAM_OP_AT_LEAST:
        return order >= 0;
    case KAM_OP_EMPTY:
        break;
    }
    return false;
}

static enum kam_status term_holds(const struct kam_binding *binding, const struct kam_term *term,
                                  struct kam_text cell, bool *holds, struct kam_error *error)
{
    int order;

    *holds = !cell.len && (term->op == KAM_OP_EMPTY || term->op == KAM_OP_NOT_EQUAL);
    if (!cell.len)
        return KAM_OK;
    for (size_t i = 0; i < term->operand_count && !*holds; i++) {
        enum kam_status status = compare(binding, term, &term->operands[i], cell, &order, error);
        if (status != KAM_OK)
            return status;
        *holds = satisfies(term->op, order);
    }
    return KAM_OK;
}

enum kam_status kam_binding_holds(const struct kam_binding *binding,
                                  const struct kam_row_source *rows, size_t row, bool *holds,
                                  struct kam_error *error)
{
    const struct kam_condition *condition = binding->condition;

    *holds = true;
    for (size_t i = 0; i < condition->term_count && *holds; i++) {
        struct kam_text cell = rows->cell(rows->source, row, binding->columns[i]);
        enum kam_status status = term_holds(binding, &condition->terms[i], cell, holds, error);
        if (status != KAM_OK)
            return status;
    }
    return KAM_OK;
}
