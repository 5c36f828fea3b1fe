#include "diff/listingread.h"
#include "diff/cause.h"
#include "diff/listingparts.h"

#include <stdlib.h>

/* ---- columns --------------------------------------------------------------------------------- */

/* A column, and where its number is kept. */
struct column {
    const char *name;
    size_t offset;
};

#define COLUMN(name)                                                                               \
    {                                                                                              \
#name, offsetof(struct kam_listing_read, name)                                             \
    }

static const struct column needed[] = {
    COLUMN(account_id),   COLUMN(move),       COLUMN(tier_from),     COLUMN(tier_to),
    COLUMN(revenue_from), COLUMN(revenue_to), COLUMN(revenue_delta),
};

static const struct column of_accounts[] = {
    COLUMN(revenue_transferred),
    COLUMN(into),
    COLUMN(from),
};

static const struct column others[] = {
    COLUMN(lost_in), COLUMN(account_name), COLUMN(cause),
    COLUMN(driver),  COLUMN(detail),       COLUMN(strategy),
};

enum {
    NEEDED = sizeof needed / sizeof *needed,
    OF_ACCOUNTS = sizeof of_accounts / sizeof *of_accounts,
    OTHERS = sizeof others / sizeof *others
};

static bool is_among(const struct column *columns, size_t count, struct kam_text name)
{
    for (size_t i = 0; i < count; i++)
        if (kam_text_equal(name, kam_text_of(columns[i].name)))
            return true;
    return false;
}

/* CONTEXT: the column that is kept, too. */
static bool keeps(const void *context, struct kam_text name)
{
    const struct kam_text *column = context;

    return is_among(needed, NEEDED, name) || is_among(of_accounts, OF_ACCOUNTS, name) ||
           is_among(others, OTHERS, name) || kam_text_equal(name, *column);
}

static enum kam_status find(struct kam_listing_read *listing, const struct column *columns,
                            size_t count, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < count && !status; i++)
        status = kam_table_optional(&listing->table, kam_text_of(columns[i].name),
                                    (size_t *)((char *)listing + columns[i].offset), error);
    return status;
}

/* KAM_DATA if one of COLUMNS[COUNT] isn't there. */
static enum kam_status require(const struct kam_listing_read *listing, const struct column *columns,
                               size_t count, struct kam_error *error)
{
    struct kam_place place = {.file = listing->file, .line = listing->table.header_line};
    struct kam_buffer lacking = {NULL, 0, 0};
    bool ok = true;

    for (size_t i = 0; i < count && ok; i++)
        if (kam_table_find(&listing->table, kam_text_of(columns[i].name)) == KAM_NO_COLUMN)
            ok = kam_buffer_printf(&lacking, "%s%s", lacking.len ? ", " : "", columns[i].name);
    enum kam_status status = ok ? KAM_OK : kam_error_nomem(error);
    if (!status && lacking.len)
        status = kam_error_at(error, KAM_DATA, &place,
                              "it lacks %s, and is no list of movements as kam-diff --all "
                              "writes one",
                              lacking.ptr);
    kam_buffer_free(&lacking);
    return status;
}

static enum kam_status find_columns(struct kam_listing_read *listing, struct kam_error *error)
{
    enum kam_status status = require(listing, needed, NEEDED, error);

    if (!status)
        status = find(listing, needed, NEEDED, error);
    if (!status)
        status = find(listing, of_accounts, OF_ACCOUNTS, error);
    if (!status)
        status = find(listing, others, OTHERS, error);
    listing->diff.has_accounts = !status && listing->into != KAM_NO_COLUMN;
    if (listing->diff.has_accounts)
        status = require(listing, of_accounts, OF_ACCOUNTS, error);
    return status;
}

/* ---- movements ------------------------------------------------------------------------------- */

static enum kam_status take_move(const struct kam_listing_read *listing, size_t row,
                                 struct kam_movement *movement, struct kam_error *error)
{
    struct kam_text name = kam_table_cell(&listing->table, row, listing->move);
    struct kam_place place = kam_table_place(&listing->table, row, listing->move);
    enum kam_move move;

    if (!kam_move_parse(name, &move))
        return kam_error_at(error, KAM_DATA, &place, "no move of kam-diff: %s", kam_show(name).s);
    movement->move = move;
    return KAM_OK;
}

static enum kam_status take_cause(const struct kam_listing_read *listing, size_t row,
                                  struct kam_movement *movement, struct kam_error *error)
{
    enum kam_cause cause = KAM_CAUSE_NONE;

    if (listing->cause != KAM_NO_COLUMN) {
        struct kam_text name = kam_table_cell(&listing->table, row, listing->cause);
        struct kam_place place = kam_table_place(&listing->table, row, listing->cause);
        if (!kam_cause_parse(name, &cause))
            return kam_error_at(error, KAM_DATA, &place, "no cause of kam-diff: %s",
                                kam_show(name).s);
    }
    movement->cause = cause;
    return KAM_OK;
}

