#include "group/links.h"
#include "account/settext.h"
#include "group/renames.h"

#include <stdlib.h>

void kam_links_free(struct kam_links *links)
{
    kam_map_free(&links->accounts);
    kam_map_free(&links->ignored);
    kam_hubs_free(&links->hubs);
    free(links->nodes);
    free(links->newest);
    free(links->rows);
    free(links->marks);
    free(links->items);
    *links = (struct kam_links){.options = NULL};
}

/* Room for one more account, the number ACCOUNT, that is itself. */
static bool add_account(struct kam_links *links, uint32_t account)
{
    size_t need = (size_t)account + 1;

    if (!kam_array_reserve(&links->nodes, &links->nodes_capacity, need, sizeof *links->nodes) ||
        !kam_array_reserve(&links->newest, &links->newest_capacity, need, sizeof *links->newest) ||
        !kam_array_reserve(&links->rows, &links->rows_capacity, need, sizeof *links->rows) ||
        !kam_array_reserve(&links->marks, &links->marks_capacity, need, sizeof *links->marks))
        return false;
    links->nodes[account] = account;
    links->newest[account] = account;
    links->rows[account] = account < links->row_count ? account : KAM_NONE;
    links->marks[account] = 0;
    return true;
}

/* The number of the account called ID, added if it is new. */
static bool intern(struct kam_links *links, struct kam_text id, uint32_t *account)
{
    uint32_t count = links->accounts.count;

    return kam_map_intern(&links->accounts, id, account) &&
           (*account < count || add_account(links, *account));
}

static bool add_link(struct kam_links *links, uint32_t account, uint32_t hub)
{
    if (!kam_array_reserve(&links->items, &links->capacity, links->count + 1, sizeof *links->items))
        return false;
    links->items[links->count++] = (struct kam_link){account, hub};
    links->hubs.items[hub].count++;
    return true;
}

/* ACCOUNT has VALUE in a column. */
static bool link_value(struct kam_links *links, uint32_t account, enum kam_hub_kind kind,
                       uint32_t column, struct kam_text value)
{
    uint32_t hub;

    return kam_hubs_intern(&links->hubs, kind, column, value, &hub) &&
           add_link(links, account, hub);
}

/* ACCOUNT belongs to the hub that is an account itself, ID, or the one ID now stands for, OWNER. */
static bool link_owner(struct kam_links *links, uint32_t account, enum kam_hub_kind kind,
                       struct kam_text id, uint32_t owner)
{
    uint32_t hub;

    return kam_hubs_intern(&links->hubs, kind, 0, id, &hub) &&
           (links->hubs.items[hub].count || add_link(links, owner, hub)) &&
           add_link(links, account, hub);
}

/* Row ROW lists the account MEMBER. */
static bool link_member(struct kam_links *links, uint32_t row, uint32_t member)
{
    const struct kam_text *ids = links->accounts.texts;
    uint32_t known = links->nodes[member];

    if (known == row)
        return true;
    links->marks[row] |= KAM_MARK_MERGED;
    links->marks[member] |= KAM_MARK_MEMBER;
    if (known == member && member >= links->row_count) {
        links->nodes[member] = row;
        return true;
    }
    if (member >= links->row_count && kam_text_order(ids[row], ids[known]) < 0)
        links->nodes[member] = row;
    return link_owner(links, row, KAM_HUB_MEMBERS, ids[member], known);
}

static enum kam_status link_members(struct kam_links *links, const struct kam_table *table,
                                    struct kam_error *error)
{
    struct kam_buffer scratch = {NULL, 0, 0};
    size_t column;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("members"), &column, error);
    bool ok = true, nomem = false;

    if (status || column == KAM_NO_COLUMN)
        return status;
    for (uint32_t row = 0; ok && row < links->row_count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column), item;
        uint32_t member;
        while (ok && kam_settext_next(&cell, &item, &scratch, &nomem))
            ok = item.len == 0 || (intern(links, item, &member) && link_member(links, row, member));
        ok = ok && !nomem;
    }
    kam_buffer_free(&scratch);
    return ok ? KAM_OK : kam_error_nomem(error);
}

/* What stands for ACCOUNT while accounts are renamed. */
static uint32_t find_node(const struct kam_links *links, uint32_t account)
{
    uint32_t *nodes = links->nodes;

    while (nodes[account] != account) {
        nodes[account] = nodes[nodes[account]];
        account = nodes[account];
    }
    return account;
}

