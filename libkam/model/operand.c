#include "model/operand.h"

#include "model/list.h"
#include "model/quantity.h"
#include "table/columns.h"
#include "table/paircolumn.h"

#include <stdio.h>

enum { FARTHEST = 1200 }; /* months */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct kam_text skip(struct kam_text text, size_t bytes)
{
    return (struct kam_text){text.ptr + bytes, text.len - bytes};
}

/* Take the digits that TEXT starts with; false where there are none, or they are too many months.
 */
static bool take_months(struct kam_text *text, int *months)
{
    size_t n = 0;

    for (*months = 0; n < text->len && is_digit(text->ptr[n]) && *months <= FARTHEST; n++)
        *months = *months * 10 + (text->ptr[n] - '0');
    *text = skip(*text, n);
    return n > 0 && *months <= FARTHEST;
}

/* ---- months -------------------------------------------------------------------------------- */

/* Take `period`, `period + 3` or `period - 1`; false where TEXT is nothing of the kind. */
static bool parse_period(struct kam_text text, int *offset)
{
    struct kam_text word = KAM_TEXT("period");
    int months;

    if (!kam_text_starts_with(text, word))
        return false;
    text = kam_text_trim(skip(text, word.len));
    *offset = 0;
    if (!text.len)
        return true;
    char sign = text.ptr[0];
    if (sign != '+' && sign != '-')
        return false;
    text = kam_text_trim(skip(text, 1));
    if (!take_months(&text, &months))
        return false;
    *offset = sign == '-' ? -months : months;
    return !text.len;
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

bool kam_operand_is_last(struct kam_text text)
{
    struct kam_text word = KAM_TEXT("last");

    if (!kam_text_starts_with(text, word) || text.len == word.len || !is_blank(text.ptr[word.len]))
        return false;
    text = kam_text_trim(skip(text, word.len));
    return text.len > 0 && is_digit(text.ptr[0]);
}

enum kam_status kam_operand_take_last(struct kam_text *text, unsigned *months,
                                      struct kam_text *name,
                                      const struct kam_condition_reader *reader)
{
    char shown[32];
    int count;
    struct kam_text rest = kam_text_trim(skip(*text, KAM_TEXT("last").len));
    bool ok = take_months(&rest, &count) && count > 0;

    rest = kam_text_trim(rest);
    struct kam_text word = {rest.ptr, kam_list_find(rest, " \t=!<>")};
    if (!ok || !(kam_text_equal(word, KAM_TEXT("months")) ||
                 (count == 1 && kam_text_equal(word, KAM_TEXT("month")))))
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "write last N months, with N from 1 to %d: %s", FARTHEST,
                            kam_show(*text).s);
    *text = kam_text_trim(skip(rest, word.len));
    *months = (unsigned)count;
    snprintf(shown, sizeof shown, "last %d month%s", count, count == 1 ? "" : "s");
    return kam_arena_copy(reader->arena, kam_text_of(shown), name) ? KAM_OK
                                                                   : kam_error_nomem(reader->error);
}

/* ---- numbers, and parts of columns --------------------------------------------------------- */

static enum kam_status parse_number(const struct kam_condition_reader *reader,
                                    struct kam_text column, struct kam_operand *operand)
{
    enum kam_number outcome = kam_quantity_parse(operand->text, &operand->number, NULL);

    operand->kind = KAM_OPERAND_NUMBER;
    if (outcome == KAM_NUMBER_OK)
        return KAM_OK;
    return kam_error_at(reader->error, KAM_USAGE, reader->place, "%s holds numbers; %s: %s",
                        kam_show(column).s, kam_number_reason(outcome), kam_show(operand->text).s);
}

/* What stands on the right of < and its like, and is neither number nor month nor column. */
static enum kam_status reject(const struct kam_condition_reader *reader, struct kam_text piece)
{
    return kam_error_at(reader->error, KAM_USAGE, reader->place,
                        "neither a number, a month (YYYY-MM, period + N) nor a column (in quotes, "
                        "if its name has spaces or operators): %s",
                        kam_show(piece).s);
}

