#include "diff/listing.h"
#include "base/sortkeys.h"
#include "diff/cause.h"
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

/* ---- tracked columns --------------------------------------------------------------------------
 */

static enum kam_status find_tracked(struct kam_listing *listing,
                                    const struct kam_listing_options *options,
                                    struct kam_error *error)
{
    const struct kam_table *newest = &listing->diff->new->table;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < options->tracked_count && !status; i++) {
        struct kam_text name = options->tracked[i];
        size_t column;
        if (kam_table_find(&listing->diff->old->table, name) == KAM_NO_COLUMN)
            status = kam_table_require(newest, name, &column, error);
        if (!status)
            status = kam_carried_add(&listing->tracked, listing->diff, name, error);
    }
    return status;
}

/* The cell of a snapshot, empty where the customer isn't in it or it has no such column. */
static struct kam_text cell_of(const struct kam_snapshot *snapshot, uint32_t row, size_t column)
{
    if (row == KAM_NONE || column == KAM_NO_COLUMN)
        return (struct kam_text){NULL, 0};
    return kam_table_cell(&snapshot->table, row, column);
}

static bool is_changed(const struct kam_listing *listing, const struct kam_movement *movement)
{
    const struct kam_diff *diff = listing->diff;

    for (size_t i = 0; i < listing->tracked.count; i++) {
        const struct kam_carried *carried = &listing->tracked.items[i];
        if (!kam_text_equal(kam_carried_old(carried, diff, movement),
                            kam_carried_new(carried, diff, movement)))
            return true;
    }
    return false;
}

/* ---- which movements, in which order ----------------------------------------------------------
 */

