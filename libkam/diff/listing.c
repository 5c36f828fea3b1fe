#include "diff/listing.h"
#include "base/sortkeys.h"
#include "table/columns.h"

#include <stdlib.h>

static struct kam_decimal size_of(struct kam_decimal delta)
{
    return kam_decimal_sign(delta) < 0 ? kam_decimal_negate(delta) : delta;
}

static int compare_movements(uint32_t a, uint32_t b, void *context)
{
    const struct kam_diff *diff = context;
    const struct kam_movement *x = &diff->movements[a], *y = &diff->movements[b];
    int order = kam_decimal_compare(size_of(y->revenue_delta), size_of(x->revenue_delta));

    return order ? order : kam_text_order(kam_diff_account(diff, x), kam_diff_account(diff, y));
}

/* By numbers that are nearly as fine as the differences; what these can't tell apart is compared.
 */
static bool sort(struct kam_listing *listing)
{
    const struct kam_diff *diff = listing->diff;
    uint64_t *keys = malloc((diff->count + 1) * sizeof *keys);
    bool ok = keys != NULL;

    for (size_t i = 0; ok && i < listing->count; i++) {
        uint32_t movement = listing->order[i];
        keys[movement] = ~kam_sort_key(size_of(diff->movements[movement].revenue_delta));
    }
    /* kam_diff_account and the comparison only read what the context points to. */
    ok = ok && kam_sort_by_keys(listing->order, keys, listing->count) &&
         kam_sort_equal_keys(listing->order, keys, listing->count, compare_movements,
                             (void *)(uintptr_t)diff);
    free(keys);
    return ok;
}

enum kam_status kam_listing_init(struct kam_listing *listing, const struct kam_diff *diff,
                                 enum kam_listing_scope scope, struct kam_decimal least,
                                 struct kam_error *error)
{
    uint32_t *order = malloc((diff->count + 1) * sizeof *order);

    *listing = (struct kam_listing){.diff = diff, .order = order};
    if (!order)
        return kam_error_nomem(error);
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        bool moved = movement->move != KAM_MOVE_SAME;
        if ((!moved && scope == KAM_LISTING_MOVED) ||
            kam_decimal_compare(size_of(movement->revenue_delta), least) < 0)
            continue;
        order[listing->count++] = (uint32_t)i;
        listing->moved += moved;
    }
    return sort(listing) ? KAM_OK : kam_error_nomem(error);
}

void kam_listing_free(struct kam_listing *listing)
{
    free(listing->order);
    memset(listing, 0, sizeof *listing);
}

/* ---- cells ------------------------------------------------------------------------------------
 */

/* A cell that was computed stands in here. */
struct scratch {
    char text[KAM_DECIMAL_SIZE];
};

static struct kam_text format(struct kam_decimal value, int places, struct scratch *scratch)
{
    size_t length = kam_decimal_format(value, places, scratch->text);

    return (struct kam_text){scratch->text, length};
}

/* The cell of a snapshot, empty where the customer isn't in it or it has no such column. */
static struct kam_text cell_of(const struct kam_snapshot *snapshot, uint32_t row, size_t column)
{
    if (row == KAM_NONE || column == KAM_NO_COLUMN)
        return (struct kam_text){NULL, 0};
    return kam_table_cell(&snapshot->table, row, column);
}

static struct kam_text account_id(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct scratch *scratch)
{
    (void)scratch;
    return kam_diff_account(diff, movement);
}

/* The newest name there is. */
static struct kam_text account_name(const struct kam_diff *diff,
                                    const struct kam_movement *movement, struct scratch *scratch)
{
    struct kam_text name = cell_of(diff->new, movement->new_row, diff->new->account_name);

    (void)scratch;
    return name.len ? name : cell_of(diff->old, movement->old_row, diff->old->account_name);
}

static bool has_name(const struct kam_diff *diff)
{
    return diff->old->account_name != KAM_NO_COLUMN || diff->new->account_name != KAM_NO_COLUMN;
}

static struct kam_text move(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct scratch *scratch)
{
    (void)diff, (void)scratch;
    return kam_text_of(kam_move_name(movement->move));
}

static struct kam_text tier_from(const struct kam_diff *diff, const struct kam_movement *movement,
                                 struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->old, movement->old_row, diff->old->tier);
}

static struct kam_text tier_to(const struct kam_diff *diff, const struct kam_movement *movement,
                               struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->new, movement->new_row, diff->new->tier);
}

static struct kam_text revenue_from(const struct kam_diff *diff,
                                    const struct kam_movement *movement, struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->old, movement->old_row, diff->old_figure);
}

static struct kam_text revenue_to(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->new, movement->new_row, diff->new_figure);
}

static struct kam_text revenue_delta(const struct kam_diff *diff,
                                     const struct kam_movement *movement, struct scratch *scratch)
{
    return format(movement->revenue_delta, diff->places, scratch);
}

