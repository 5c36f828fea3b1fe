#include "model/binding.h"

#include "model/hint.h"
#include "table/columns.h"

/* A table, and what is needed for being bound to it. */
struct binder {
    const struct kam_condition *condition;
    const struct kam_text *names;
    size_t count;
    int period;
    struct kam_arena *arena;
    struct kam_error *error;
};

static enum kam_status find_column(const struct binder *b, struct kam_text column, size_t *index)
{
    bool found = false;

    for (size_t i = 0; i < b->count; i++) {
        if (!kam_text_equal(b->names[i], column))
            continue;
        if (found)
            return kam_error_at(b->error, KAM_DATA, &b->condition->place,
                                "the table has the column %s twice", kam_show(column).s);
        found = true;
        *index = i;
    }
    if (found)
        return KAM_OK;
    return kam_error_at(b->error, KAM_DATA, &b->condition->place, "the table has no column %s%s",
                        kam_show(column).s, kam_hint_among(column, b->names, b->count).s);
}

static size_t find_month(const struct binder *b, int month)
{
    for (size_t i = 0; i < b->count; i++)
        if (kam_column_month(b->names[i]) == month)
            return i;
    return KAM_NO_COLUMN;
}

/* The columns of the last COUNT months, in SIDE; NAME is what the condition calls them. */
static enum kam_status find_months(const struct binder *b, struct kam_text name, size_t count,
                                   struct kam_bound_side *side)
{
    size_t *months = kam_arena_calloc(b->arena, count, sizeof *months);
    size_t found = 0;

    if (!months)
        return kam_error_nomem(b->error);
    if (b->period == KAM_MONTH_NONE)
        return kam_error_at(b->error, KAM_DATA, &b->condition->place,
                            "a condition on %s, but the table has no month columns",
                            kam_show(name).s);
    while (found < count &&
           (months[found] = find_month(b, b->period - (int)found)) != KAM_NO_COLUMN)
        found++;
    *side = (struct kam_bound_side){KAM_NO_COLUMN, months, count};
    if (found == count)
        return KAM_OK;
    return kam_error_at(b->error, KAM_DATA, &b->condition->place,
                        "a condition on %s, but the table has only %zu", kam_show(name).s, found);
}

static bool uses_period(const struct kam_term *term)
{
    for (size_t i = 0; i < term->operand_count; i++)
        if (term->operands[i].kind == KAM_OPERAND_PERIOD)
            return true;
    return false;
}

static enum kam_status bind_term(const struct binder *b, const struct kam_term *term,
                                 struct kam_bound_term *bound)
{
    const struct kam_operand *other = kam_term_other(term);
    enum kam_status status = term->months ? find_months(b, term->column, term->months, &bound->left)
                                          : find_column(b, term->column, &bound->left.column);

    bound->other.column = KAM_NO_COLUMN;
    if (status != KAM_OK)
        return status;
    if (b->period == KAM_MONTH_NONE && uses_period(term))
        return kam_error_at(b->error, KAM_DATA, &b->condition->place,
                            "a condition on 'period', but the table has no month columns");
    if (!other)
        return KAM_OK;
    return other->kind == KAM_OPERAND_LAST
               ? find_months(b, other->text, (size_t)other->month, &bound->other)
               : find_column(b, other->text, &bound->other.column);
}

enum kam_status kam_binding_make(struct kam_binding *binding, const struct kam_condition *condition,
                                 const struct kam_text *names, size_t count, int period,
                                 struct kam_arena *arena, struct kam_error *error)
{
    struct binder b = {condition, names, count, period, arena, error};
    struct kam_bound_term *terms =
        kam_arena_calloc(arena, condition->term_count + 1, sizeof *terms);

    if (!terms)
        return kam_error_nomem(error);
    for (size_t i = 0; i < condition->term_count; i++) {
        enum kam_status status = bind_term(&b, &condition->terms[i], &terms[i]);
        if (status != KAM_OK)
            return status;
    }
    *binding = (struct kam_binding){condition, terms, period};
    return KAM_OK;
}
