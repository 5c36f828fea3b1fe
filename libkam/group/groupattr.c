#include "group/groupattr.h"

static struct kam_text choose_extreme(const struct kam_table *table,
                                      const struct kam_groups *groups, uint32_t customer,
                                      size_t column, enum kam_attribute_merge merge)
{
    struct kam_extreme extreme = {0};

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++)
        if (groups->members[i] < groups->links.row_count)
            kam_extreme_take(&extreme, kam_table_cell(table, groups->members[i], column), merge);
    return extreme.cell;
}

struct kam_text kam_groupattr_choose(const struct kam_table *table, const struct kam_groups *groups,
                                     uint32_t customer, size_t column,
                                     enum kam_attribute_merge merge)
{
    switch (merge) {
    case KAM_MERGE_MAX:
    case KAM_MERGE_MIN:
        return choose_extreme(table, groups, customer, column, merge);
    case KAM_MERGE_SUM:
    case KAM_MERGE_SET:
    case KAM_MERGE_HEAD:
        break;
    }
    return kam_table_cell(table, groups->leads[customer], column);
}

uint32_t kam_groupattr_differing(const struct kam_table *table, const struct kam_groups *groups,
                                 size_t column, struct kam_difference *difference)
{
    for (uint32_t customer = 0; customer < groups->count; customer++) {
        if (kam_groups_size(groups, customer) < 2)
            continue;
        *difference = (struct kam_difference){.is_found = false};
        for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++)
            if (groups->members[i] < groups->links.row_count)
                kam_difference_take(difference, kam_table_cell(table, groups->members[i], column));
        if (difference->is_found)
            return customer;
    }
    return KAM_NONE;
}
