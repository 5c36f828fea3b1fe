#include "domain/condition.h"

#include "domain/columns.h"
#include "domain/hint.h"
#include "domain/list.h"
#include "domain/quantity.h"

enum { FARTHEST_OFFSET = 1200 };

/* What is needed on the way down: where to complain, and where to put things. */
struct parser {
    const struct kam_place *place;
    struct kam_arena *arena;
    struct kam_error *error;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* ---- parsing ------------------------------------------------------------------------------- */

static bool is_ordered(enum kam_operator op)
{
    return op == KAM_OP_LESS || op == KAM_OP_AT_MOST || op == KAM_OP_MORE || op == KAM_OP_AT_LEAST;
}

/* Take `period`, `period + 3` or `period - 1`; false where TEXT is nothing of the kind. */
static bool parse_period(struct kam_text text, int *offset)
{
    struct kam_text word = KAM_TEXT("period");
    int months = 0;

    if (!kam_text_starts_with(text, word))
        return false;
    text = kam_text_trim((struct kam_text){text.ptr + word.len, text.len - word.len});
    *offset = 0;
    if (!text.len)
        return true;
    char sign = text.ptr[0];
    if (sign != '+' && sign != '-')
        return false;
    text = kam_text_trim((struct kam_text){text.ptr + 1, text.len - 1});
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        months = months * 10 + (text.ptr[i] - '0');
        if (months > FARTHEST_OFFSET)
            return false;
    }
    *offset = sign == '-' ? -months : months;
    return text.len > 0;
}

static bool parse_month(struct kam_text text, struct kam_operand *operand)
{
    if (parse_period(text, &operand->month)) {
        operand->kind = KAM_OPERAND_PERIOD;
        return true;
    }
    operand->kind = KAM_OPERAND_MONTH;
    operand->month = kam_month_parse_plain(text);
    return operand->month != KAM_MONTH_NONE;
}

static enum kam_status parse_number(const struct parser *p, struct kam_text column,
                                    struct kam_operand *operand)
{
    enum kam_number outcome = kam_quantity_parse(operand->text, &operand->number, NULL);

    operand->kind = KAM_OPERAND_NUMBER;
    if (outcome == KAM_NUMBER_OK)
        return KAM_OK;
    return kam_error_at(p->error, KAM_USAGE, p->place, "%s holds numbers; %s: %s",
                        kam_show(column).s, kam_number_reason(outcome), kam_show(operand->text).s);
}

/* Decide how OPERAND, written as PIECE, compares with COLUMN under OP. */
static enum kam_status parse_operand(const struct parser *p, struct kam_text column,
                                     enum kam_operator op, struct kam_text piece,
                                     struct kam_operand *operand)
{
    const struct kam_column *own = kam_column_find(column);
    bool quoted = piece.len && piece.ptr[0] == '"';
    enum kam_status status = kam_list_unquote(&operand->text, piece, p->place, p->arena, p->error);

    if (status != KAM_OK)
        return status;
    if (own && own->type == KAM_TYPE_NUMBER)
        return parse_number(p, column, operand);
    if (!quoted && parse_month(operand->text, operand))
        return KAM_OK;
    if (own && own->type == KAM_TYPE_MONTH)
        return kam_error_at(p->error, KAM_USAGE, p->place,
                            "%s holds months; write YYYY-MM or period + N instead of %s",
                            kam_show(column).s, kam_show(operand->text).s);
    if (is_ordered(op)) {
        operand->kind = KAM_OPERAND_NUMBER;
        if (kam_quantity_parse(operand->text, &operand->number, NULL) == KAM_NUMBER_OK)
            return KAM_OK;
        return kam_error_at(p->error, KAM_USAGE, p->place,
                            "neither a number nor a month (YYYY-MM, period + N): %s",
                            kam_show(operand->text).s);
    }
    operand->kind = KAM_OPERAND_TEXT;
    return KAM_OK;
}

static enum kam_status parse_operands(const struct parser *p, struct kam_term *term,
                                      struct kam_text text)
{
    size_t count = term->op == KAM_OP_IN ? kam_list_count(text, '|') : 1;
    struct kam_operand *operands = kam_arena_calloc(p->arena, count, sizeof *operands);
    bool more;

    if (!operands)
        return kam_error_nomem(p->error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = term->op == KAM_OP_IN ? kam_list_split(&text, '|', &more) : text;
        enum kam_status status = parse_operand(p, term->column, term->op, piece, &operands[i]);
        if (status != KAM_OK)
            return status;
    }
    term->operands = operands;
    term->operand_count = count;
    return KAM_OK;
}

/* The column name TEXT starts with, as written; TEXT is moved past it and the blanks behind it. */
static struct kam_text take_column(struct kam_text *text)
{
    struct kam_text name = *text;

