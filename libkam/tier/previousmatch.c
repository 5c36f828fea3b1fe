#include "tier/previousmatch.h"
#include "account/settext.h"

#include <stdlib.h>

/* A customer who isn't found by its id. */
struct sought {
    uint32_t row; /* of the table */
    size_t end;   /* of its accounts, which begin where those of the one before end */
};

struct search {
    const struct kam_previous *previous;
    const struct kam_table *table;
    size_t account_id, members; /* columns of the table */
    struct kam_map ids;         /* of all accounts that are looked for */
    struct sought *customers;
    size_t count, capacity;
    uint32_t *accounts; /* numbers of ids, customer by customer */
    size_t account_count, account_capacity;
    uint32_t *homes; /* of each id: the row of the snapshot where it was, or KAM_NONE */
    uint32_t *tally; /* of each row there: how many accounts of one customer were in it */
    struct kam_buffer scratch;
};

static void free_search(struct search *search)
{
    kam_map_free(&search->ids);
    free(search->customers);
    free(search->accounts);
    free(search->homes);
    free(search->tally);
    kam_buffer_free(&search->scratch);
}

/* Take the next account but ID off MEMBERS, as of kam_settext_next. */
static bool next_member(struct search *search, struct kam_text *members, struct kam_text id,
                        struct kam_text *member, bool *nomem)
{
    while (kam_settext_next(members, member, &search->scratch, nomem))
        if (member->len && !kam_text_equal(*member, id))
            return true;
    return false;
}

/* ---- who is looked for -------------------------------------------------------------------------
 */

static bool add_account(struct search *search, struct kam_text id)
{
    uint32_t number;

    if (!kam_map_intern(&search->ids, id, &number) ||
        !kam_array_reserve(&search->accounts, &search->account_capacity, search->account_count + 1,
                           sizeof *search->accounts))
        return false;
    search->accounts[search->account_count++] = number;
    return true;
}

static bool add_customer(struct search *search, uint32_t row)
{
    struct kam_text id = kam_table_cell(search->table, row, search->account_id), member;
    struct kam_text members = {NULL, 0};
    bool nomem = false;

    if (search->members != KAM_NO_COLUMN)
        members = kam_table_cell(search->table, row, search->members);
    bool ok = add_account(search, id);
    while (ok && next_member(search, &members, id, &member, &nomem))
        ok = add_account(search, member);
    if (!ok || nomem ||
        !kam_array_reserve(&search->customers, &search->capacity, search->count + 1,
                           sizeof *search->customers))
        return false;
    search->customers[search->count++] = (struct sought){row, search->account_count};
    return true;
}

/* ---- where they were ---------------------------------------------------------------------------
 */

/* Whether row A of the snapshot goes before row B where nothing else tells. */
static enum kam_status compare(const struct search *search, uint32_t a, uint32_t b, bool *before,
                               struct kam_error *error)
{
    const struct kam_snapshot *snapshot = &search->previous->snapshot;
    const struct kam_table *table = &snapshot->table;
    struct kam_decimal of_a, of_b;
    bool empty;
    enum kam_status status = kam_table_number(table, a, snapshot->revenue, &of_a, &empty, error);

    if (!status)
        status = kam_table_number(table, b, snapshot->revenue, &of_b, &empty, error);
    if (status)
        return status;
    int order = kam_decimal_compare(of_b, of_a);
    if (!order)
        order = kam_text_order(kam_table_cell(table, a, snapshot->account_id),
                               kam_table_cell(table, b, snapshot->account_id));
    *before = order < 0;
    return KAM_OK;
}

/* The account called ID was a member of ROW. */
static enum kam_status note_home(struct search *search, struct kam_text id, uint32_t row,
                                 struct kam_error *error)
{
    uint32_t number = kam_map_find(&search->ids, id);
    bool is_better = true;
    enum kam_status status = KAM_OK;

    if (number == KAM_NONE)
        return KAM_OK;
    uint32_t *home = &search->homes[number];
    if (*home != KAM_NONE)
        status = compare(search, row, *home, &is_better, error);
    if (!status && is_better)
        *home = row;
    return status;
}

/* A customer of one account is its own member. */
static enum kam_status note_members(struct search *search, uint32_t row, struct kam_error *error)
{
    const struct kam_previous *previous = search->previous;
    const struct kam_table *table = &previous->snapshot.table;
    struct kam_text id = kam_table_cell(table, row, previous->snapshot.account_id), member;
    struct kam_text members = kam_table_cell(table, row, previous->members);
    enum kam_status status = KAM_OK;
    bool nomem = false;

