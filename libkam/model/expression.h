/*
 * expression: + - * / and parentheses of columns and numbers, for [column NAME] value = ...
 *
 *     (revenue - "service cost") / 1.2万
 *     revenue / total(revenue)
 *
 * total(COLUMN) is the sum of a column over all rows; a column called total is one like any other.
 * A column is a name without spaces, operators or parentheses, or anything in double quotes. What
 * starts with a digit or '.' is a number. Operators need white space around them only where a
 * column name holds one: a '-' inside a name ("own-revenue") is quoted, and so is a month's column,
 * as 2026-10 would be 2016.
 *
 * This module only reads and checks.
 */
#ifndef KAM_MODEL_EXPRESSION_H
#define KAM_MODEL_EXPRESSION_H

#include "base/arena.h"
#include "base/decimal.h"

enum kam_node_kind {
    KAM_NODE_COLUMN,
    KAM_NODE_NUMBER,
    KAM_NODE_TOTAL,  /* of a column */
    KAM_NODE_NEGATE, /* of the topmost value */
    KAM_NODE_ADD,    /* of the two topmost values, and so on */
    KAM_NODE_SUBTRACT,
    KAM_NODE_MULTIPLY,
    KAM_NODE_DIVIDE,
};

struct kam_node {
    enum kam_node_kind kind;
    struct kam_text column;
    struct kam_decimal number;
    struct kam_text written; /* of the first three kinds: where it stands in the text */
};

/* In postfix order, ready for a stack machine whose stack never holds more than `depth` values. */
struct kam_expression {
    struct kam_text text; /* as written */
    const struct kam_node *nodes;
    size_t node_count;
    size_t depth;
};

/* Deeper nesting is refused, so that no text can exhaust the C stack. */
enum { KAM_EXPRESSION_DEPTH = 64 };

/* Parse TEXT, at PLACE; what it keeps is copied into ARENA. KAM_USAGE. */
KAM_MUST_CHECK enum kam_status kam_expression_parse(struct kam_expression *expression,
                                                    struct kam_text text,
                                                    const struct kam_place *place,
                                                    struct kam_arena *arena,
                                                    struct kam_error *error);

/* Whether there is a division in it, so that its value may have no end of decimal places. */
bool kam_expression_divides(const struct kam_expression *expression);

#endif
