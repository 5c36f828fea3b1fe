#include "diff/diff.h"

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
static enum kam_status find_figure(const struct kam_snapshot *snapshot, enum kam_measure measure,
                                   struct kam_text column, size_t *figure, struct kam_error *error)
{
    struct kam_place place = {.file = snapshot->file};

    switch (measure) {
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
    return kam_table_require(&snapshot->table, column, figure, error);
}

/* The fewest decimal places that a cell of COLUMN shows, at most PLACES. */
static int fewest_places(const struct kam_table *table, size_t column, int places)
{
    for (size_t row = 0; row < table->count && places > 0; row++) {
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
    int places = fewest_places(&diff->old->table, diff->old_figure, KAM_DECIMAL_PLACES);
    places = fewest_places(&diff->new->table, diff->new_figure, places);
    return places == KAM_DECIMAL_PLACES ? MONEY_PLACES : places;
}

static enum kam_status too_large(const struct kam_table *table, size_t row, size_t column,
                                 struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);

    return kam_error_at(error, KAM_DATA, &place, "the difference is too large a number");
}

/* Tier and figure of a customer that SNAPSHOT has. */
static enum kam_status take_side(const struct kam_diff *diff, const struct kam_snapshot *snapshot,
                                 uint32_t row, size_t figure, uint32_t *tier,
                                 struct kam_decimal *value, struct kam_error *error)
{
    bool empty;
    enum kam_status status = kam_ladder_step(diff->ladder, snapshot, row, tier, error);

    return status ? status : kam_table_number(&snapshot->table, row, figure, value, &empty, error);
}

static enum kam_status take_score(const struct kam_snapshot *snapshot, uint32_t row,
                                  struct kam_decimal *score, bool *empty, struct kam_error *error)
{
    *empty = true;
    if (row == KAM_NONE || snapshot->score == KAM_NO_COLUMN)
        return KAM_OK;
    return kam_table_number(&snapshot->table, row, snapshot->score, score, empty, error);
}

static enum kam_status compare_scores(const struct kam_diff *diff, struct kam_movement *movement,
                                      struct kam_error *error)
{
    struct kam_decimal before;
    bool old_empty, new_empty;
    enum kam_status status = take_score(diff->old, movement->old_row, &before, &old_empty, error);

    if (!status)
        status =
            take_score(diff->new, movement->new_row, &movement->score_delta, &new_empty, error);
    if (status)
        return status;
    movement->scored = !old_empty && !new_empty;
    if (movement->scored && !kam_decimal_subtract(&movement->score_delta, before))
        return too_large(&diff->new->table, movement->new_row, diff->new->score, error);
    return KAM_OK;
}

static enum kam_move move_of(const struct kam_movement *movement)
{
    if (movement->old_row == KAM_NONE)
        return KAM_MOVE_NEW;
    if (movement->new_row == KAM_NONE)
        return KAM_MOVE_LOST;
    if (movement->tier_to == movement->tier_from)
        return KAM_MOVE_SAME;
    return movement->tier_to < movement->tier_from ? KAM_MOVE_UP : KAM_MOVE_DOWN;
}

/* Complete MOVEMENT, which has its rows, and count it. */
static enum kam_status compare(struct kam_diff *diff, struct kam_movement *movement,
                               struct kam_error *error)
{
    uint32_t old_row = movement->old_row, new_row = movement->new_row;
    enum kam_status status = KAM_OK;

    if (old_row != KAM_NONE)
        status = take_side(diff, diff->old, old_row, diff->old_figure, &movement->tier_from,
                           &movement->revenue_from, error);
    if (!status && new_row != KAM_NONE)
        status = take_side(diff, diff->new, new_row, diff->new_figure, &movement->tier_to,
                           &movement->revenue_to, error);
    if (!status)
        status = compare_scores(diff, movement, error);
    if (!status && old_row != KAM_NONE && new_row != KAM_NONE)
        status = kam_drivers_find(&diff->drivers, old_row, new_row, &movement->driver, error);
    if (status)
        return status;
    movement->revenue_delta = movement->revenue_to;
    if (!kam_decimal_subtract(&movement->revenue_delta, movement->revenue_from))
        return too_large(&diff->new->table, new_row, diff->new_figure, error);
    movement->move = move_of(movement);
    diff->moves[movement->move]++;
    return KAM_OK;
}

static enum kam_status add(struct kam_diff *diff, uint32_t old_row, uint32_t new_row,
                           struct kam_error *error)
{
    struct kam_movement *movement = &diff->movements[diff->count++];

    *movement = (struct kam_movement){.old_row = old_row,
                                      .new_row = new_row,
                                      .tier_from = KAM_NONE,
                                      .tier_to = KAM_NONE,
                                      .driver = KAM_NONE};
    return compare(diff, movement, error);
}

/* Every row of either snapshot goes into one movement; MATCHES are the new rows of the old ones. */
static enum kam_status add_all(struct kam_diff *diff, const uint32_t *matches, bool *is_matched,
                               struct kam_error *error)
{
    enum { AHEAD = 8, FAR_AHEAD = 32 };
    size_t old_count = diff->old->table.count, new_count = diff->new->table.count;
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < old_count && !status; row++) {
        if (row + FAR_AHEAD < old_count && matches[row + FAR_AHEAD] != KAM_NONE)
            kam_table_expect_place(&diff->new->table, matches[row + FAR_AHEAD]);
        if (row + AHEAD < old_count && matches[row + AHEAD] != KAM_NONE)
            kam_table_expect(&diff->new->table, matches[row + AHEAD]);
        if (matches[row] != KAM_NONE)
            is_matched[matches[row]] = true;
        status = add(diff, (uint32_t)row, matches[row], error);
    }
    for (size_t row = 0; row < new_count && !status; row++)
        if (!is_matched[row])
            status = add(diff, KAM_NONE, (uint32_t)row, error);
    return status;
}

static enum kam_status match(struct kam_diff *diff, struct kam_error *error)
{
    const struct kam_snapshot *old = diff->old, *new = diff->new;
    size_t old_count = old->table.count, new_count = new->table.count;
    uint32_t *matches = malloc((old_count + 1) * sizeof *matches);
    bool *is_matched = calloc(new_count + 1, sizeof *is_matched);
    enum kam_status status = KAM_OK;

    diff->movements = kam_pages_alloc((old_count + new_count + 1) * sizeof *diff->movements);
    if (matches && is_matched && diff->movements) {
        kam_row_index_find(&new->index, &old->table, old->account_id, matches);
        status = add_all(diff, matches, is_matched, error);
    } else {
        status = kam_error_nomem(error);
    }
    free(matches);
    free(is_matched);
    return status;
}

enum kam_status kam_diff_compute(struct kam_diff *diff, const struct kam_snapshot *old,
                                 const struct kam_snapshot *new, const struct kam_ladder *ladder,
                                 enum kam_measure measure, struct kam_text column,
                                 struct kam_error *error)
{
    diff->old = old;
    diff->new = new;
    diff->ladder = ladder;
    enum kam_status status = find_figure(old, measure, column, &diff->old_figure, error);
    if (!status)
        status = find_figure(new, measure, column, &diff->new_figure, error);
    if (!status)
        status = kam_drivers_init(&diff->drivers, &old->table, &new->table, error);
    if (status)
        return status;
    diff->places = places_of(diff, measure);
    return match(diff, error);
}

void kam_diff_free(struct kam_diff *diff)
{
    kam_drivers_free(&diff->drivers);
    free(diff->movements);
    memset(diff, 0, sizeof *diff);
}
