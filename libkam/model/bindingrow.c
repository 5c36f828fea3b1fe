#include "model/binding.h"
#include "model/quantity.h"

static struct kam_text table_cell(const void *source, size_t row, size_t column)
{
    return kam_table_cell(source, row, column);
}

struct kam_row_source kam_row_source_of_table(const struct kam_table *table)
{
    return (struct kam_row_source){table_cell, table, NULL};
}

/* ---- a side of a comparison ---------------------------------------------------------------- */

/* What is asked of a row, and where complaints go. */
struct question {
    const struct kam_binding *binding;
    const struct kam_row_source *rows;
    size_t row;
    struct kam_error *error;
};

/* KAM_DATA: CELL in COLUMN is not REASON; the rule that compares it is named. */
static enum kam_status reject_cell(const struct question *q, struct kam_text column,
                                   struct kam_text cell, const char *reason)
{
    struct kam_place place = {.column = column.ptr};
    const struct kam_place *rule = &q->binding->condition->place;

    return kam_error_at(q->error, KAM_DATA, &place, "%s: %s (compared by %s)", reason,
                        kam_show(cell).s, kam_place_show(rule).s);
}

/* One side of a comparison. */
struct side {
    struct kam_text name;
    bool empty;
    struct kam_row_cell *cell; /* in the row's memory, or room; a sum has a number and no text */
    struct kam_row_cell room;
};

/* The cell of COLUMN, in ROOM where the row has no memory. */
static inline struct kam_row_cell *look(const struct question *q, size_t column,
                                        struct kam_row_cell *room)
{
    const struct kam_row_source *rows = q->rows;
    struct kam_row_cell *cell = rows->memory ? &rows->memory[column] : room;

    if (!rows->memory || cell->row != q->row + 1) {
        cell->row = q->row + 1;
        cell->text = rows->cell(rows->source, q->row, column);
        cell->has_number = false;
    }
    return cell;
}

/* The number of CELL, which isn't empty, of the side called NAME. */
static inline enum kam_status want_number(const struct question *q, struct kam_text name,
                                          struct kam_row_cell *cell)
{
    if (cell->has_number)
        return KAM_OK;
    enum kam_number outcome = kam_quantity_parse(cell->text, &cell->number, NULL);
    if (outcome != KAM_NUMBER_OK)
        return reject_cell(q, name, cell->text, kam_number_reason(outcome));
    cell->has_number = true;
    return KAM_OK;
}

/* The sum of the months of BOUND. */
static enum kam_status add_months(const struct question *q, const struct kam_bound_side *bound,
                                  struct side *side)
{
    struct kam_row_cell room;

    side->cell = &side->room;
    side->room = (struct kam_row_cell){0};
    side->empty = true;
    for (size_t i = 0; i < bound->month_count; i++) {
        struct kam_row_cell *month = look(q, bound->months[i], &room);
        if (!month->text.len)
            continue;
        enum kam_status status = want_number(q, side->name, month);
        if (status != KAM_OK)
            return status;
        if (!kam_decimal_add(&side->room.number, month->number))
            return reject_cell(q, side->name, month->text, "the sum becomes too large at");
        side->empty = false;
    }
    side->room.has_number = !side->empty;
    return KAM_OK;
}

static inline enum kam_status read_side(const struct question *q,
                                        const struct kam_bound_side *bound, struct kam_text name,
                                        struct side *side)
{
    side->name = name;
    if (bound->column == KAM_NO_COLUMN)
        return add_months(q, bound, side);
    side->cell = look(q, bound->column, &side->room);
    side->empty = !side->cell->text.len;
    return KAM_OK;
}

/* ---- comparing ----------------------------------------------------------------------------- */

static enum kam_status compare_month(const struct question *q, const struct kam_term *term,
                                     const struct kam_operand *operand, const struct side *left,
                                     int *order)
{
    int month = kam_month_parse(left->cell->text, KAM_MONTH_CLEAR);
    int with =
        operand->kind == KAM_OPERAND_PERIOD ? q->binding->period + operand->month : operand->month;

    if (month == KAM_MONTH_NONE && kam_operator_is_ordered(term->op))
        return reject_cell(q, left->name, left->cell->text, "not a month");
    *order = month == KAM_MONTH_NONE ? 1 : month - with;
    return KAM_OK;
}

/* *ORDER: the sign of LEFT - OPERAND, a constant. What can only be unequal counts as greater. */
static enum kam_status compare(const struct question *q, const struct kam_term *term,
                               const struct kam_operand *operand, const struct side *left,
                               int *order)
{
    enum kam_status status = KAM_OK;

    switch (operand->kind) {
    case KAM_OPERAND_TEXT:
        *order = !kam_text_equal(left->cell->text, operand->text);
        break;
    case KAM_OPERAND_NUMBER:
        status = want_number(q, left->name, left->cell);
        if (status == KAM_OK)
            *order = kam_decimal_compare(left->cell->number, operand->number);
        break;
    case KAM_OPERAND_MONTH:
    case KAM_OPERAND_PERIOD:
        return compare_month(q, term, operand, left, order);
    case KAM_OPERAND_COLUMN:
    case KAM_OPERAND_LAST:
        break;
    }
    return status;
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
    case KAM_OP_HAS:
        break;
    }
    return false;
}