static enum kam_status choose(struct kam_listing *listing,
                              const struct kam_listing_options *options, struct kam_error *error)
{
    const struct kam_diff *diff = listing->diff;
    uint32_t *order = malloc((diff->count + 1) * sizeof *order);

    listing->order = order;
    listing->count = listing->moved = 0;
    if (!order)
        return kam_error_nomem(error);
    for (size_t i = 0; i < diff->count; i++) {
        const struct kam_movement *movement = &diff->movements[i];
        bool moved = movement->move != KAM_MOVE_SAME || is_changed(listing, movement);
        if ((!moved && options->scope == KAM_LISTING_MOVED) ||
            kam_decimal_compare(size_of(movement->revenue_delta), options->least) < 0)
            continue;
        order[listing->count++] = (uint32_t)i;
        listing->moved += moved;
    }
    return sort(listing) ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_listing_init(struct kam_listing *listing, const struct kam_diff *diff,
                                 const struct kam_listing_options *options, struct kam_error *error)
{
    *listing = (struct kam_listing){.diff = diff};
    enum kam_status status = kam_carried_add_attributes(&listing->attributes, diff, error);

    if (!status)
        status = find_tracked(listing, options, error);
    if (!status)
        status = kam_details_init(&listing->details, diff, options->model, error);
    return status ? status : choose(listing, options, error);
}

void kam_listing_free(struct kam_listing *listing)
{
    kam_carried_free(&listing->attributes);
    kam_carried_free(&listing->tracked);
    free(listing->order);
    kam_details_free(&listing->details);
    memset(listing, 0, sizeof *listing);
}

/* ---- cells ------------------------------------------------------------------------------------
 */

/* A cell that was computed stands in here. */
struct scratch {
    char text[KAM_DECIMAL_SIZE];
    struct kam_buffer longer;
    const struct kam_details *details; /* borrowed */
    bool nomem;
};

static struct kam_text format(struct kam_decimal value, int places, struct scratch *scratch)
{
    size_t length = kam_decimal_format(value, places, scratch->text);

    return (struct kam_text){scratch->text, length};
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

static bool has_name(const struct kam_listing *listing)
{
    return listing->diff->old->account_name != KAM_NO_COLUMN ||
           listing->diff->new->account_name != KAM_NO_COLUMN;
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

static bool has_accounts(const struct kam_listing *listing)
{
    return listing->diff->has_accounts;
}

static struct kam_text revenue_transferred(const struct kam_diff *diff,
                                           const struct kam_movement *movement,
                                           struct scratch *scratch)
{
    struct kam_decimal organic, transferred = movement->revenue_delta;

    if (movement->transfer == KAM_NONE || !kam_diff_organic(diff, movement, &organic) ||
        !kam_decimal_subtract(&transferred, organic))
        return (struct kam_text){NULL, 0};
    return format(transferred, diff->places, scratch);
}

static struct kam_text into(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct scratch *scratch)
{
    (void)scratch;
    if (movement->move != KAM_MOVE_MERGED)
        return (struct kam_text){NULL, 0};
    return kam_diff_whole(diff, movement);
}

static struct kam_text from(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct scratch *scratch)
{
    (void)scratch;
    return movement->move == KAM_MOVE_SPLIT ? kam_diff_whole(diff, movement)
                                            : kam_diff_old_account(diff, movement);
}

static bool has_scores(const struct kam_listing *listing)
{
    return listing->diff->old->score != KAM_NO_COLUMN && listing->diff->new->score != KAM_NO_COLUMN;
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
    if (!kam_movement_has(movement, KAM_TRAIT_SCORED))
        return (struct kam_text){NULL, 0};
    return format(movement->score_delta, SCORE_PLACES, scratch);
}

static bool has_drivers(const struct kam_listing *listing)
{
    return listing->diff->drivers.count > 0;
}

static struct kam_text driver(const struct kam_diff *diff, const struct kam_movement *movement,
                              struct scratch *scratch)
{
    (void)scratch;
    if (movement->driver == KAM_NONE)
        return (struct kam_text){NULL, 0};
    return diff->drivers.dimensions[movement->driver].name;
}

static bool has_details(const struct kam_listing *listing)
{
    return kam_details_are_there(&listing->details);
}

static struct kam_text detail(const struct kam_diff *diff, const struct kam_movement *movement,
                              struct scratch *scratch)
{
    (void)diff;
    scratch->longer.len = 0;
    if (!kam_details_add(scratch->details, movement, &scratch->longer))
        scratch->nomem = true;
    return kam_buffer_text(&scratch->longer);
}

static bool has_causes(const struct kam_listing *listing)
{
    return listing->diff->has_causes;
}

static struct kam_text cause(const struct kam_diff *diff, const struct kam_movement *movement,
                             struct scratch *scratch)
{
    (void)diff, (void)scratch;
    return kam_text_of(kam_cause_name(movement->cause));
}

static bool has_strategies(const struct kam_listing *listing)
{
    return listing->diff->new->strategy != KAM_NO_COLUMN;
}

static struct kam_text strategy(const struct kam_diff *diff, const struct kam_movement *movement,
                                struct scratch *scratch)
{
    (void)scratch;
    return cell_of(diff->new, movement->new_row, diff->new->strategy);
}

static const struct column {
    const char *name;
    bool (*present)(const struct kam_listing *listing); /* NULL: always */
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
    {"revenue_transferred", has_accounts, revenue_transferred},
    {"into", has_accounts, into},
    {"from", has_accounts, from},
    {"score_from", has_scores, score_from},
    {"score_to", has_scores, score_to},
    {"score_delta", has_scores, score_delta},
    {"driver", has_drivers, driver},
    {"detail", has_details, detail},
    {"cause", has_causes, cause},
    {"strategy", has_strategies, strategy},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

/* Behind which of them the attributes stand, and before which the tracked columns. */
static const char attributes_behind[] = "account_name", tracked_before[] = "strategy";

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

/* A column as it is written. */
struct written {
    const struct column *column;       /* NULL: */
    const struct kam_carried *carried; /* what it is taken from, and how */
    struct kam_text (*cell)(const struct kam_carried *carried, const struct kam_diff *diff,
                            const struct kam_movement *movement);
    enum kam_cell_kind kind;
};

struct layout {
    struct written *items;
    size_t count;
    struct kam_writer *writer; /* which gets the header */
};

static void put_column(struct layout *layout, const struct kam_listing *listing,
                       const struct column *column)
{
    struct kam_text name = kam_text_of(column->name);

    if (column->present && !column->present(listing))
        return;
    layout->items[layout->count++] =
        (struct written){.column = column, .kind = kam_column_cell_kind(name)};
    kam_writer_cell(layout->writer, name, KAM_CELL_TEXT);
}

static bool put_carried(struct layout *layout, struct written column, const char *suffix)
{
    struct kam_buffer name = {NULL, 0, 0};
    bool ok =
        kam_buffer_add(&name, column.carried->name) && kam_buffer_add(&name, kam_text_of(suffix));

    if (ok)
        kam_writer_cell(layout->writer, kam_buffer_text(&name), KAM_CELL_TEXT);
    kam_buffer_free(&name);
    column.kind = kam_column_cell_kind(column.carried->name);
    layout->items[layout->count++] = column;
    return ok;
}

static bool put_attributes(struct layout *layout, const struct kam_listing *listing)
{
    bool ok = true;

    for (size_t i = 0; ok && i < listing->attributes.count; i++)
        ok = put_carried(
            layout,
            (struct written){.carried = &listing->attributes.items[i], .cell = kam_carried_newest},
            "");
    return ok;
}

static bool put_tracked(struct layout *layout, const struct kam_listing *listing)
{
    bool ok = true;

    for (size_t i = 0; ok && i < listing->tracked.count; i++) {
        const struct kam_carried *tracked = &listing->tracked.items[i];
        ok = put_carried(layout, (struct written){.carried = tracked, .cell = kam_carried_old},
                         "_from") &&
             put_carried(layout, (struct written){.carried = tracked, .cell = kam_carried_new},
                         "_to");
    }
    return ok;
}

static bool put_header(struct layout *layout, const struct kam_listing *listing)
{
    bool ok = true;

    for (size_t i = 0; ok && i < COLUMNS; i++) {
        if (strcmp(columns[i].name, tracked_before) == 0)
            ok = put_tracked(layout, listing);
        put_column(layout, listing, &columns[i]);
        if (ok && strcmp(columns[i].name, attributes_behind) == 0)
            ok = put_attributes(layout, listing);
    }
    kam_writer_end_row(layout->writer);
    return ok;
}

static struct kam_text cell(const struct kam_diff *diff, const struct written *written,
                            const struct kam_movement *movement, struct scratch *scratch)
{
    return written->column ? written->column->cell(diff, movement, scratch)
                           : written->cell(written->carried, diff, movement);
}

static bool write_rows(const struct kam_listing *listing, const struct layout *layout)
{
    struct scratch scratch = {.details = &listing->details};

    for (size_t k = 0; k < listing->count && !scratch.nomem; k++) {
        expect(listing, k);
        for (size_t i = 0; i < layout->count; i++)
            kam_writer_cell(
                layout->writer,
                cell(listing->diff, &layout->items[i], movement_at(listing, k), &scratch),
                layout->items[i].kind);
        kam_writer_end_row(layout->writer);
    }
    kam_buffer_free(&scratch.longer);
    return !scratch.nomem;
}

enum kam_status kam_listing_write(const struct kam_listing *listing, struct kam_writer *writer,
                                  struct kam_error *error)
{
    size_t most = COLUMNS + listing->attributes.count + 2 * listing->tracked.count;
    struct layout layout = {.items = malloc(most * sizeof *layout.items), .writer = writer};
    bool ok = layout.items && put_header(&layout, listing);

    ok = ok && write_rows(listing, &layout);
    free(layout.items);
    return ok ? KAM_OK : kam_error_nomem(error);
}