/* What the cells of COLUMN are known to be; NULL: it is an attribute. */
static const struct kam_column *find_known(const struct kam_condition_reader *reader,
                                           struct kam_text column)
{
    static const struct kam_column computed = {"a number", KAM_TYPE_NUMBER, KAM_STAGE_SCORE};
    const struct kam_column *own = kam_column_find(column);
    struct kam_text base;

    if (kam_text_among(reader->numeric, reader->numeric_count, column))
        return &computed;
    if (own || !reader->of_pair)
        return own;
    switch (kam_pair_column(column, &base)) {
    case KAM_PAIR_NEW:
        break;
    case KAM_PAIR_FROM:
        return find_known(reader, base);
    case KAM_PAIR_DELTA:
    case KAM_PAIR_CHANGE:
        return &computed;
    }
    return NULL;
}

static enum kam_status check_numeric(const struct kam_condition_reader *reader,
                                     struct kam_text column)
{
    const struct kam_column *own = find_known(reader, column);

    if (!own || own->type == KAM_TYPE_NUMBER)
        return KAM_OK;
    return kam_error_at(reader->error, KAM_USAGE, reader->place,
                        "columns compare with columns as numbers, and %s holds none",
                        kam_show(column).s);
}

static bool begins_as_number(struct kam_text text)
{
    return text.len > 0 && (is_digit(text.ptr[0]) || strchr("+-.", text.ptr[0]));
}

/* PIECE as `last N months`, or as a column. */
static enum kam_status parse_other(const struct kam_condition_reader *reader, struct kam_text piece,
                                   struct kam_operand *operand)
{
    struct kam_text rest = piece;

    if (kam_operand_is_last(piece)) {
        unsigned months = 0;
        enum kam_status status = kam_operand_take_last(&rest, &months, &operand->text, reader);
        operand->kind = KAM_OPERAND_LAST;
        operand->month = (int)months;
        return status == KAM_OK && rest.len ? reject(reader, piece) : status;
    }
    operand->kind = KAM_OPERAND_COLUMN;
    if (kam_list_find(piece, " \t=!<>|") < piece.len)
        return reject(reader, piece);
    enum kam_status status =
        kam_list_unquote(&operand->text, piece, reader->place, reader->arena, reader->error);
    return status == KAM_OK ? check_numeric(reader, operand->text) : status;
}

/* Cut `N of COLUMN` in two; false where PIECE isn't of that form. */
static bool split_of(struct kam_text piece, struct kam_text *factor, struct kam_text *column)
{
    struct kam_text of = KAM_TEXT("of");

    *factor = (struct kam_text){piece.ptr, kam_list_find(piece, " \t")};
    piece = kam_text_trim(skip(piece, factor->len));
    *column = kam_text_trim(skip(piece, piece.len < of.len ? piece.len : of.len));
    return kam_text_starts_with(piece, of) && (piece.len == of.len || is_blank(piece.ptr[of.len]));
}

/* `N of COLUMN` as the two that split_of has found. */
static enum kam_status parse_part(const struct kam_condition_reader *reader, struct kam_text factor,
                                  struct kam_text column, struct kam_operand *operand)
{
    enum kam_number outcome = kam_quantity_parse(factor, &operand->number, NULL);

    if (outcome != KAM_NUMBER_OK)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "a number stands before 'of'; %s: %s", kam_number_reason(outcome),
                            kam_show(factor).s);
    if (!column.len)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "no column behind 'of': a part of what?");
    if (begins_as_number(column) && kam_column_month(column) == KAM_MONTH_NONE)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "a column stands behind 'of' (in quotes, if it begins like a number), "
                            "not %s",
                            kam_show(column).s);
    return parse_other(reader, column, operand);
}

/* ---- by operator --------------------------------------------------------------------------- */

/* What the cells of the left side are known to be; NULL: it is an attribute. */
static const struct kam_column *left_side(const struct kam_condition_reader *reader,
                                          const struct kam_term *term)
{
    static const struct kam_column sum = {"a number", KAM_TYPE_NUMBER, KAM_STAGE_IMPORT};

    return term->months ? &sum : find_known(reader, term->column);
}

