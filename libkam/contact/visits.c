#include "contact/visits.h"

#include "contact/contactcolumn.h"
#include "contact/daycolumn.h"

#include <stdlib.h>

/* What is only needed while visits are counted. */
struct counting {
    struct kam_visits *visits;
    const struct kam_table *table; /* of accounts */
    struct kam_window window;
    size_t date;        /* column */
    struct kam_map ids; /* of the accounts */
    uint32_t *accounts; /* of each visit: its account */
    int *months;        /* of each visit */
    uint32_t *owners;   /* of each account */
};

static enum kam_status read_accounts(struct counting *c, struct kam_error *error)
{
    struct kam_table *log = &c->visits->table;
    enum kam_status status = KAM_OK;

    for (size_t row = 0; row < log->count && !status; row++) {
        struct kam_text id;
        status = kam_contactcolumn_account(log, row, c->visits->account_column, &id, error);
        if (!status && !kam_map_intern(&c->ids, id, &c->accounts[row]))
            status = kam_error_nomem(error);
    }
    return status;
}

static enum kam_status read_months(struct counting *c, struct kam_error *error)
{
    const struct kam_table *log = &c->visits->table;
    enum kam_status status = kam_daycolumn_read(log, c->date, c->months, error);

    for (size_t row = 0; row < log->count && !status; row++) {
        struct kam_place place = kam_table_place(log, row, c->date);
        if (c->months[row] == KAM_MONTH_NONE)
            status = kam_error_at(error, KAM_DATA, &place, "empty: a visit has a day");
    }
    return status;
}

static void count_visit(const struct counting *c, size_t row, uint32_t owner)
{
    struct kam_visit_count *visited = &c->visits->items[owner];
    int month = c->months[row];

    if (month > kam_window_last(&c->window))
        return;
    visited->count += month >= c->window.first_month;
    if (visited->last < month)
        visited->last = month;
}

static void count_all(const struct counting *c)
{
    struct kam_visits *visits = c->visits;

    for (size_t row = 0; row < visits->table.count; row++) {
        uint32_t owner = c->owners[c->accounts[row]];
        if (owner == KAM_NONE)
            kam_unowned_add(&visits->unowned, row);
        else
            count_visit(c, row, owner);
    }
}

static bool make_room(struct counting *c)
{
    size_t count = c->visits->table.count;

    c->accounts = calloc(count + 1, sizeof *c->accounts);
    c->months = calloc(count + 1, sizeof *c->months);
    c->owners = calloc(count + 1, sizeof *c->owners);
    c->visits->items = calloc(c->table->count + 1, sizeof *c->visits->items);
    if (!c->accounts || !c->months || !c->owners || !c->visits->items)
        return false;
    for (size_t row = 0; row < c->table->count; row++)
        c->visits->items[row].last = KAM_MONTH_NONE;
    return true;
}

static enum kam_status read_log(struct counting *c, struct kam_error *error)
{
    struct kam_visits *visits = c->visits;
    enum kam_status status = kam_contactcolumn_require(&visits->table, KAM_CONTACT_ACCOUNT,
                                                       &visits->account_column, error);

    if (!status)
        status = kam_contactcolumn_require(&visits->table, KAM_CONTACT_DATE, &c->date, error);
    if (!status && !make_room(c))
        status = kam_error_nomem(error);
    if (!status)
        status = read_accounts(c, error);
    if (!status)
        status = read_months(c, error);
    if (!status)
        status = kam_owner_find(c->table, &c->ids, c->owners, &visits->unowned.ids, error);
    if (!status)
        count_all(c);
    return status;
}

enum kam_status kam_visits_read(struct kam_visits *visits, const char *path,
                                const struct kam_table *table,
                                const struct kam_reader_options *options, struct kam_error *error)
{
    struct counting c = {.visits = visits, .table = table};
    struct kam_place place = {.file = table->files[0]};

    *visits = (struct kam_visits){0};
    enum kam_status status = kam_table_window(table, &c.window, error);
    if (!status && c.window.count == 0)
        status = kam_error_at(error, KAM_DATA, &place,
                              "no month columns, so it can't be said which visits are of its time");
    if (!status)
        status = kam_table_read(&visits->table, &path, 1, options, error);
    if (!status)
        status = read_log(&c, error);
    kam_map_free(&c.ids);
    free(c.accounts);
    free(c.months);
    free(c.owners);
    return status;
}

void kam_visits_free(struct kam_visits *visits)
{
    free(visits->items);
    kam_table_free(&visits->table);
    *visits = (struct kam_visits){0};
}
