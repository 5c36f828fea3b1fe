#include "diff/figurecut.h"

enum { UP, DOWN, GAP_UP, GAP_DOWN, NAMES };

static const struct kam_text names[NAMES] = {
    {"limit_up", 8}, {"limit_down", 10}, {"gap_up", 6}, {"gap_down", 8}};

bool kam_figure_columns_find(struct kam_figure_columns *columns,
                             const struct kam_snapshot *snapshot)
{
    const struct kam_table *table = &snapshot->table;
    size_t by = snapshot->by.len ? kam_table_find_kept(table, snapshot->by) : KAM_NO_COLUMN;

    *columns = (struct kam_figure_columns){.snapshot = snapshot,
                                           .limit_up = kam_table_find_kept(table, names[UP]),
                                           .limit_down = kam_table_find_kept(table, names[DOWN]),
                                           .gap_up = kam_table_find_kept(table, names[GAP_UP]),
                                           .gap_down = kam_table_find_kept(table, names[GAP_DOWN]),
                                           .by = by};
    return columns->limit_up != KAM_NO_COLUMN && columns->limit_down != KAM_NO_COLUMN &&
           columns->gap_up != KAM_NO_COLUMN && columns->gap_down != KAM_NO_COLUMN;
}

bool kam_figure_columns_missing(const struct kam_table *table, struct kam_buffer *missing)
{
    bool ok = true;

    for (size_t i = 0; ok && i < NAMES; i++)
        if (kam_table_find_kept(table, names[i]) == KAM_NO_COLUMN)
            ok = kam_buffer_printf(missing, "%s%s", missing->len ? ", " : "", names[i].ptr);
    return ok;
}

enum presence { NOT_KNOWN, MISSING, PRESENT };

/* A figure. */
struct figure {
    enum presence presence;
    struct kam_decimal value;
};

/* The number in a cell; *EMPTY where there is none. */
static enum kam_status take(const struct kam_figure_columns *columns, uint32_t row, size_t column,
                            struct kam_decimal *value, bool *empty, struct kam_error *error)
{
    return kam_table_number(&columns->snapshot->table, row, column, value, empty, error);
}

/*
 * The figure of ROW from LIMIT and GAP: what is below the limit by the gap, or above it. It stays
 * as it is where there is no limit; where there is no gap either way, there is no figure.
 */
static enum kam_status take_from_gap(const struct kam_figure_columns *columns, uint32_t row,
                                     size_t limit, size_t gap, struct figure *figure,
                                     struct kam_error *error)
{
    struct kam_decimal edge, distance;
    bool no_limit, no_gap = true, fits = true;
    enum kam_status status = take(columns, row, limit, &edge, &no_limit, error);

    if (!status && !no_limit)
        status = take(columns, row, gap, &distance, &no_gap, error);
    if (status || no_limit || figure->presence == PRESENT)
        return status;
    figure->value = edge;
    if (!no_gap)
        fits = limit == columns->limit_up ? kam_decimal_subtract(&figure->value, distance)
                                          : kam_decimal_add(&figure->value, distance);
    figure->presence = no_gap ? MISSING : fits ? PRESENT : NOT_KNOWN;
    return KAM_OK;
}

static enum kam_status take_figure(const struct kam_figure_columns *columns, uint32_t row,
                                   struct figure *figure, struct kam_error *error)
{
    bool empty;

    *figure = (struct figure){.presence = NOT_KNOWN};
    if (columns->by != KAM_NO_COLUMN) {
        enum kam_status status = take(columns, row, columns->by, &figure->value, &empty, error);
        figure->presence = empty ? MISSING : PRESENT;
        return status;
    }
    enum kam_status status =
        take_from_gap(columns, row, columns->limit_up, columns->gap_up, figure, error);
    if (!status)
        status = take_from_gap(columns, row, columns->limit_down, columns->gap_down, figure, error);
    return status;
}

/* Whether figure and revenue are what they were: then a tie is what it was, too. */
static enum kam_status compare(const struct kam_figure_case *the_case, const struct figure *figure,
                               bool *same, struct kam_error *error)
{
    const struct kam_snapshot *old = the_case->before->snapshot, *new = the_case->after->snapshot;
    struct figure before;
    enum kam_status status = take_figure(the_case->before, the_case->old_row, &before, error);

    if (!status)
        *same = before.presence == PRESENT &&
                kam_decimal_compare(before.value, figure->value) == 0 &&
                kam_text_equal(kam_table_cell(&old->table, the_case->old_row, old->revenue),
                               kam_table_cell(&new->table, the_case->new_row, new->revenue));
    return status;
}

static uint32_t higher(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t lower(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* Where a tie at LIMIT puts the customer. */
static enum kam_status cut_tie(const struct kam_figure_case *the_case, const struct figure *figure,
                               size_t limit, uint32_t *cut, struct kam_error *error)
{
    bool same = false;
    enum kam_status status = compare(the_case, figure, &same, error);

    if (!status && !same)
        *cut = limit == the_case->before->limit_up ? higher(the_case->old_cut, the_case->new_cut)
                                                   : lower(the_case->old_cut, the_case->new_cut);
    return status;
}

/* Whether FIGURE is below the limit in the cell (-1), at it or above; *NONE: there is no limit. */
static enum kam_status put_to_limit(const struct kam_figure_case *the_case,
                                    const struct figure *figure, size_t limit, int *order,
                                    bool *none, struct kam_error *error)
{
    struct kam_decimal edge;
    enum kam_status status = take(the_case->before, the_case->old_row, limit, &edge, none, error);

    if (!status)
        *order = figure->presence == PRESENT ? kam_decimal_compare(figure->value, edge) : -1;
    return status;
}

/* FIGURE is above the first limit. */
static uint32_t climb(const struct kam_figure_case *the_case, const struct figure *figure)
{
    uint32_t first = the_case->old_cut - 1, cut = KAM_NONE;

    if (the_case->steps)
        cut = kam_limit_steps_climb(the_case->steps, figure->value, first, the_case->new_cut);
    return cut == KAM_NONE ? higher(first, the_case->new_cut) : cut;
}

enum kam_status kam_figure_cut(const struct kam_figure_case *the_case, uint32_t *cut,
                               struct kam_error *error)
{
    const struct kam_figure_columns *before = the_case->before;
    uint32_t old_cut = the_case->old_cut;
    struct figure figure;
    int at_up, at_down;
    bool no_up, no_down;
    enum kam_status status = take_figure(the_case->after, the_case->new_row, &figure, error);

    *cut = old_cut;
    if (status || figure.presence == NOT_KNOWN)
        return status;
    status = put_to_limit(the_case, &figure, before->limit_up, &at_up, &no_up, error);
    if (!status)
        status = put_to_limit(the_case, &figure, before->limit_down, &at_down, &no_down, error);
    if (status)
        return status;
    if (!no_up && at_up > 0 && old_cut)
        *cut = climb(the_case, &figure);
    else if (!no_up && at_up == 0)
        return cut_tie(the_case, &figure, before->limit_up, cut, error);
    else if (!no_down && at_down < 0)
        *cut = lower(old_cut + 1, the_case->new_cut);
    else if (!no_down && at_down == 0)
        return cut_tie(the_case, &figure, before->limit_down, cut, error);
    return KAM_OK;
}