/* A number under < and its like; the left side may be a column whose kind nobody knows. */
static enum kam_status parse_limit(const struct kam_condition_reader *reader,
                                   const struct kam_term *term, struct kam_text piece,
                                   struct kam_operand *operand)
{
    const struct kam_column *left = left_side(reader, term);
    enum kam_status status =
        kam_list_unquote(&operand->text, piece, reader->place, reader->arena, reader->error);

    if (status != KAM_OK)
        return status;
    if (left && left->type == KAM_TYPE_NUMBER)
        return parse_number(reader, term->column, operand);
    operand->kind = KAM_OPERAND_NUMBER;
    return kam_quantity_parse(operand->text, &operand->number, NULL) == KAM_NUMBER_OK
               ? KAM_OK
               : reject(reader, piece);
}

/* The right side of < <= > >=. */
static enum kam_status parse_size(const struct kam_condition_reader *reader,
                                  const struct kam_term *term, struct kam_text piece,
                                  struct kam_operand *operand)
{
    const struct kam_column *left = left_side(reader, term);
    struct kam_text factor, column;

    if (!(left && left->type == KAM_TYPE_NUMBER) && parse_month(piece, operand))
        return kam_arena_copy(reader->arena, piece, &operand->text)
                   ? KAM_OK
                   : kam_error_nomem(reader->error);
    if (left && left->type == KAM_TYPE_MONTH)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "%s holds months; write YYYY-MM or period + N instead of %s",
                            kam_show(term->column).s, kam_show(piece).s);
    bool part = begins_as_number(piece) && split_of(piece, &factor, &column);
    if (begins_as_number(piece) && !part)
        return parse_limit(reader, term, piece, operand);
    enum kam_status status = term->months ? KAM_OK : check_numeric(reader, term->column);
    operand->number = kam_decimal_of(1);
    if (status != KAM_OK)
        return status;
    return part ? parse_part(reader, factor, column, operand) : parse_other(reader, piece, operand);
}

/* A value of = != in. */
static enum kam_status parse_equal(const struct kam_condition_reader *reader,
                                   const struct kam_term *term, struct kam_text piece,
                                   struct kam_operand *operand)
{
    const struct kam_column *left = left_side(reader, term);
    bool quoted = piece.len && piece.ptr[0] == '"';
    enum kam_status status =
        kam_list_unquote(&operand->text, piece, reader->place, reader->arena, reader->error);

    if (status != KAM_OK)
        return status;
    if (left && left->type == KAM_TYPE_NUMBER)
        return parse_number(reader, term->column, operand);
    if (!quoted && parse_month(operand->text, operand))
        return KAM_OK;
    if (left && left->type == KAM_TYPE_MONTH)
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "%s holds months; write YYYY-MM or period + N instead of %s",
                            kam_show(term->column).s, kam_show(operand->text).s);
    operand->kind = KAM_OPERAND_TEXT;
    if (quoted || !memchr(operand->text.ptr, '|', operand->text.len))
        return KAM_OK;
    return kam_error_at(reader->error, KAM_USAGE, reader->place,
                        "several values stand behind 'in', or 'has' for a set; a value with a bar "
                        "in quotes: %s",
                        kam_show(piece).s);
}

/* A value of `has`. */
static enum kam_status parse_item(const struct kam_condition_reader *reader,
                                  const struct kam_term *term, struct kam_text piece,
                                  struct kam_operand *operand)
{
    const struct kam_column *left = left_side(reader, term);

    if (left && (left->type == KAM_TYPE_NUMBER || left->type == KAM_TYPE_MONTH))
        return kam_error_at(reader->error, KAM_USAGE, reader->place,
                            "%s holds %s, no sets; write = or in instead of has",
                            kam_show(term->column).s,
                            left->type == KAM_TYPE_MONTH ? "months" : "numbers");
    operand->kind = KAM_OPERAND_TEXT;
    return kam_list_unquote(&operand->text, piece, reader->place, reader->arena, reader->error);
}

enum kam_status kam_operand_parse(struct kam_operand *operand, const struct kam_term *term,
                                  struct kam_text piece, const struct kam_condition_reader *reader)
{
    if (term->op == KAM_OP_HAS)
        return parse_item(reader, term, piece, operand);
    return kam_operator_is_ordered(term->op) ? parse_size(reader, term, piece, operand)
                                             : parse_equal(reader, term, piece, operand);
}
