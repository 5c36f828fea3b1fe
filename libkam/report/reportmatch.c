#include "report/reportmatch.h"

static struct kam_text cell(const struct kam_reportmatch *match, size_t row, size_t column)
{
    return column == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(match->list, row, column);
}

static enum kam_status reject_id(const struct kam_reportmatch *match, size_t row, size_t column,
                                 struct kam_error *error)
{
    struct kam_place place = kam_table_place(match->list, row, column);

    return kam_error_at(error, KAM_DATA, &place, "%s isn't in %s; is it %s of that snapshot?",
                        kam_show(cell(match, row, column)).s, match->snapshot->file, match->maker);
}

static enum kam_status reject_tier(const struct kam_reportmatch *match, size_t row,
                                   struct kam_text tier, struct kam_error *error)
{
    struct kam_place place = kam_table_place(match->list, row, match->tier);

    return kam_error_at(
        error, KAM_DATA, &place, "%s, but %s has %s in %s; is it %s of that snapshot?",
        kam_show(cell(match, row, match->tier)).s, kam_show(cell(match, row, match->id)).s,
        kam_show(tier).s, match->snapshot->file, match->maker);
}

/* FOUND: the row of the snapshot that has its id. */
static enum kam_status check_row(const struct kam_reportmatch *match, size_t row, uint32_t found,
                                 struct kam_error *error)
{
    const struct kam_snapshot *snapshot = match->snapshot;
    struct kam_text tier = cell(match, row, match->tier), former = cell(match, row, match->former);
    struct kam_text there;

    if (match->by_tier && tier.len == 0)
        return KAM_OK;
    if (former.len)
        found = kam_row_index_row(&snapshot->index, former);
    if (found == KAM_NONE && !former.len && cell(match, row, match->elsewhere).len)
        return KAM_OK;
    if (found == KAM_NONE)
        return reject_id(match, row, former.len ? match->former : match->id, error);
    if (match->tier == KAM_NO_COLUMN)
        return KAM_OK;
    there = kam_snapshot_cell(snapshot, found, snapshot->tier);
    return kam_text_equal(tier, there) ? KAM_OK : reject_tier(match, row, there, error);
}

enum kam_status kam_reportmatch_check(const struct kam_reportmatch *match, struct kam_error *error)
{
    enum { AT_ONCE = 256 };
    uint32_t found[AT_ONCE];
    size_t all = match->list->count;
    enum kam_status status = KAM_OK;

    for (size_t from = 0; from < all && !status; from += AT_ONCE) {
        size_t count = all - from;
        if (count > AT_ONCE)
            count = AT_ONCE;
        kam_row_index_find(&match->snapshot->index, match->list, match->id, from, count, found);
        for (size_t i = 0; i < count && !status; i++)
            status = check_row(match, from + i, found[i], error);
    }
    return status;
}