/*
 * The account BEFORE is called NOW. One that is part of a merged row brings that row along; a row
 * that has its own new id among its members is called that.
 */
static bool rename_account(struct kam_links *links, uint32_t before, uint32_t now)
{
    uint32_t from = find_node(links, before), into = find_node(links, now);

    links->newest[before] = now;
    if (from != before)
        return from == into ||
               link_owner(links, from, KAM_HUB_RENAMED, links->accounts.texts[now], into);
    if (into == before)
        into = links->nodes[now] = now;
    links->nodes[before] = into;
    if (into == now && links->rows[now] == KAM_NONE)
        links->rows[now] = links->rows[before];
    return true;
}

/* What stood for another is its newest id from here on. */
static void settle_nodes(struct kam_links *links)
{
    for (uint32_t i = 0; i < links->accounts.count; i++)
        links->nodes[i] = find_node(links, i);
    for (size_t i = 0; i < links->count; i++)
        links->items[i].account = links->nodes[links->items[i].account];
}

static enum kam_status rename_accounts(struct kam_links *links, struct kam_error *error)
{
    struct kam_renames renames = {.items = NULL};
    enum kam_status status = KAM_OK;
    bool ok = true;

    if (links->options->relations)
        status = kam_renames_find(&renames, links->options->relations, error);
    for (size_t i = 0; !status && ok && i < renames.count; i++) {
        uint32_t before, now;
        ok = intern(links, renames.items[i].before, &before) &&
             intern(links, renames.items[i].now, &now) && rename_account(links, before, now);
    }
    if (!status && renames.count)
        settle_nodes(links);
    kam_renames_free(&renames);
    return ok ? status : kam_error_nomem(error);
}

/* Equal values of COLUMN unite. */
static bool link_values(struct kam_links *links, const struct kam_table *table, size_t column,
                        enum kam_hub_kind kind, size_t position)
{
    for (uint32_t row = 0; column != KAM_NO_COLUMN && row < links->row_count; row++) {
        struct kam_text value = kam_table_cell(table, row, column);
        if (value.len && !link_value(links, links->nodes[row], kind, (uint32_t)position, value))
            return false;
    }
    return true;
}

/* ACCOUNT and OTHER, its parent or payer or the same, are one customer, by the hub OTHER. */
static bool link_pair(struct kam_links *links, uint32_t account, uint32_t other,
                      enum kam_hub_kind kind, enum kam_link_mark mark,
                      enum kam_link_mark other_mark)
{
    account = links->nodes[account];
    other = links->nodes[other];
    if (account == other)
        return true;
    links->marks[account] |= (unsigned char)mark;
    links->marks[other] |= (unsigned char)other_mark;
    return link_owner(links, account, kind, links->accounts.texts[other], other);
}

/* The newest of the ids of the account called ID. */
static struct kam_text newest_id(const struct kam_links *links, struct kam_text id)
{
    uint32_t account = kam_map_find(&links->accounts, id);

    return account == KAM_NONE ? id : links->accounts.texts[links->newest[account]];
}

static bool is_ignored(const struct kam_links *links, struct kam_text payer)
{
    return links->ignored.count &&
           (kam_map_find(&links->ignored, KAM_TEXT("*")) != KAM_NONE ||
            kam_map_find(&links->ignored, newest_id(links, payer)) != KAM_NONE);
}

static bool note_ignored(struct kam_links *links, const struct kam_link_options *options)
{
    bool ok = true;
    uint32_t number;

    for (size_t i = 0; ok && i < options->ignored_payer_count; i++)
        ok = kam_map_intern(&links->ignored, newest_id(links, options->ignored_payers[i]), &number);
    return ok;
}

static bool link_payer(struct kam_links *links, uint32_t account, struct kam_text payer)
{
    uint32_t number;

    if (payer.len == 0 || is_ignored(links, payer))
        return true;
    return intern(links, payer, &number) &&
           link_pair(links, account, number, KAM_HUB_PAYER, KAM_MARK_IS_PAID, KAM_MARK_PAYS);
}

static bool link_payers(struct kam_links *links, const struct kam_table *table, size_t column)
{
    for (uint32_t row = 0; column != KAM_NO_COLUMN && row < links->row_count; row++)
        if (!link_payer(links, row, kam_table_cell(table, row, column)))
            return false;
    return true;
}