static bool has_scores(const struct kam_diff *diff)
{
    return diff->old->score != KAM_NO_COLUMN && diff->new->score != KAM_NO_COLUMN;
}

static struct kam_text score_from(const struct kam_diff *diff, const struct kam_movement *movement,
                                  struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->old, movement->old_row, diff->old->score);
}

static struct kam_text score_to(const struct kam_diff *diff, const struct kam_movement *movement,
                                struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->new, movement->new_row, diff->new->score);
}

static struct kam_text score_delta(const struct kam_diff *diff, const struct kam_movement *movement,
                                   struct scratch *scratch)
{
    enum { SCORE_PLACES = 4 };

    (void)diff;
    if (!movement->scored)
        return (struct kam_text){NULL, 0};
    return format(movement->score_delta, SCORE_PLACES, scratch);
}

static bool has_drivers(const struct kam_diff *diff)
{
    return diff->drivers.count > 0;
}

static struct kam_text driver(const struct kam_diff *diff, const struct kam_movement *movement,
                              struct scratch *scratch)
{
    (void)scratch;
    if (movement->driver == KAM_NONE)
        return (struct kam_text){NULL, 0};
    return diff->drivers.dimensions[movement->driver].name;
}

static bool has_strategies(const struct kam_diff *diff)
{
    return diff->new->strategy != KAM_NO_COLUMN;
}

static struct kam_text strategy(const struct kam_diff *diff, const struct kam_movement *movement,
                                struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->new, movement->new_row, diff->new->strategy);
}

static const struct column {
    const char *name;
    bool (*present)(const struct kam_diff *diff); /* NULL: always */
    struct kam_text (*cell)(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct scratch *scratch);
} columns[] = {
    {"account_id", NULL, account_id},
    {"account_name", has_name, account_name},
    {"move", NULL, move},
    {"tier_from", NULL, tier_from},
    {"tier_to", NULL, tier_to},
    {"revenue_from", NULL, revenue_from},
    {"revenue_to", NULL, revenue_to},
    {"revenue_delta", NULL, revenue_delta},
    {"score_from", has_scores, score_from},
    {"score_to", has_scores, score_to},
    {"score_delta", has_scores, score_delta},
    {"driver", has_drivers, driver},
    {"strategy", has_strategies, strategy},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

static const struct kam_movement *movement_at(const struct kam_listing *listing, size_t k)
{
    return &listing->diff->movements[listing->order[k]];
}

static void expect_row(const struct kam_snapshot *snapshot, uint32_t row,
                       void (*expect)(const struct kam_table *table, size_t row))
{
    if (row != KAM_NONE)
        expect(&snapshot->table, row);
}

/*
 * The rows of the movements that are listed behind the K-th will be needed soon. They are all over
 * the memory, and so are the movements, and what says where the rows are.
 */
static void expect(const struct kam_listing *listing, size_t k)
{
    enum { AHEAD = 8, PLACES_AHEAD = 16, MOVEMENTS_AHEAD = 32 };
    const struct kam_diff *diff = listing->diff;

    if (k + MOVEMENTS_AHEAD < listing->count)
        __builtin_prefetch(movement_at(listing, k + MOVEMENTS_AHEAD));
    if (k + PLACES_AHEAD < listing->count) {
        const struct kam_movement *movement = movement_at(listing, k + PLACES_AHEAD);
        expect_row(diff->old, movement->old_row, kam_table_expect_place);
        expect_row(diff->new, movement->new_row, kam_table_expect_place);
    }
    if (k + AHEAD < listing->count) {
        const struct kam_movement *movement = movement_at(listing, k + AHEAD);
        expect_row(diff->old, movement->old_row, kam_table_expect);
        expect_row(diff->new, movement->new_row, kam_table_expect);
    }
}

void kam_listing_write(const struct kam_listing *listing, struct kam_writer *writer)
{
    const struct kam_diff *diff = listing->diff;
    const struct column *written[COLUMNS] = {NULL};
    enum kam_cell_kind kinds[COLUMNS];
    size_t width = 0;

    for (size_t i = 0; i < COLUMNS; i++)
        if (!columns[i].present || columns[i].present(diff)) {
            struct kam_text name = kam_text_of(columns[i].name);
            written[width] = &columns[i];
            kinds[width++] = kam_column_cell_kind(name);
            kam_writer_cell(writer, name, KAM_CELL_TEXT);
        }
    kam_writer_end_row(writer);
    for (size_t k = 0; k < listing->count; k++) {
        expect(listing, k);
        const struct kam_movement *movement = movement_at(listing, k);
        for (size_t i = 0; i < width; i++) {
            struct scratch scratch;
            kam_writer_cell(writer, written[i]->cell(diff, movement, &scratch), kinds[i]);
        }
        kam_writer_end_row(writer);
    }
}
