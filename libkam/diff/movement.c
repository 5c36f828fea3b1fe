#include "diff/movement.h"

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
    if (old_empty || new_empty)
        return KAM_OK;
    movement->traits |= KAM_TRAIT_SCORED;
    if (!kam_decimal_subtract(&movement->score_delta, before))
        return too_large(&diff->new->table, movement->new_row, diff->new->score, error);
    return KAM_OK;
}

/* Whether the customer in ROW of SNAPSHOT was idle for so long that it counts as lost. */
static enum kam_status take_lost(const struct kam_snapshot *snapshot, uint32_t row,
                                 unsigned lost_after, bool *lost, struct kam_error *error)
{
    struct kam_decimal idle;
    bool empty;

    *lost = false;
    if (lost_after == 0 || row == KAM_NONE || snapshot->idle == KAM_NO_COLUMN)
        return KAM_OK;
    enum kam_status status =
        kam_table_number(&snapshot->table, row, snapshot->idle, &idle, &empty, error);
    if (!status && !empty)
        *lost = kam_decimal_compare(idle, kam_decimal_of(lost_after)) >= 0;
    return status;
}

static enum kam_status find_lost(const struct kam_diff *diff, unsigned lost_after,
                                 struct kam_movement *movement, struct kam_error *error)
{
    bool was, is;
    enum kam_status status = take_lost(diff->old, movement->old_row, lost_after, &was, error);

    if (!status)
        status = take_lost(diff->new, movement->new_row, lost_after, &is, error);
    if (!status)
        movement->traits |= (was ? KAM_TRAIT_LOST_OLD : 0U) | (is ? KAM_TRAIT_LOST_NEW : 0U);
    return status;
}

/* Who is lost already when it comes isn't there before or after. */
static enum kam_move arrival(const struct kam_movement *movement)
{
    if (kam_movement_has(movement, KAM_TRAIT_LOST_NEW) && movement->whole == KAM_NONE)
        return KAM_MOVE_SILENT;
    if (kam_movement_has(movement, KAM_TRAIT_PROSPECT))
        return KAM_MOVE_WON;
    if (movement->whole != KAM_NONE)
        return KAM_MOVE_SPLIT;
    return kam_movement_has(movement, KAM_TRAIT_SEEN) ? KAM_MOVE_RETURNED : KAM_MOVE_NEW;
}

static enum kam_move departure(const struct kam_movement *movement)
{
    if (movement->whole != KAM_NONE)
        return KAM_MOVE_MERGED;
    return kam_movement_has(movement, KAM_TRAIT_LOST_OLD) ? KAM_MOVE_SILENT : KAM_MOVE_LOST;
}

static enum kam_move move_of(const struct kam_movement *movement)
{
    bool was_lost = kam_movement_has(movement, KAM_TRAIT_LOST_OLD);
    bool is_lost = kam_movement_has(movement, KAM_TRAIT_LOST_NEW);

    if (movement->old_row == KAM_NONE)
        return arrival(movement);
    if (movement->new_row == KAM_NONE)
        return departure(movement);
    if (was_lost || is_lost)
        return !was_lost ? KAM_MOVE_LOST : !is_lost ? KAM_MOVE_RETURNED : KAM_MOVE_SILENT;
    if (movement->tier_to != movement->tier_from)
        return movement->tier_to < movement->tier_from ? KAM_MOVE_UP : KAM_MOVE_DOWN;
    return kam_movement_has(movement, KAM_TRAIT_OTHER_ID) ? KAM_MOVE_RENAMED : KAM_MOVE_SAME;
}

enum kam_status kam_movement_complete(const struct kam_diff *diff, unsigned lost_after,
                                      struct kam_movement *movement, struct kam_error *error)
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
    if (!status)
        status = find_lost(diff, lost_after, movement, error);
    if (!status && old_row != KAM_NONE && new_row != KAM_NONE)
        status = kam_drivers_find(&diff->drivers, old_row, new_row, &movement->driver, error);
    if (status)
        return status;
    movement->revenue_delta = movement->revenue_to;
    if (!kam_decimal_subtract(&movement->revenue_delta, movement->revenue_from))
        return too_large(&diff->new->table, new_row, diff->new_figure, error);
    movement->move = move_of(movement);
    return KAM_OK;
}