static bool link_relation(struct kam_links *links, const struct kam_relation *relation)
{
    uint32_t account, parent;

    if (relation->kind == KAM_RELATION_PAYER && is_ignored(links, relation->parent))
        return true;
    if (!intern(links, relation->account, &account) || !intern(links, relation->parent, &parent))
        return false;
    switch (relation->kind) {
    case KAM_RELATION_PARENT:
        return link_pair(links, account, parent, KAM_HUB_PARENT, KAM_MARK_HAS_PARENT,
                         KAM_MARK_PARENT);
    case KAM_RELATION_PAYER:
        return link_payer(links, account, relation->parent);
    case KAM_RELATION_SAME:
        return link_pair(links, account, parent, KAM_HUB_PAIR, 0, 0);
    case KAM_RELATION_RENAMED:
        break;
    }
    return true;
}

static enum kam_status link_columns(struct kam_links *links, const struct kam_table *table,
                                    struct kam_error *error)
{
    const struct kam_link_options *options = links->options;
    size_t group, payer, same;
    enum kam_status status = kam_table_optional(table, KAM_TEXT("group_id"), &group, error);

    if (!status)
        status = kam_table_optional(table, KAM_TEXT("payer_id"), &payer, error);
    if (status)
        return status;
    if (!link_values(links, table, group, KAM_HUB_GROUP, 0) || !link_payers(links, table, payer))
        return kam_error_nomem(error);
    for (size_t i = 0; i < options->same_count; i++) {
        status = kam_table_require(table, options->same[i], &same, error);
        if (status)
            return status;
        if (!link_values(links, table, same, KAM_HUB_SAME, i))
            return kam_error_nomem(error);
    }
    return KAM_OK;
}

/* Number the rows, each with a node and no marks. */
static enum kam_status number_rows(struct kam_links *links, const struct kam_table *table,
                                   struct kam_error *error)
{
    size_t id;
    enum kam_status status = kam_table_require(table, KAM_TEXT("account_id"), &id, error);

    if (!status)
        status = kam_table_index(table, id, &links->accounts, error);
    if (status)
        return status;
    links->row_count = links->accounts.count;
    for (uint32_t row = 0; row < links->row_count; row++)
        if (!add_account(links, row))
            return kam_error_nomem(error);
    return KAM_OK;
}

/* Put the links in the order of their hubs, and drop those that are there already. */
static bool settle(struct kam_links *links)
{
    size_t start = 0, count = links->count;
    struct kam_link *sorted = malloc((count ? count : 1) * sizeof *sorted);
    uint32_t *last_hub = malloc(((size_t)links->accounts.count + 1) * sizeof *last_hub);
    bool ok = sorted && last_hub;

    for (uint32_t h = 0; ok && h < links->hubs.keys.count; h++) {
        links->hubs.items[h].start = start;
        start += links->hubs.items[h].count;
        links->hubs.items[h].count = 0;
    }
    for (size_t i = 0; ok && i < count; i++) {
        struct kam_hub *hub = &links->hubs.items[links->items[i].hub];
        sorted[hub->start + hub->count++] = links->items[i];
    }
    if (ok)
        memset(last_hub, 0xFF, ((size_t)links->accounts.count + 1) * sizeof *last_hub);
    links->count = 0;
    for (uint32_t h = 0; ok && h < links->hubs.keys.count; h++) {
        struct kam_hub *hub = &links->hubs.items[h];
        const struct kam_link *from = sorted + hub->start;
        size_t before = hub->count;
        *hub = (struct kam_hub){links->count, 0};
        for (size_t i = 0; i < before; i++) {
            if (last_hub[from[i].account] == h)
                continue;
            last_hub[from[i].account] = h;
            links->items[links->count++] = from[i];
            hub->count++;
        }
    }
    free(sorted);
    free(last_hub);
    return ok;
}

enum kam_status kam_links_collect(struct kam_links *links, const struct kam_table *table,
                                  const struct kam_link_options *options, struct kam_error *error)
{
    *links = (struct kam_links){.options = options};
    enum kam_status status = number_rows(links, table, error);
    if (!status)
        status = link_members(links, table, error); /* first: the others need the nodes */
    if (!status)
        status = rename_accounts(links, error);
    if (!status && !note_ignored(links, options))
        status = kam_error_nomem(error);
    if (!status)
        status = link_columns(links, table, error);
    for (size_t i = 0; !status && options->relations && i < options->relations->count; i++)
        if (!link_relation(links, &options->relations->items[i]))
            status = kam_error_nomem(error);
    if (!status && !settle(links))
        status = kam_error_nomem(error);
    if (status)
        kam_links_free(links);
    return status;
}
