/*
 * condition: LEFT OP RIGHT, LEFT OP RIGHT, ... of a model; all of them have to hold.
 *
 *     revenue >= 100万, months >= 6
 *     industry in government|military, "contract end" <= period + 3, credit is empty
 *     last 3 months >= 5万, services has 专线|云, overdue >= 30% of revenue, service_cost > margin
 *
 * LEFT is a column, or `last N months`, the sum of the last N month cells (an empty one is 0, and
 * if all are, so is the sum). OP is one of = != < <= > >=, `in a|b|c`, `has a|b|c`, `is empty`. A
 * column name or value with spaces, operators, commas or bars stands in double quotes ("" is a
 * quote inside).
 *
 * How a comparison is made is decided when the condition is parsed, from the column's name and the
 * value, so that it doesn't depend on the data:
 * - in kam's own numeric columns (table/columns.h), computed ones and sums of months the value is a
 * number (80%, 5万, 1.2亿) and everything compares as exact decimals;
 * - elsewhere =, != and `in` compare bytes, save that YYYY-MM, and `period` with months added or
 *   taken away, are months and compare with the month of the cell (2026/10/5, 202610, ...);
 * - < <= > >= want a number or a month on the right and in the cell;
 * - on the right of these may also be a column or `last N months`, whole or as `N of` or `N% of`
 *   it. Both sides are numbers then. What begins with a digit, a sign or a point is a number or a
 *   month, and anything else, as all that is in quotes, a column; behind `of` YYYY-MM is one, too;
 * - `has` looks for one of its values in a set: texts joined by |, where \| and \\ are escapes.
 * An empty cell, on either side, makes every comparison false except != and `is empty`.
 *
 * This module reads conditions (operand.h: their right sides); binding.h evaluates them.
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
    KAM_OP_HAS,
};

enum kam_operand_kind {
    KAM_OPERAND_TEXT,
    KAM_OPERAND_NUMBER,
    KAM_OPERAND_MONTH,
    KAM_OPERAND_PERIOD, /* the table's period, `month` months later (negative: before) */
    KAM_OPERAND_COLUMN, /* `number` times the column called `text` */
    KAM_OPERAND_LAST,   /* `number` times the sum of the last `month` months */
};

struct kam_operand {
    enum kam_operand_kind kind;
    struct kam_text text; /* as written, without its quotes; a column; "last 3 months" */
    struct kam_decimal number;
    int month; /* a month, an offset to the period, or a number of months */
};

struct kam_term {
    struct kam_text column; /* or "last 3 months" */
    unsigned months;        /* 0: it is a column; else the sum of so many months */
    enum kam_operator op;
    const struct kam_operand *operands;
    /* Any number for KAM_OP_IN and KAM_OP_HAS, none for KAM_OP_EMPTY, else one. */
    size_t operand_count;
    /* The operands of KAM_OP_IN in byte order, if all are texts and they are many; else NULL. */
    const struct kam_text *sorted;
};

/* True for the operators that compare sizes: < <= > >=. */
static inline bool kam_operator_is_ordered(enum kam_operator op)
{
    return op == KAM_OP_LESS || op == KAM_OP_AT_MOST || op == KAM_OP_MORE || op == KAM_OP_AT_LEAST;
}

/* The other column or sum of months that TERM compares with; NULL where it is none of these. */
static inline const struct kam_operand *kam_term_other(const struct kam_term *term)
{
    return kam_operator_is_ordered(term->op) && (term->operands->kind == KAM_OPERAND_COLUMN ||
                                                 term->operands->kind == KAM_OPERAND_LAST)
               ? term->operands
               : NULL;
}

/* Zero terms: no condition, always true. All memory is the arena's it was parsed into. */
struct kam_condition {
    struct kam_place place; /* of the rule, for messages */
    struct kam_text text;   /* as written */
    const struct kam_term *terms;
    size_t term_count;
};

/*
 * The columns that CONDITION names, one after the other, on either side: false after the last. *AT
 * is 0 at first. Months are none, where `last N months` asks for them.
 */
bool kam_condition_column(const struct kam_condition *condition, size_t *at,
                          struct kam_text *column);

/* Where something of a condition is complained about, and where what it keeps is put. */
struct kam_condition_reader {
    const struct kam_place *place;
    struct kam_arena *arena;
    struct kam_error *error;
    const struct kam_text *numeric; /* further columns of numbers: those that the model computes */
    size_t numeric_count;
    bool of_pair; /* of two snapshots that are compared: see table/paircolumn.h */
};

/* As kam_condition_parse, but for what READER knows. */
KAM_MUST_CHECK enum kam_status kam_condition_read(struct kam_condition *condition,
                                                  struct kam_text text,
                                                  const struct kam_condition_reader *reader);

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