    if (kam_text_equal(members, id) || kam_snapshot_is_prospect(&previous->snapshot, row))
        return KAM_OK;
    while (!status && next_member(search, &members, id, &member, &nomem))
        status = note_home(search, member, row, error);
    return nomem ? kam_error_nomem(error) : status;
}

static enum kam_status find_homes(struct search *search, struct kam_error *error)
{
    const struct kam_previous *previous = search->previous;
    size_t rows = previous->snapshot.table.count, size = search->ids.count * sizeof *search->homes;
    enum kam_status status = KAM_OK;

    search->homes = malloc(size);
    if (!search->homes)
        return kam_error_nomem(error);
    memset(search->homes, 0xFF, size);
    if (previous->members != KAM_NO_COLUMN)
        for (size_t row = 0; row < rows && !status; row++)
            status = note_members(search, (uint32_t)row, error);
    for (uint32_t i = 0; i < search->ids.count && !status; i++) {
        uint32_t row = kam_row_index_row(&previous->snapshot.index, search->ids.texts[i]);
        if (row != KAM_NONE && !kam_snapshot_is_prospect(&previous->snapshot, row))
            search->homes[i] = row;
    }
    return status;
}

/* ---- who they were -----------------------------------------------------------------------------
 */

/* Whether ROW has more of the customer's accounts than MOST so far, or goes before it. */
static enum kam_status is_ahead(const struct search *search, uint32_t row, uint32_t most,
                                bool *ahead, struct kam_error *error)
{
    const uint32_t *tally = search->tally;

    *ahead = most == KAM_NONE || tally[row] > tally[most];
    if (*ahead || row == most || tally[row] < tally[most])
        return KAM_OK;
    return compare(search, row, most, ahead, error);
}

/* *MOST becomes the row that has most of ACCOUNTS[COUNT]: it is ahead once its last is counted. */
static enum kam_status find_most(const struct search *search, const uint32_t *accounts,
                                 size_t count, uint32_t *most, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < count && !status; i++) {
        uint32_t row = search->homes[accounts[i]];
        bool ahead;
        if (row == KAM_NONE)
            continue;
        search->tally[row]++;
        status = is_ahead(search, row, *most, &ahead, error);
        if (!status && ahead)
            *most = row;
    }
    for (size_t i = 0; i < count; i++)
        if (search->homes[accounts[i]] != KAM_NONE)
            search->tally[search->homes[accounts[i]]] = 0;
    return status;
}

static enum kam_status match_by_accounts(struct search *search, uint32_t *rows,
                                         struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    size_t start = 0;

    for (uint32_t row = 0; row < search->table->count; row++)
        if (rows[row] == KAM_NONE && !add_customer(search, row))
            return kam_error_nomem(error);
    if (search->count == 0)
        return KAM_OK;
    search->tally = calloc(search->previous->snapshot.table.count, sizeof *search->tally);
    status = search->tally ? find_homes(search, error) : kam_error_nomem(error);
    for (size_t i = 0; i < search->count && !status; i++) {
        const struct sought *customer = &search->customers[i];
        status = find_most(search, search->accounts + start, customer->end - start,
                           &rows[customer->row], error);
        start = customer->end;
    }
    return status;
}

enum kam_status kam_previous_match(const struct kam_previous *previous,
                                   const struct kam_table *table, size_t account_id,
                                   uint32_t **rows, struct kam_error *error)
{
    struct search search = {.previous = previous, .table = table, .account_id = account_id};
    size_t size = table->count * sizeof **rows;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("members"), &search.members, error);

    *rows = NULL;
    if (status)
        return status;
    *rows = kam_pages_alloc(size + sizeof **rows);
    if (!*rows)
        return kam_error_nomem(error);
    memset(*rows, 0xFF, size);
    if (previous->snapshot.table.count == 0)
        return KAM_OK;
    kam_row_index_find(&previous->snapshot.index, table, account_id, 0, table->count, *rows);
    for (size_t row = 0; row < table->count; row++)
        if ((*rows)[row] != KAM_NONE && kam_snapshot_is_prospect(&previous->snapshot, (*rows)[row]))
            (*rows)[row] = KAM_NONE;
    if (search.members != KAM_NO_COLUMN || previous->members != KAM_NO_COLUMN)
        status = match_by_accounts(&search, *rows, error);
    free_search(&search);
    return status;
}
