#include "diff/roster.h"
#include "account/owner.h"
#include "account/settext.h"

#include <stdlib.h>

/* ---- members lists ----------------------------------------------------------------------------
 */

/* The rows of the list by the rows of the snapshot: counted, then put into their places. */
static bool order_list(struct kam_roster *roster, size_t *stray)
{
    struct kam_list_of_members *list = &roster->list;
    size_t rows = roster->snapshot->table.count, count = list->table.count;

    list->owners = malloc((count + 1) * sizeof *list->owners);
    list->order = malloc((count + 1) * sizeof *list->order);
    list->starts = calloc(rows + 2, sizeof *list->starts);
    if (!list->owners || !list->order || !list->starts)
        return false;
    kam_row_index_find(&roster->snapshot->index, &list->table, list->customer, 0, count,
                       list->owners);
    for (size_t i = 0; i < count; i++)
        if (list->owners[i] != KAM_NONE)
            list->starts[list->owners[i] + 2]++;
        else
            ++*stray;
    for (size_t row = 0; row < rows; row++)
        list->starts[row + 2] += list->starts[row + 1];
    for (size_t i = 0; i < count; i++)
        if (list->owners[i] != KAM_NONE)
            list->order[list->starts[list->owners[i] + 1]++] = (uint32_t)i;
    return true;
}

static enum kam_status read_list(struct kam_roster *roster, const char *path,
                                 const struct kam_reader_options *options, size_t *stray,
                                 struct kam_error *error)
{
    struct kam_list_of_members *list = &roster->list;
    enum kam_status status = kam_table_read(&list->table, &path, 1, options, error);

    if (!status)
        status = kam_table_require(&list->table, KAM_TEXT("account"), &list->account, error);
    if (!status)
        status = kam_table_require(&list->table, KAM_TEXT("customer"), &list->customer, error);
    if (!status)
        status = kam_row_index_make(&list->index, &list->table, list->account, error);
    if (!status && !order_list(roster, stray))
        status = kam_error_nomem(error);
    return status;
}

enum kam_status kam_roster_init(struct kam_roster *roster, const struct kam_snapshot *snapshot,
                                const char *path, const struct kam_reader_options *options,
                                size_t *stray, struct kam_error *error)
{
    *stray = 0;
    roster->snapshot = snapshot;
    if (path) {
        roster->source = KAM_ROSTER_LIST;
        return read_list(roster, path, options, stray, error);
    }
    enum kam_status status =
        kam_table_optional(&snapshot->table, KAM_TEXT("members"), &roster->members, error);
    if (!status && roster->members != KAM_NO_COLUMN)
        roster->source = KAM_ROSTER_COLUMN;
    return status;
}

void kam_roster_free(struct kam_roster *roster)
{
    kam_table_free(&roster->list.table);
    kam_row_index_free(&roster->list.index);
    free(roster->list.owners);
    free(roster->list.starts);
    free(roster->list.order);
    memset(roster, 0, sizeof *roster);
}

size_t kam_roster_lacking(const struct kam_roster *roster)
{
    const uint32_t *starts = roster->list.starts;
    size_t lacking = 0;

    for (uint32_t row = 0; starts && row < roster->snapshot->table.count; row++)
        lacking +=
            starts[row] == starts[row + 1] && !kam_snapshot_is_prospect(roster->snapshot, row);
    return lacking;
}

/* ---- one customer's accounts ------------------------------------------------------------------
 */

struct kam_roster_walk kam_roster_walk(const struct kam_roster *roster, uint32_t row)
{
    const struct kam_table *table = &roster->snapshot->table;
    struct kam_roster_walk walk = {.roster = roster,
                                   .id = kam_table_cell(table, row, roster->snapshot->account_id)};

    switch (roster->source) {
    case KAM_ROSTER_NONE:
        break;
    case KAM_ROSTER_COLUMN:
        walk.rest = kam_table_cell(table, row, roster->members);
        break;
    case KAM_ROSTER_LIST:
        walk.at = roster->list.starts[row];
        walk.end = roster->list.starts[row + 1];
        break;
    }
    return walk;
}

bool kam_roster_next(struct kam_roster_walk *walk, struct kam_text *account,
                     struct kam_buffer *scratch, bool *nomem)
{
    const struct kam_list_of_members *list = &walk->roster->list;

    while (walk->at < walk->end) {
        *account = kam_table_cell(&list->table, list->order[walk->at++], list->account);
        if (!kam_text_equal(*account, walk->id))
            return true;
    }
    while (kam_settext_next(&walk->rest, account, scratch, nomem))
        if (account->len && !kam_text_equal(*account, walk->id))
            return true;
    return false;
}

bool kam_roster_collect(const struct kam_roster *roster, uint32_t row, struct kam_map *ids)
{
    struct kam_roster_walk walk = kam_roster_walk(roster, row);
    struct kam_buffer scratch = {NULL, 0, 0};
    struct kam_text account = walk.id;
    bool nomem = false;
    uint32_t number;

    do
        nomem = !kam_map_intern(ids, account, &number);
    while (!nomem && kam_roster_next(&walk, &account, &scratch, &nomem));
    kam_buffer_free(&scratch);
    return !nomem;
}

uint32_t kam_roster_listed(const struct kam_roster *roster, struct kam_text account)
{
    return roster->source == KAM_ROSTER_LIST ? kam_row_index_row(&roster->list.index, account)
                                             : (uint32_t)KAM_NONE;
}

/* ---- whose an account is ----------------------------------------------------------------------
 */

static void find_listed(const struct kam_roster *roster, const struct kam_map *ids, uint32_t *rows)
{
    for (uint32_t i = 0; i < ids->count; i++) {
        uint32_t listed = kam_roster_listed(roster, ids->texts[i]);
        rows[i] = kam_row_index_row(&roster->snapshot->index, ids->texts[i]);
        if (rows[i] == KAM_NONE && listed != KAM_NONE)
            rows[i] = roster->list.owners[listed];
    }
}

enum kam_status kam_roster_find(const struct kam_roster *roster, const struct kam_map *ids,
                                uint32_t *rows, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    size_t unknown;

    if (roster->source == KAM_ROSTER_COLUMN)
        status = kam_owner_find(&roster->snapshot->table, ids, rows, &unknown, error);
    else
        find_listed(roster, ids, rows);
    for (uint32_t i = 0; i < ids->count && !status; i++)
        if (rows[i] != KAM_NONE && kam_snapshot_is_prospect(roster->snapshot, rows[i]))
            rows[i] = KAM_NONE;
    return status;
}
