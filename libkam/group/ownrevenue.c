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
