#include "model/condition.h"

#include "model/list.h"
#include "model/operand.h"

#include <stdlib.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static int compare_texts(const void *a, const void *b)
{
    return kam_text_order(*(const struct kam_text *)a, *(const struct kam_text *)b);
}

/* A list of customers by name may be long, and every row asks for its own. */
static enum kam_status sort_texts(const struct kam_condition_reader *reader, struct kam_term *term)
{
    enum { MANY = 8 };

    if (term->operand_count < MANY)
        return KAM_OK;
    struct kam_text *sorted = kam_arena_calloc(reader->arena, term->operand_count, sizeof *sorted);
    if (!sorted)
        return kam_error_nomem(reader->error);
    for (size_t i = 0; i < term->operand_count; i++) {
        if (term->operands[i].kind != KAM_OPERAND_TEXT)
            return KAM_OK;
        sorted[i] = term->operands[i].text;
    }
    qsort(sorted, term->operand_count, sizeof *sorted, compare_texts);
    term->sorted = sorted;
    return KAM_OK;
}

static enum kam_status parse_operands(const struct kam_condition_reader *reader,
                                      struct kam_term *term, struct kam_text text)
{
    bool several = term->op == KAM_OP_IN || term->op == KAM_OP_HAS;
    size_t count = several ? kam_list_count(text, '|') : 1;
    struct kam_operand *operands = kam_arena_calloc(reader->arena, count, sizeof *operands);
    bool more;

    if (!operands)
        return kam_error_nomem(reader->error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = several ? kam_list_split(&text, '|', &more) : text;
        enum kam_status status = kam_operand_parse(&operands[i], term, piece, reader);
        if (status != KAM_OK)
            return status;
    }
    term->operands = operands;
    term->operand_count = count;
    return term->op == KAM_OP_IN ? sort_texts(reader, term) : KAM_OK;
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
        {"in", KAM_OP_IN},        {"is", KAM_OP_EMPTY},   {"has", KAM_OP_HAS},
    };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct kam_text sign = kam_text_of(signs[i].sign);
        bool word = sign.ptr[0] >= 'a';
        if (!kam_text_starts_with(*text, sign) ||
            (word && text->len > sign.len && !is_blank(text->ptr[sign.len])))
            continue;
        *op = signs[i].op;
        *text = kam_text_trim((struct kam_text){text->ptr + sign.len, text->len - sign.len});
        return true;
    }
    return false;
}

/* Take the left side of a term off the front of TEXT. */
static enum kam_status take_left(const struct kam_condition_reader *reader, struct kam_text *text,
                                 struct kam_term *term)
{
    struct kam_text all = *text;

    if (kam_operand_is_last(all))
        return kam_operand_take_last(text, &term->months, &term->column, reader);
    struct kam_text column = take_column(text);
    if (!column.len)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "a condition starts with a column: %s", kam_show(all).s);
    return kam_list_unquote(&term->column, column, reader->place, reader->arena, reader->error);
}

static enum kam_status parse_term(const struct kam_condition_reader *reader, struct kam_text text,
                                  struct kam_term *term)
{
    struct kam_text rest = text;
    enum kam_status status = take_left(reader, &rest, term);

    if (status != KAM_OK)
        return status;
    if (!take_operator(&rest, &term->op))
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "no operator (= != < <= > >=, in, has, is empty) behind the column: %s",
                            kam_show(text).s);
    if (term->op == KAM_OP_EMPTY && !kam_text_equal(rest, KAM_TEXT("empty")))
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "'is' wants 'empty' behind it: %s", kam_show(text).s);
    if (term->op == KAM_OP_EMPTY)
        return KAM_OK;
    if (!rest.len)
        return kam_error_at(reader->error, KAM_USAGE, reader->place, "no value to compare with: %s",
                            kam_show(text).s);
    if (strchr("=<>!", rest.ptr[0]))
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "unknown operator; write = != < <= > or >=: %s", kam_show(text).s);
    return parse_operands(reader, term, rest);
}

enum kam_status kam_condition_read(struct kam_condition *condition, struct kam_text text,
                                   const struct kam_condition_reader *reader)
{
    size_t count = kam_list_count(text, ',');
    struct kam_term *terms = kam_arena_calloc(reader->arena, count, sizeof *terms);
    bool more;

    *condition =
        (struct kam_condition){.place = *reader->place, .terms = terms, .term_count = count};
    if (!terms || !kam_arena_copy(reader->arena, text, &condition->text))
        return kam_error_nomem(reader->error);
    for (size_t i = 0; i < count; i++) {
        struct kam_text piece = kam_list_split(&text, ',', &more);
        enum kam_status status = parse_term(reader, piece, &terms[i]);
        if (status != KAM_OK)
            return status;
    }
    return KAM_OK;
}

enum kam_status kam_condition_parse(struct kam_condition *condition, struct kam_text text,
                                    const struct kam_place *place, struct kam_arena *arena,
                                    struct kam_error *error)
{
    const struct kam_condition_reader reader = {.place = place, .arena = arena, .error = error};

    return kam_condition_read(condition, text, &reader);
}

bool kam_condition_column(const struct kam_condition *condition, size_t *at,
                          struct kam_text *column)
{
    while (*at < 2 * condition->term_count) {
        const struct kam_term *term = &condition->terms[*at / 2];
        bool is_left = (*at)++ % 2 == 0;
        const struct kam_operand *other = is_left ? NULL : kam_term_other(term);
        if (is_left ? term->months > 0 : !other || other->kind != KAM_OPERAND_COLUMN)
            continue;
        *column = is_left ? term->column : other->text;
        return true;
    }
    return false;
}
