/*
 * condition: COLUMN OP VALUE, COLUMN OP VALUE, ... of a model; all of them have to hold.
 *
 *     revenue >= 100万, months >= 6
 *     industry in government|military, "contract end" <= period + 3, credit is empty
 *
 * OP is one of = != < <= > >=, `in a|b|c`, `is empty`. A column name or value with spaces,
 * operators, commas or bars stands in double quotes ("" is a quote inside).
 *
 * How a comparison is made is decided when the condition is parsed, from the column's name and the
 * value, so that it doesn't depend on the data:
 * - in kam's own numeric columns (table/columns.h) the value is a number (80%, 5万, 1.2亿) and
 *   everything compares as exact decimals;
 * - elsewhere =, != and `in` compare bytes, save that YYYY-MM, and `period` with months added or
 *   taken away, are months and compare with the month of the cell (2026/10/5, 202610, ...);
 * - < <= > >= want a number or a month on the right and in the cell.
 * An empty cell makes every comparison false except != and `is empty`.
 *
 * This module reads conditions; binding.h evaluates them.
 */
#ifndef KAM_MODEL_CONDITION_H
#define KAM_MODEL_CONDITION_H

#include "base/arena.h"
#include "base/decimal.h"
#include "base/month.h"

enum kam_operator {
    KAM_OP_EQUAL,
    KAM_OP_NOT_EQUAL,
    KAM_OP_LESS,
    KAM_OP_AT_MOST,
    KAM_OP_MORE,
    KAM_OP_AT_LEAST,
    KAM_OP_IN,
    KAM_OP_EMPTY,
};

enum kam_operand_kind {
    KAM_OPERAND_TEXT,
    KAM_OPERAND_NUMBER,
    KAM_OPERAND_MONTH,
    KAM_OPERAND_PERIOD, /* the table's period, `month` months later (negative: before) */
};

struct kam_operand {
    enum kam_operand_kind kind;
    struct kam_text text; /* as written, without its quotes */
    struct kam_decimal number;
    int month; /* a month, or an offset to the period */
};

struct kam_term {
    struct kam_text column;
    enum kam_operator op;
    const struct kam_operand *operands;
    size_t operand_count; /* any number for KAM_OP_IN, none for KAM_OP_EMPTY, else one */
};

/* True for the operators that compare sizes: < <= > >=. */
static inline bool kam_operator_is_ordered(enum kam_operator op)
{
    return op == KAM_OP_LESS || op == KAM_OP_AT_MOST || op == KAM_OP_MORE || op == KAM_OP_AT_LEAST;
}

/* Zero terms: no condition, always true. All memory is the arena's it was parsed into. */
struct kam_condition {
    struct kam_place place; /* of the rule, for messages */
    struct kam_text text;   /* as written */
    const struct kam_term *terms;
    size_t term_count;
};

/*
 * Parse TEXT, which stands at PLACE. What it keeps is copied into ARENA. KAM_USAGE with what is
 * wrong and where in the text.
 */
KAM_MUST_CHECK enum kam_status kam_condition_parse(struct kam_condition *condition,
                                                   struct kam_text text,
                                                   const struct kam_place *place,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

#endif
