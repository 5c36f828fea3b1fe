#include "diff/listingread.h"
#include "diff/listingparts.h"
#include "diff/listingrow.h"

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
        status = kam_listingrow_take(listing, diff->count, error);
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
