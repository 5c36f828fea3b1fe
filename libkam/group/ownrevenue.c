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
    *cell = groups->links.nodes[account] == account ? KAM_TEXT("0.00") : KAM_TEXT("");
    if (account >= groups->links.row_count)
        return KAM_OK;
    if (column == KAM_NO_COLUMN || kam_table_cell(table, account, column).len == 0)
        column = columns->revenue;
    *cell = kam_table_cell(table, account, column);
    return kam_table_number(table, account, column, value, &empty, error);
}

static enum kam_status sum_revenue(const struct kam_own_revenue *columns,
                                   const struct kam_table *table, const struct kam_groups *groups,
                                   uint32_t customer, struct kam_decimal *sum,
                                   struct kam_error *error)
{
    *sum = KAM_DECIMAL_ZERO;
    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        struct kam_decimal value;
        bool empty;
        if (groups->members[i] >= groups->links.row_count)
            continue;
        enum kam_status status =
            kam_table_number(table, groups->members[i], columns->revenue, &value, &empty, error);
        if (status)
            return status;
        if (!kam_decimal_add(sum, value))
            return kam_error_set(error, KAM_DATA, "the revenue of customer %s becomes too large",
                                 kam_show(kam_groups_id(groups, groups->heads[customer])).s);
    }
    return KAM_OK;
}

enum kam_status kam_own_revenue_branch(const struct kam_own_revenue *columns,
                                       const struct kam_table *table,
                                       const struct kam_groups *groups, uint32_t customer,
                                       struct kam_decimal *revenue, struct kam_decimal *branch,
                                       struct kam_error *error)
{
    struct kam_text cell;
    struct kam_decimal own;
    uint32_t head = groups->heads[customer];
    enum kam_status status = sum_revenue(columns, table, groups, customer, revenue, error);

    if (!status)
        status = kam_own_revenue_of(columns, table, groups, head, &cell, &own, error);
    if (status)
        return status;
    *branch = *revenue;
    return kam_decimal_subtract(branch, own)
               ? KAM_OK
               : kam_error_set(error, KAM_DATA,
                               "the revenue of the branches of customer %s becomes too large",
                               kam_show(kam_groups_id(groups, head)).s);
}
