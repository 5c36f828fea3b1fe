#include "diff/listingparts.h"

#include <stdlib.h>

/* What is known while parts look for their wholes. */
struct search {
    struct kam_listing_read *listing;
    struct kam_map old_ids; /* that customers had who have another one now */
    uint32_t *renamed;      /* the row of each of them */
    size_t renamed_capacity;
    bool has_orphans; /* parts whose whole isn't found */
};

static struct kam_text cell(const struct search *search, size_t row, size_t column)
{
    return kam_table_cell(&search->listing->table, row, column);
}

static enum kam_status reject(const struct search *search, size_t row, size_t column,
                              const char *what, struct kam_error *error)
{
    struct kam_place place = kam_table_place(&search->listing->table, row, column);

    return kam_error_at(error, KAM_DATA, &place, "%s %s", kam_show(cell(search, row, column)).s,
                        what);
}

static enum kam_status too_large(struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA,
                         "the revenue of merged or split customers adds up to too large a number");
}

/* ---- wholes ---------------------------------------------------------------------------------- */

static bool note_renamed(struct search *search)
{
    const struct kam_diff *diff = &search->listing->diff;
    bool ok = true;
    uint32_t number;

    for (uint32_t row = 0; row < diff->count && ok; row++) {
        struct kam_text id = cell(search, row, search->listing->from);
        if (id.len == 0 || diff->movements[row].move == KAM_MOVE_SPLIT)
            continue;
        ok = kam_map_intern(&search->old_ids, id, &number) &&
             kam_array_reserve(&search->renamed, &search->renamed_capacity, (size_t)number + 1,
                               sizeof *search->renamed);
        if (ok)
            search->renamed[number] = row;
    }
    return ok;
}

/* The row of the customer that has ID now. */
static uint32_t find_new(const struct search *search, struct kam_text id)
{
    uint32_t row = kam_row_index_row(&search->listing->index, id);

    return row != KAM_NONE && search->listing->diff.movements[row].new_row != KAM_NONE ? row
                                                                                       : KAM_NONE;
}

/* Of the one that had it. */
static uint32_t find_old(const struct search *search, struct kam_text id)
{
    uint32_t number = kam_map_find(&search->old_ids, id);
    uint32_t row = kam_row_index_row(&search->listing->index, id);

    if (number != KAM_NONE && search->renamed)
        return search->renamed[number];
    if (row == KAM_NONE || search->listing->diff.movements[row].old_row == KAM_NONE ||
        cell(search, row, search->listing->from).len)
        return KAM_NONE;
    return row;
}

/* A merged customer isn't a whole, nor is one split off. */
static bool is_part(const struct kam_movement *movement)
{
    return movement->move == KAM_MOVE_MERGED || movement->move == KAM_MOVE_SPLIT;
}

static enum kam_status find_whole(struct search *search, size_t row, struct kam_error *error)
{
    const struct kam_listing_read *listing = search->listing;
    struct kam_movement *part = &listing->diff.movements[row];
    bool merged = part->move == KAM_MOVE_MERGED;
    size_t column = merged ? listing->into : listing->from;
    struct kam_text id = cell(search, row, column);

    part->whole = merged ? find_new(search, id) : find_old(search, id);
    if (id.len == 0 || (part->whole != KAM_NONE && is_part(&listing->diff.movements[part->whole])))
        return reject(search, row, column, "is no customer that this one could be part of", error);
    if (part->whole == KAM_NONE && listing->has_unmoved)
        return reject(search, row, column, "is no customer of this list; is it all of it?", error);
    search->has_orphans = search->has_orphans || part->whole == KAM_NONE;
    return KAM_OK;
}

/* ---- transfers ------------------------------------------------------------------------------- */

static struct kam_transfer *transfer_of(struct kam_diff *diff, struct kam_movement *movement)
{
    if (movement->transfer == KAM_NONE) {
        if (!kam_array_reserve(&diff->transfers, &diff->transfers_capacity,
                               diff->transfer_count + 1, sizeof *diff->transfers))
            return NULL;
        diff->transfers[diff->transfer_count] = (struct kam_transfer){.merged_customers = 0};
        movement->transfer = (uint32_t)diff->transfer_count++;
    }
    return &diff->transfers[movement->transfer];
}

/* What PART has is its own, negative or not, and the opposite its whole's. */
static enum kam_status transfer_part(struct kam_diff *diff, struct kam_movement *part,
                                     struct kam_error *error)
{
    bool merged = part->move == KAM_MOVE_MERGED;
    struct kam_transfer *transfer = transfer_of(diff, part);

    if (!transfer)
        return kam_error_nomem(error);
    if (merged)
        transfer->merged = kam_decimal_negate(part->revenue_from);
    else
        transfer->split = part->revenue_to;
    if (part->whole == KAM_NONE)
        return KAM_OK;
    transfer = transfer_of(diff, &diff->movements[part->whole]);
    if (!transfer)
        return kam_error_nomem(error);
    transfer->merged_customers += merged;
    transfer->split_customers += !merged;
    transfer->merged_counted += merged && kam_movement_had_revenue(part);
    if (merged)
        return kam_decimal_add(&transfer->merged, part->revenue_from) ? KAM_OK : too_large(error);
    return kam_decimal_subtract(&transfer->split, part->revenue_to) ? KAM_OK : too_large(error);
}

static enum kam_status transfer_parts(struct search *search, struct kam_error *error)
{
    struct kam_diff *diff = &search->listing->diff;
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < diff->count && !status; row++) {
        if (!is_part(&diff->movements[row]))
            continue;
        status = find_whole(search, row, error);
        if (!status)
            status = transfer_part(diff, &diff->movements[row], error);
    }
    return status;
}

/* ---- what it has to come to ------------------------------------------------------------------ */

/*
 * Whether the parts of the customer of MOVEMENT come to TRANSFERRED; an empty cell is for who took
 * nobody in and had nobody split off.
 */
static bool comes_to(const struct kam_diff *diff, const struct kam_movement *movement,
                     struct kam_decimal transferred, bool empty)
{
    if (empty || movement->transfer == KAM_NONE)
        return empty && movement->transfer == KAM_NONE;
    struct kam_decimal sum = diff->transfers[movement->transfer].merged;
    return kam_decimal_add(&sum, diff->transfers[movement->transfer].split) &&
           kam_decimal_compare(sum, transferred) == 0;
}

static enum kam_status check_transferred(struct search *search, size_t row, struct kam_error *error)
{
    const struct kam_listing_read *listing = search->listing;
    struct kam_diff *diff = &search->listing->diff;
    struct kam_movement *movement = &diff->movements[row];
    struct kam_decimal transferred;
    bool empty;
    enum kam_status status = kam_table_number(&listing->table, row, listing->revenue_transferred,
                                              &transferred, &empty, error);

    if (status || comes_to(diff, movement, transferred, empty))
        return status;
    return reject(search, row, listing->revenue_transferred,
                  "isn't what customers merged into this one, or split off it, come to", error);
}

static enum kam_status check_all(struct search *search, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < search->listing->diff.count && !status; row++)
        status = check_transferred(search, row, error);
    return status;
}

enum kam_status kam_listingparts_find(struct kam_listing_read *listing, struct kam_error *error)
{
    struct search search = {.listing = listing};
    enum kam_status status = note_renamed(&search) ? KAM_OK : kam_error_nomem(error);

    if (!status)
        status = transfer_parts(&search, error);
    if (!status && !search.has_orphans)
        status = check_all(&search, error);
    kam_map_free(&search.old_ids);
    free(search.renamed);
    return status;
}