/* The sign of LEFT - FACTOR * OTHER, exactly: no product is rounded. */
static int compare_part(struct kam_decimal left, struct kam_decimal factor,
                        struct kam_decimal other)
{
    const struct kam_decimal one = kam_decimal_of(1);

    return kam_decimal_compare(factor, one) == 0
               ? kam_decimal_compare(left, other)
               : kam_decimal_compare_products(left, one, factor, other);
}

/* LEFT against a part of another column or sum. */
static enum kam_status compare_sides(const struct question *q, const struct kam_term *term,
                                     const struct kam_bound_term *bound, const struct side *left,
                                     bool *holds)
{
    struct side other;
    enum kam_status status = read_side(q, &bound->other, term->operands->text, &other);

    *holds = false;
    if (status != KAM_OK || other.empty)
        return status;
    status = want_number(q, left->name, left->cell);
    if (status == KAM_OK)
        status = want_number(q, other.name, other.cell);
    if (status == KAM_OK)
        *holds = satisfies(
            term->op, compare_part(left->cell->number, term->operands->number, other.cell->number));
    return status;
}

/* ---- sets ---------------------------------------------------------------------------------- */

/* True if the set in CELL begins with ITEM; *NEXT is where its second text begins, or the end. */
static bool begins_with_item(struct kam_text cell, struct kam_text item, size_t *next)
{
    size_t i = 0, n = 0;
    bool same = true;

    for (; i < cell.len && cell.ptr[i] != '|'; i++, n++) {
        i += cell.ptr[i] == '\\' && i + 1 < cell.len;
        same = same && n < item.len && cell.ptr[i] == item.ptr[n];
    }
    *next = i + (i < cell.len);
    return same && n == item.len;
}

static bool has_item(struct kam_text cell, struct kam_text item)
{
    size_t next;

    while (cell.len) {
        if (begins_with_item(cell, item, &next))
            return true;
        cell = (struct kam_text){cell.ptr + next, cell.len - next};
    }
    return false;
}

/* Whether TEXT is one of the sorted texts of TERM. */
static bool is_among(const struct kam_term *term, struct kam_text text)
{
    size_t low = 0, high = term->operand_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = kam_text_order(term->sorted[middle], text);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* ---- terms --------------------------------------------------------------------------------- */

static enum kam_status term_holds(const struct question *q, const struct kam_term *term,
                                  const struct kam_bound_term *bound, const struct side *left,
                                  bool *holds)
{
    int order = 1;

    *holds = left->empty && (term->op == KAM_OP_EMPTY || term->op == KAM_OP_NOT_EQUAL);
    if (left->empty)
        return KAM_OK;
    if (kam_term_other(term))
        return compare_sides(q, term, bound, left, holds);
    if (term->sorted) {
        *holds = is_among(term, left->cell->text);
        return KAM_OK;
    }
    for (size_t i = 0; i < term->operand_count && !*holds; i++) {
        const struct kam_operand *operand = &term->operands[i];
        if (term->op == KAM_OP_HAS) {
            *holds = has_item(left->cell->text, operand->text);
            continue;
        }
        enum kam_status status = compare(q, term, operand, left, &order);
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
    struct question q = {binding, rows, row, error};
    struct side left;

    *holds = true;
    for (size_t i = 0; i < condition->term_count && *holds; i++) {
        const struct kam_term *term = &condition->terms[i];
        const struct kam_bound_term *bound = &binding->terms[i];
        enum kam_status status = read_side(&q, &bound->left, term->column, &left);
        if (status == KAM_OK)
            status = term_holds(&q, term, bound, &left, holds);
        if (status != KAM_OK)
            return status;
    }
    return KAM_OK;
}

/* ---- what it saw --------------------------------------------------------------------------- */

static void side_value(const struct question *q, const struct kam_bound_side *bound,
                       struct kam_side_value *value)
{
    struct side side;
    bool there = bound->column != KAM_NO_COLUMN || bound->month_count;

    *value = (struct kam_side_value){.cell = KAM_TEXT("")};
    if (!there || read_side(q, bound, KAM_TEXT(""), &side) != KAM_OK || side.empty)
        return;
    value->cell = side.cell->text;
    value->is_number = want_number(q, side.name, side.cell) == KAM_OK;
    if (value->is_number)
        value->number = side.cell->number;
}

void kam_binding_value(const struct kam_binding *binding, const struct kam_row_source *rows,
                       size_t row, size_t term, struct kam_side_value *left,
                       struct kam_side_value *other)
{
    struct question q = {binding, rows, row, NULL};

    side_value(&q, &binding->terms[term].left, left);
    if (other)
        side_value(&q, &binding->terms[term].other, other);
}
