#include "tier/due.h"

#include "account/settext.h"

static const struct kam_text column_name = {"strategy_due", 12};

enum kam_status kam_due_find(struct kam_due *due, const struct kam_tiering *tiering,
                             struct kam_error *error)
{
    const struct kam_previous *previous = tiering->previous;

    *due = (struct kam_due){.tiering = tiering, .table = tiering->table};
    if (previous)
        due->table =
            previous->snapshot.period + 1 == previous->period ? &previous->snapshot.table : NULL;
    if (!due->table)
        return KAM_OK;
    enum kam_status status = kam_table_optional(due->table, column_name, &due->column, error);
    if (due->column == KAM_NO_COLUMN)
        due->table = NULL;
    return status;
}

/* NAME:COUNT of ITEM, whose count is cut off. */
static bool split(struct kam_text *item, unsigned *count)
{
    enum { MOST_DIGITS = 4 };
    struct kam_text digits;

    *count = 0;
    if (!kam_text_split_last(item, ':', &digits) || digits.len == 0 || digits.len > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return false;
        *count = 10 * *count + (unsigned)(digits.ptr[i] - '0');
    }
    return *count > 0;
}

/* What the cell of ROW of the table says of STRATEGY; 0: nothing. */
static enum kam_status look_up(const struct kam_due *due, size_t row, struct kam_text strategy,
                               struct kam_buffer *scratch, unsigned *count, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(due->table, row, due->column), rest = cell, item;
    bool nomem = false;

    while (kam_settext_next(&rest, &item, scratch, &nomem)) {
        struct kam_text name = item;
        if (!split(&name, count)) {
            struct kam_place place = kam_table_place(due->table, row, due->column);
            return kam_error_at(error, KAM_DATA, &place,
                                "not strategies with their periods, NAME:1|NAME:2: %s",
                                kam_show(cell).s);
        }
        if (kam_text_equal(name, strategy))
            return KAM_OK;
    }
    *count = 0;
    return nomem ? kam_error_nomem(error) : KAM_OK;
}

enum kam_status kam_due_count(const struct kam_due *due, uint32_t row, struct kam_text strategy,
                              struct kam_buffer *scratch, unsigned *count, struct kam_error *error)
{
    const struct kam_tiering *tiering = due->tiering;
    uint32_t from = tiering->previous ? tiering->before[row] : row;
    unsigned before = 0;
    enum kam_status status = KAM_OK;

    if (due->table && from != KAM_NONE)
        status = look_up(due, from, strategy, scratch, &before, error);
    *count = before;
    if (before == 0 || (tiering->previous && before < KAM_DUE_MOST))
        ++*count;
    return status;
}
