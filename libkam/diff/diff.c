#include "diff/diff.h"
#include "diff/match.h"

#include <stdlib.h>

const char *kam_move_name(enum kam_move move)
{
    switch (move) {
    case KAM_MOVE_UP:
        return "up";
    case KAM_MOVE_DOWN:
        return "down";
    case KAM_MOVE_NEW:
        return "new";
    case KAM_MOVE_WON:
        return "won";
    case KAM_MOVE_LOST:
        return "lost";
    case KAM_MOVE_SAME:
        break;
    }
    return "same";
}

struct kam_text kam_diff_account(const struct kam_diff *diff, const struct kam_movement *movement)
{
    if (movement->new_row != KAM_NONE)
        return kam_table_cell(&diff->new->table, movement->new_row, diff->new->account_id);
    return kam_table_cell(&diff->old->table, movement->old_row, diff->old->account_id);
}

/* The column of SNAPSHOT that holds the figure. */
static enum kam_status find_figure(const struct kam_snapshot *snapshot,
                                   const struct kam_diff_options *options, size_t *figure,
                                   struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};

    switch (options->measure) {
    case KAM_MEASURE_WINDOW:
        *figure = snapshot->revenue;
        return KAM_OK;
    case KAM_MEASURE_MONTH:
        if (snapshot->window.count == 0)
            return kam_error_at(error, KAM_DATA, &place,
                                "no month columns, so no revenue of the period's month");
        *figure = snapshot->window.first_column + snapshot->window.count - 1;
        return KAM_OK;
    case KAM_MEASURE_COLUMN:
        break;
    }
    return kam_table_require(&snapshot->table, options->column, figure, error);
}

/* The fewest decimal places that a customer's cell of COLUMN shows, at most PLACES. */
static int fewest_places(const struct kam_snapshot *snapshot, size_t column, int places)
{
    const struct kam_table *table = &snapshot->table;

    for (uint32_t row = 0; row < table->count && places > 0; row++) {
        if (kam_snapshot_is_prospect(snapshot, row))
            continue;
        struct kam_text cell = kam_table_cell(table, row, column);
        const char *point = cell.len ? memchr(cell.ptr, '.', cell.len) : NULL;
        size_t shown = point ? cell.len - (size_t)(point - cell.ptr) - 1 : 0;
        if (cell.len && shown < (size_t)places)
            places = (int)shown;
    }
    return places;
}

/* Money has two places at least; any other column as many as its cells always have. */
static int places_of(const struct kam_diff *diff, enum kam_measure measure)
{
    enum { MONEY_PLACES = 2 };

    switch (measure) {
    case KAM_MEASURE_WINDOW:
    case KAM_MEASURE_MONTH:
        return MONEY_PLACES;
    case KAM_MEASURE_COLUMN:
        break;
    }
    int places = fewest_places(diff->old, diff->old_figure, KAM_DECIMAL_PLACES);
    places = fewest_places(diff->new, diff->new_figure, places);
    return places == KAM_DECIMAL_PLACES ? MONEY_PLACES : places;
}

enum kam_status kam_diff_compute(struct kam_diff *diff, const struct kam_snapshot *old,
                                 const struct kam_snapshot *new, const struct kam_ladder *ladder,
                                 const struct kam_diff_options *options, struct kam_error *error)
{
    diff->old = old;
    diff->new = new;
    diff->ladder = ladder;
    enum kam_status status = find_figure(old, options, &diff->old_figure, error);
    if (!status)
        status = find_figure(new, options, &diff->new_figure, error);
    if (!status)
        status = kam_drivers_init(&diff->drivers, &old->table, &new->table, error);
    if (status)
        return status;
    diff->places = places_of(diff, options->measure);
    return kam_match(diff, options->threads, error);
}

void kam_diff_free(struct kam_diff *diff)
{
    kam_drivers_free(&diff->drivers);
    free(diff->movements);
    memset(diff, 0, sizeof *diff);
}
