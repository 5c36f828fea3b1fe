#include "diff/listingrow.h"
#include "diff/cause.h"

/* The cell of ROW in COLUMN is PROBLEM. */
static enum kam_status reject(const struct kam_listing_read *listing, size_t row, size_t column,
                              const char *problem, struct kam_error *error)
{
    struct kam_place place = kam_table_place(&listing->table, row, column);

    return kam_error_at(error, KAM_DATA, &place, "%s: %s", problem,
                        kam_show(kam_table_cell(&listing->table, row, column)).s);
}

static enum kam_status take_move(const struct kam_listing_read *listing, size_t row,
                                 struct kam_movement *movement, struct kam_error *error)
{
    enum kam_move move;

    if (!kam_move_parse(kam_table_cell(&listing->table, row, listing->move), &move))
        return reject(listing, row, listing->move, "no move of kam-diff", error);
    movement->move = move;
    return KAM_OK;
}

static enum kam_status take_cause(const struct kam_listing_read *listing, size_t row,
                                  struct kam_movement *movement, struct kam_error *error)
{
    enum kam_cause cause = KAM_CAUSE_NONE;

    if (listing->cause != KAM_NO_COLUMN &&
        !kam_cause_parse(kam_table_cell(&listing->table, row, listing->cause), &cause))
        return reject(listing, row, listing->cause, "no cause of kam-diff", error);
    movement->cause = cause;
    return KAM_OK;
}

/* Where it stood in the snapshot that COLUMN is of, and that it did. */
static enum kam_status take_tier(const struct kam_listing_read *listing, size_t row, size_t column,
                                 uint32_t *step, uint32_t *side_row, struct kam_error *error)
{
    struct kam_text name = kam_table_cell(&listing->table, row, column);

    *step = *side_row = KAM_NONE;
    if (name.len == 0)
        return KAM_OK;
    *step = kam_ladder_find(listing->diff.ladder, name);
    *side_row = (uint32_t)row;
    return *step != KAM_NONE ? KAM_OK
                             : reject(listing, row, column, "no tier of the snapshot", error);
}

/* Whether tiers, empty ones among them, are as they have to be where MOVEMENT has its move. */
static bool has_its_tiers(const struct kam_movement *movement)
{
    bool was = movement->old_row != KAM_NONE, is = movement->new_row != KAM_NONE;
    uint32_t from = movement->tier_from, to = movement->tier_to;

    switch (movement->move) {
    case KAM_MOVE_UP:
        return was && is && to < from;
    case KAM_MOVE_DOWN:
        return was && is && to > from;
    case KAM_MOVE_RENAMED:
    case KAM_MOVE_SAME:
        return was && is && to == from;
    case KAM_MOVE_NEW:
    case KAM_MOVE_WON:
    case KAM_MOVE_SPLIT:
        return !was && is;
    case KAM_MOVE_MERGED:
        return was && !is;
    case KAM_MOVE_LOST:
        return was;
    case KAM_MOVE_RETURNED:
        return is;
    case KAM_MOVE_SILENT:
        break;
    }
    return was || is;
}

static enum kam_status take_tiers(const struct kam_listing_read *listing, size_t row,
                                  struct kam_movement *movement, struct kam_error *error)
{
    enum kam_status status = take_tier(listing, row, listing->tier_from, &movement->tier_from,
                                       &movement->old_row, error);

    if (!status)
        status = take_tier(listing, row, listing->tier_to, &movement->tier_to, &movement->new_row,
                           error);
    if (status || has_its_tiers(movement))
        return status;
    struct kam_place place = kam_table_place(&listing->table, row, listing->move);
    return kam_error_at(error, KAM_DATA, &place, "%s doesn't go with tier_from %s and tier_to %s",
                        kam_move_name(movement->move),
                        kam_show(kam_table_cell(&listing->table, row, listing->tier_from)).s,
                        kam_show(kam_table_cell(&listing->table, row, listing->tier_to)).s);
}

/* What a move says of lost-after by itself. */
static unsigned lost_of(const struct kam_movement *movement)
{
    unsigned old = movement->old_row != KAM_NONE ? KAM_TRAIT_LOST_OLD : 0U;
    unsigned new = movement->new_row != KAM_NONE ? KAM_TRAIT_LOST_NEW : 0U;

    return movement->move == KAM_MOVE_SILENT     ? old | new
           : movement->move == KAM_MOVE_RETURNED ? old
           : movement->move == KAM_MOVE_LOST     ? new
                                                 : 0U;
}