    name.len = kam_list_find(name, " \t=!<>");
    text->ptr += name.len;
    text->len -= name.len;
    *text = kam_text_trim(*text);
    return name;
}

/* Take the operator TEXT starts with; false where there is none. */
static bool take_operator(struct kam_text *text, enum kam_operator *op)
{
    static const struct {
        const char *sign;
        enum kam_operator op;
    } signs[] = {
        {"!=", KAM_OP_NOT_EQUAL}, {"<=", KAM_OP_AT_MOST}, {">=", KAM_OP_AT_LEAST},
        {"=", KAM_OP_EQUAL},      {"<", KAM_OP_LESS},     {">", KAM_OP_MORE},
        {"in", KAM_OP_IN},        {"is", KAM_OP_EMPTY},
    };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct kam_text sign = kam_text_of(signs[i].sign);
        bool word = sign.ptr[0] == 'i';
        if (!kam_text_starts_with(*text, sign) ||
            (word && text->len > sign.len && !is_blank(text->ptr[sign.len])))
            continue;
        *op = signs[i].op;
        *text = kam_text_trim((struct kam_text){text->ptr + sign.len, text->len - sign.len});
        return true;
    }
    return false;
}

static enum kam_status parse_term(const struct parser *p, struct kam_text text,
                                  struct kam_term *term)
{
    struct kam_text rest = text;
    struct kam_text column = take_column(&rest);

    if (!column.len)
        return kam_error_at(p->error, KAM_USAGE, p->place,
                            text.len ? "a condition starts with a column: %s"
                                     : "a condition is missing%s",
                            text.len ? kam_show(text).s : "");
    if (!take_operator(&rest, &term->op))
        return kam_error_at(p->error, KAM_USAGE, p->place,
                            "no operator (= != < <= > >=, in, is empty) behind the column: %s",
                            kam_show(text).s);
    enum kam_status status = kam_list_unquote(&term->column, column, p->place, p->arena, p->error);
    if (status != KAM_OK)
        return status;
    if (term->op == KAM_OP_EMPTY && !kam_text_equal(rest, KAM_TEXT("empty")))
        return kam_error_at(p->error, KAM_USAGE, p->place, "'is' wants 'empty' behind it: %s",
                            kam_show(text).s);
    if (term->op == KAM_OP_EMPTY)
        return KAM_OK;
    if (!rest.len)
        return kam_error_at(p->error, KAM_USAGE, p->place, "no value to compare with: %s",
                            kam_show(text).s);
    if (strchr("=<>!", rest.ptr[0]))
        return kam_error_at(p->error, KAM_USAGE, p->place,
                            "unknown operator; write = != < <= > or >=: %s", kam_show(text).s);
    return parse_operands(p, term, rest);
}

enum kam_status kam_condition_parse(struct kam_condition *condition, struct kam_text text,
                                    const struct kam_place *place, struct kam_arena *arena,
                                    struct kam_error *error)
{
    struct parser p = {place, arena, error};
    size_t count = kam_list_count(text, ',');
    struct kam_term *terms = kam_arena_calloc(arena, count, sizeof *terms);
    bool more;

    *condition = (struct kam_condition){.place = *place, .terms = terms, .term_count = count};
    if (!terms || !kam_arena_copy(arena, text, &condition->text))
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = kam_list_split(&text, ',', &more);
        enum kam_status status = parse_term(&p, piece, &terms[i]);
        if (status != KAM_OK)
            return status;
    }
    return KAM_OK;
}

/* ---- binding ------------------------------------------------------------------------------- */

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

enum kam_status kam_condition_bind(struct kam_binding *binding,
                                   const struct kam_condition *condition,
                                   const struct kam_text *names, size_t count, int period,
                                   struct kam_arena *arena, struct kam_error *error)
{
    size_t *columns = kam_arena_calloc(arena, condition->term_count, sizeof *columns);

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

/* ---- evaluation ---------------------------------------------------------------------------- */

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
        month = kam_month_parse(cell);
        if (month == KAM_MONTH_NONE && is_ordered(term->op))
            return reject_cell(binding, term, cell, "not a month", error);
        *order = month == KAM_MONTH_NONE
                     ? 1
                     : month - operand->month -
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

enum kam_status kam_condition_holds(const struct kam_binding *binding, const struct kam_text *cells,
                                    bool *holds, struct kam_error *error)
{
    const struct kam_condition *condition = binding->condition;

    *holds = true;
    for (size_t i = 0; i < condition->term_count && *holds; i++) {
        enum kam_status status =
            term_holds(binding, &condition->terms[i], cells[binding->columns[i]], holds, error);
        if (status != KAM_OK)
            return status;
    }
    return KAM_OK;
}
