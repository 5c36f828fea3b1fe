#include "model/condition.h"

#include "model/hint.h"
#include "model/list.h"
#include "model/quantity.h"
#include "table/columns.h"

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
    if (kam_operator_is_ordered(op)) {
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
        return kam_error_at(p->error, KAM_USAGE, p->place, "a condition starts with a column: %s",
                            kam_show(text).s);
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