/* Whether NAMED, what lost_in says, goes with it. Parts are parts, whether they were silent or not.
 */
static bool goes_with(const struct kam_movement *movement, unsigned named)
{
    if (movement->move == KAM_MOVE_MERGED)
        return !(named & KAM_TRAIT_LOST_NEW);
    if (movement->move == KAM_MOVE_SPLIT)
        return !(named & KAM_TRAIT_LOST_OLD);
    return named == lost_of(movement);
}

/* In *LOST: what lost_in says. */
static enum kam_status take_lost(const struct kam_listing_read *listing, size_t row,
                                 const struct kam_movement *movement, unsigned *lost,
                                 struct kam_error *error)
{
    struct kam_text name = kam_table_cell(&listing->table, row, listing->lost_in);

    if (!kam_lost_parse(name, lost))
        return reject(listing, row, listing->lost_in, "not old, new or both", error);
    if (goes_with(movement, *lost))
        return KAM_OK;
    struct kam_place place = kam_table_place(&listing->table, row, listing->lost_in);
    return kam_error_at(error, KAM_DATA, &place, "%s doesn't go with move %s", kam_show(name).s,
                        kam_move_name(movement->move));
}

static enum kam_status take_traits(const struct kam_listing_read *listing, size_t row,
                                   struct kam_movement *movement, struct kam_error *error)
{
    unsigned lost = lost_of(movement);
    enum kam_status status = KAM_OK;

    if (movement->move == KAM_MOVE_WON)
        movement->traits |= KAM_TRAIT_PROSPECT;
    if (movement->move == KAM_MOVE_RETURNED && movement->old_row == KAM_NONE)
        movement->traits |= KAM_TRAIT_SEEN;
    if (listing->lost_in != KAM_NO_COLUMN)
        status = take_lost(listing, row, movement, &lost, error);
    movement->traits |= lost & KAM_TRAITS_LOST;
    return status;
}

static enum kam_status take_figures(const struct kam_listing_read *listing, size_t row,
                                    struct kam_movement *movement, struct kam_error *error)
{
    const struct kam_table *table = &listing->table;
    struct kam_decimal delta;
    bool empty;
    enum kam_status status =
        kam_table_number(table, row, listing->revenue_from, &movement->revenue_from, &empty, error);

    if (!status)
        status =
            kam_table_number(table, row, listing->revenue_to, &movement->revenue_to, &empty, error);
    if (!status)
        status = kam_table_number(table, row, listing->revenue_delta, &movement->revenue_delta,
                                  &empty, error);
    delta = movement->revenue_to;
    if (status || (kam_decimal_subtract(&delta, movement->revenue_from) &&
                   kam_decimal_compare(delta, movement->revenue_delta) == 0))
        return status;
    struct kam_place place = kam_table_place(table, row, listing->revenue_delta);
    return kam_error_at(error, KAM_DATA, &place, "%s isn't revenue_to less revenue_from",
                        kam_show(kam_table_cell(table, row, listing->revenue_delta)).s);
}

/* The fewest decimal places that a difference has. */
static void note_places(struct kam_diff *diff, struct kam_text delta)
{
    const char *point = memchr(delta.ptr, '.', delta.len);
    int places = point ? (int)(delta.ptr + delta.len - point - 1) : 0;

    if (places < diff->places)
        diff->places = places;
}

enum kam_status kam_listingrow_take(struct kam_listing_read *listing, size_t row,
                                    struct kam_error *error)
{
    struct kam_diff *diff = &listing->diff;
    struct kam_movement *movement = &diff->movements[row];

    *movement = (struct kam_movement){.whole = KAM_NONE, .driver = KAM_NONE, .transfer = KAM_NONE};
    enum kam_status status = take_move(listing, row, movement, error);
    if (!status)
        status = take_cause(listing, row, movement, error);
    if (!status)
        status = take_tiers(listing, row, movement, error);
    if (!status)
        status = take_traits(listing, row, movement, error);
    if (!status)
        status = take_figures(listing, row, movement, error);
    if (status)
        return status;
    note_places(diff, kam_table_cell(&listing->table, row, listing->revenue_delta));
    diff->moves[movement->move]++;
    return KAM_OK;
}
