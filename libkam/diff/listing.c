#include "diff/listing.h"
#include "base/sortkeys.h"
#include "diff/listingcell.h"
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
        bool moved = kam_move_is_one(movement->move) || is_changed(listing, movement);
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

/* ---- writing ----------------------------------------------------------------------------------
 */

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
    const struct kam_listingcolumn *column; /* NULL: */
    const struct kam_carried *carried;      /* what it is taken from, and how */
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
                       const struct kam_listingcolumn *column)
{
    struct kam_text name = kam_text_of(column->name);

    if (column->present && !column->present(listing->diff, &listing->details))
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

    for (size_t i = 0; ok && i < kam_listingcolumn_count; i++) {
        if (strcmp(kam_listingcolumns[i].name, tracked_before) == 0)
            ok = put_tracked(layout, listing);
        put_column(layout, listing, &kam_listingcolumns[i]);
        if (ok && strcmp(kam_listingcolumns[i].name, attributes_behind) == 0)
            ok = put_attributes(layout, listing);
    }
    kam_writer_end_row(layout->writer);
    return ok;
}

static struct kam_text cell(const struct kam_diff *diff, const struct written *written,
                            const struct kam_movement *movement, struct kam_listingcell *scratch)
{
    return written->column ? written->column->cell(diff, movement, scratch)
                           : written->cell(written->carried, diff, movement);
}

static bool write_rows(const struct kam_listing *listing, const struct layout *layout)
{
    struct kam_listingcell scratch = {.details = &listing->details};

    for (size_t k = 0; k < listing->count && !scratch.nomem; k++) {
        expect(listing, k);
        for (size_t i = 0; i < layout->count; i++)
            kam_writer_cell(
                layout->writer,
                cell(listing->diff, &layout->items[i], movement_at(listing, k), &scratch),
                layout->items[i].kind);
        kam_writer_end_row(layout->writer);
    }
    kam_listingcell_free(&scratch);
    return !scratch.nomem;
}

enum kam_status kam_listing_write(const struct kam_listing *listing, struct kam_writer *writer,
                                  struct kam_error *error)
{
    size_t most = kam_listingcolumn_count + listing->attributes.count + 2 * listing->tracked.count;
    struct layout layout = {.items = malloc(most * sizeof *layout.items), .writer = writer};
    bool ok = layout.items && put_header(&layout, listing);

    ok = ok && write_rows(listing, &layout);
    free(layout.items);
    return ok ? KAM_OK : kam_error_nomem(error);
}
