#include "group/ownrevenue.h"

enum kam_status kam_own_revenue_find(struct kam_own_revenue *columns, const struct kam_table *table,
                                     struct kam_error *error)
{
    enum kam_status status =
        kam_table_require(table, KAM_TEXT("revenue"), &columns->revenue, error);

    return status ? status
                  : kam_table_optional(table, KAM_TEXT("own_revenue"), &columns->own, error);
}

enum kam_status kam_own_revenue_of(const struct kam_own_revenue *columns,
                                   const struct kam_table *table, const struct kam_groups *groups,
                                   uint32_t account, struct kam_text *cell,
                                   struct kam_decimal *value, struct kam_error *error)
{
    size_t column = columns->own;
    bool empty;

    *value = KAM_DECIMAL_ZERO;
    *cell = groups->links.marks[account] & KAM_MARK_MEMBER ? KAM_TEXT("") : KAM_TEXT("0.00");
    if (account >= groups->links.row_count)
        return KAM_OK;
    if (column == KAM_NO_COLUMN || kam_table_cell(table, account, column).len == 0)
        column = columns->revenue;
    *cell = kam_table_cell(table, account, column);
    return kam_table_number(table, account, column, value, &empty, error);
}

static enum kam_status too_large(const struct kam_groups *groups, uint32_t customer,
                                 struct kam_error *error)
{
    return kam_error_set(error, KAM_DATA, "the revenue of customer %s becomes too large",
                         kam_show(kam_groups_id(groups, groups->heads[customer])).s);
}

/* Add the row ACCOUNT of CUSTOMER. */
static enum kam_status add_row(const struct kam_own_revenue *columns, const struct kam_table *table,
                               const struct kam_groups *groups, uint32_t customer, uint32_t account,
                               struct kam_revenue *revenue, struct kam_error *error)
{
    struct kam_decimal value;
    bool empty;
    enum kam_status status =
        kam_table_number(table, account, columns->revenue, &value, &empty, error);

    if (status)
        return status;
    if (!kam_decimal_add(&revenue->total, value))
        return too_large(groups, customer, error);
    if (groups->links.newest[account] != groups->heads[customer])
        return KAM_OK;
    struct kam_text cell;
    status = kam_own_revenue_of(columns, table, groups, account, &cell, &value, error);
    if (status)
        return status;
    return kam_decimal_add(&revenue->own, value) ? KAM_OK : too_large(groups, customer, error);
}

/* The one row that is the head's own, KAM_NONE: there is none, or several. */
static uint32_t find_own_row(const struct kam_groups *groups, uint32_t customer)
{
    uint32_t head = groups->heads[customer], row = KAM_NONE;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        uint32_t account = groups->members[i];
        if (account >= groups->links.row_count || groups->links.newest[account] != head)
            continue;
        if (row != KAM_NONE)
            return KAM_NONE;
        row = account;
    }
    return row;
}

enum kam_status kam_own_revenue_split(const struct kam_own_revenue *columns,
                                      const struct kam_table *table,
                                      const struct kam_groups *groups, uint32_t customer,
                                      struct kam_revenue *revenue, struct kam_error *error)
{
    uint32_t own_row = find_own_row(groups, customer);
    struct kam_decimal value;
    enum kam_status status = KAM_OK;

    *revenue = (struct kam_revenue){.total = KAM_DECIMAL_ZERO};
    for (uint32_t i = groups->starts[customer]; !status && i < groups->starts[customer + 1]; i++)
        if (groups->members[i] < groups->links.row_count)
            status = add_row(columns, table, groups, customer, groups->members[i], revenue, error);
    if (!status && own_row != KAM_NONE)
        status =
            kam_own_revenue_of(columns, table, groups, own_row, &revenue->own_cell, &value, error);
    if (status)
        return status;
    revenue->branch = revenue->total;
    return kam_decimal_subtract(&revenue->branch, revenue->own)
               ? KAM_OK
               : too_large(groups, customer, error);
}