/* Where it stood in the snapshot that COLUMN is of, and that it did. */
static enum kam_status take_tier(const struct kam_listing_read *listing, size_t row, size_t column,
                                 uint32_t *step, uint32_t *side_row, struct kam_error *error)
{
    struct kam_text name = kam_table_cell(&listing->table, row, column);
    struct kam_place place = kam_table_place(&listing->table, row, column);

    *step = *side_row = KAM_NONE;
    if (name.len == 0)
        return KAM_OK;
    *step = kam_ladder_find(listing->diff.ladder, name);
    *side_row = (uint32_t)row;
    return *step != KAM_NONE
               ? KAM_OK
               : kam_error_at(error, KAM_DATA, &place, "%s is none of the tiers of the snapshot",
                              kam_show(name).s);
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

static enum kam_status take_traits(const struct kam_listing_read *listing, size_t row,
                                   struct kam_movement *movement, struct kam_error *error)
{
    unsigned lost = lost_of(movement);

    if (movement->move == KAM_MOVE_WON)
        movement->traits |= KAM_TRAIT_PROSPECT;
    if (movement->move == KAM_MOVE_RETURNED && movement->old_row == KAM_NONE)
        movement->traits |= KAM_TRAIT_SEEN;
    if (listing->lost_in != KAM_NO_COLUMN) {
        struct kam_text name = kam_table_cell(&listing->table, row, listing->lost_in);
        struct kam_place place = kam_table_place(&listing->table, row, listing->lost_in);
        if (!kam_lost_parse(name, &lost))
            return kam_error_at(error, KAM_DATA, &place, "not old, new or both: %s",
                                kam_show(name).s);
        if (!goes_with(movement, lost))
            return kam_error_at(error, KAM_DATA, &place, "%s doesn't go with move %s",
                                kam_show(name).s, kam_move_name(movement->move));
    }
    movement->traits |= lost & KAM_TRAITS_LOST;
    return KAM_OK;
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

static enum kam_status take_row(struct kam_listing_read *listing, size_t row,
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

/* That there may be customers of some kinds. */
static void take_kinds(struct kam_listing_read *listing)
{
    enum { MONEY_PLACES = 2 };
    struct kam_diff *diff = &listing->diff;
    bool told = listing->lost_in != KAM_NO_COLUMN;

    if (diff->count == 0)
        diff->places = MONEY_PLACES;
    diff->has_prospects = diff->moves[KAM_MOVE_WON] > 0;
    diff->has_silent = told || diff->moves[KAM_MOVE_SILENT] > 0;
    diff->has_returned = told || diff->moves[KAM_MOVE_RETURNED] > 0;
    diff->has_causes = listing->cause != KAM_NO_COLUMN;
    listing->has_unmoved =
        diff->count == 0 || diff->moves[KAM_MOVE_SAME] || diff->moves[KAM_MOVE_SILENT];
}

static enum kam_status take_rows(struct kam_listing_read *listing, struct kam_error *error)
{
    struct kam_diff *diff = &listing->diff;
    enum kam_status status = KAM_OK;

    diff->movements = kam_pages_alloc((listing->table.count + 1) * sizeof *diff->movements);
    if (!diff->movements)
        return kam_error_nomem(error);
    for (; diff->count < listing->table.count && !status; diff->count++)
        status = take_row(listing, diff->count, error);
    if (!status)
        take_kinds(listing);
    return status;
}

/* ---- all of it ------------------------------------------------------------------------------- */

enum kam_status kam_listing_read(struct kam_listing_read *listing, const char *path,
                                 const struct kam_ladder *ladder, struct kam_text column,
                                 const struct kam_reader_options *options, struct kam_error *error)
{
    listing->file = path;
    listing->column = column;
    listing->table.choice = (struct kam_table_choice){.keeps = keeps, .context = &listing->column};
    listing->diff = (struct kam_diff){.ladder = ladder, .places = KAM_DECIMAL_PLACES};
    enum kam_status status = kam_table_read(&listing->table, &path, 1, options, error);
    if (!status)
        status = find_columns(listing, error);
    if (!status)
        status = take_rows(listing, error);
    if (!status)
        status = kam_row_index_make(&listing->index, &listing->table, listing->account_id, error);
    if (!status && listing->diff.has_accounts)
        status = kam_listingparts_find(listing, error);
    else if (!status && listing->diff.moves[KAM_MOVE_MERGED] + listing->diff.moves[KAM_MOVE_SPLIT])
        status = require(listing, of_accounts, OF_ACCOUNTS, error);
    return status;
}

enum kam_status kam_listing_part(struct kam_diff *part, const struct kam_listing_read *listing,
                                 const uint32_t *rows, size_t count, struct kam_error *error)
{
    *part = listing->diff;
    part->count = 0;
    memset(part->moves, 0, sizeof part->moves);
    part->movements = malloc((count + 1) * sizeof *part->movements);
    if (!part->movements)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        const struct kam_movement *movement = &listing->diff.movements[rows[i]];
        part->movements[part->count++] = *movement;
        part->moves[movement->move]++;
    }
    return KAM_OK;
}

void kam_listing_read_free(struct kam_listing_read *listing)
{
    kam_diff_free(&listing->diff);
    kam_row_index_free(&listing->index);
    kam_table_free(&listing->table);
}
