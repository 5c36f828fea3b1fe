#include "group/members.h"
#include "group/ownrevenue.h"
#include "table/columns.h"

#include <stdlib.h>

enum { SHARE_PLACES = 6 };

struct list {
    const struct kam_table *table;
    const struct kam_groups *groups;
    struct kam_own_revenue own;
    struct kam_window window;
    uint32_t *hubs; /* per account: the strongest, KAM_NONE: none with another account */
    struct kam_writer *writer;
    struct kam_buffer text;
};

static bool find_hubs(struct list *list)
{
    const struct kam_links *links = &list->groups->links;

    list->hubs = malloc(((size_t)links->accounts.count + 1) * sizeof *list->hubs);
    if (!list->hubs)
        return false;
    memset(list->hubs, 0xFF, links->accounts.count * sizeof *list->hubs);
    for (size_t i = 0; i < links->count; i++) {
        const struct kam_link *link = &links->items[i];
        uint32_t *best = &list->hubs[link->account];
        if (links->hubs.items[link->hub].count > 1 &&
            (*best == KAM_NONE || kam_hub_order(&links->hubs, link->hub, *best) < 0))
            *best = link->hub;
    }
    return true;
}

static bool write_via(struct list *list, uint32_t account, uint32_t customer)
{
    const struct kam_groups *groups = list->groups;
    uint32_t node = groups->links.nodes[account];

    list->text.len = 0;
    if (groups->heads[customer] == account)
        return kam_buffer_add(&list->text, kam_groups_size(groups, customer) == 1
                                               ? KAM_TEXT("single")
                                               : KAM_TEXT("head"));
    if (groups->links.newest[account] != account)
        return kam_buffer_add(&list->text, KAM_TEXT("renamed:")) &&
               kam_buffer_add(&list->text, kam_groups_id(groups, groups->links.newest[account]));
    if (node != account)
        return kam_buffer_add(&list->text, KAM_TEXT("members:")) &&
               kam_buffer_add(&list->text, kam_groups_id(groups, node));
    return kam_hub_write(&groups->links.hubs, list->hubs[account], groups->links.options->same,
                         &list->text);
}

/* The account's own revenue, and its share in TOTAL. */
static enum kam_status write_revenue(struct list *list, uint32_t account, struct kam_decimal total,
                                     struct kam_error *error)
{
    struct kam_text cell;
    struct kam_decimal value, share;
    char text[KAM_DECIMAL_SIZE];
    size_t length = 0;
    enum kam_status status =
        kam_own_revenue_of(&list->own, list->table, list->groups, account, &cell, &value, error);

    if (status)
        return status;
    if (cell.len && kam_decimal_sign(total) > 0 &&
        kam_decimal_divide(value, total, SHARE_PLACES, &share) == KAM_NUMBER_OK)
        length = kam_decimal_format(share, SHARE_PLACES, text);
    kam_writer_cell(list->writer, cell, KAM_CELL_NUMBER);
    kam_writer_cell(list->writer, (struct kam_text){text, length}, KAM_CELL_NUMBER);
    return KAM_OK;
}

/* Whether the months of ACCOUNT are its own and known. */
static bool has_months(const struct list *list, uint32_t account)
{
    const struct kam_links *links = &list->groups->links;

    return list->window.count && !(links->marks[account] & KAM_MARK_MERGED) &&
           (account < links->row_count || !(links->marks[account] & KAM_MARK_MEMBER));
}

static enum kam_status write_months(struct list *list, uint32_t account, struct kam_error *error)
{
    bool is_known = has_months(list, account), is_row = account < list->groups->links.row_count;
    int64_t months = 0;
    char text[KAM_DECIMAL_SIZE];

    for (size_t i = 0; is_known && is_row && i < list->window.count; i++) {
        struct kam_decimal value;
        bool empty;
        enum kam_status status = kam_table_number(
            list->table, account, list->window.first_column + i, &value, &empty, error);
        if (status)
            return status;
        months += kam_decimal_sign(value) != 0;
    }
    size_t length = is_known ? kam_decimal_format(kam_decimal_of(months), 0, text) : 0;
    kam_writer_cell(list->writer, (struct kam_text){text, length}, KAM_CELL_NUMBER);
    return KAM_OK;
}

static enum kam_status write_customer(struct list *list, uint32_t customer, struct kam_error *error)
{
    const struct kam_groups *groups = list->groups;
    struct kam_revenue revenue;
    enum kam_status status =
        kam_own_revenue_split(&list->own, list->table, groups, customer, &revenue, error);

    for (uint32_t i = groups->starts[customer]; !status && i < groups->starts[customer + 1]; i++) {
        uint32_t account = groups->members[i];
        if (!write_via(list, account, customer))
            return kam_error_nomem(error);
        kam_writer_cell(list->writer, kam_groups_id(groups, account), KAM_CELL_ID);
        kam_writer_cell(list->writer, kam_groups_id(groups, groups->heads[customer]), KAM_CELL_ID);
        kam_writer_cell(list->writer, kam_buffer_text(&list->text), KAM_CELL_TEXT);
        status = write_revenue(list, account, revenue.total, error);
        if (!status)
            status = write_months(list, account, error);
        kam_writer_end_row(list->writer);
    }
    return status;
}

enum kam_status kam_members_write(const struct kam_table *table, const struct kam_groups *groups,
                                  struct kam_writer *writer, struct kam_error *error)
{
    static const char *const names[] = {"account", "customer", "via", "revenue", "share", "months"};
    struct list list = {.table = table, .groups = groups, .writer = writer};
    enum kam_status status = kam_own_revenue_find(&list.own, table, error);

    if (!status)
        status = kam_table_window(table, &list.window, error);
    if (!status && !find_hubs(&list))
        status = kam_error_nomem(error);
    for (size_t i = 0; !status && i < sizeof names / sizeof *names; i++)
        kam_writer_cell(writer, kam_text_of(names[i]), KAM_CELL_TEXT);
    if (!status)
        kam_writer_end_row(writer);
    for (uint32_t c = 0; !status && c < groups->count; c++)
        status = write_customer(&list, c, error);
    free(list.hubs);
    kam_buffer_free(&list.text);
    return status;
}
