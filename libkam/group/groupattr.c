#include "group/groupattr.h"

/* The number of MEMBER of a customer in COLUMN; false if it has no row, or no number there. */
static bool number_of(const struct kam_table *table, const struct kam_groups *groups,
                      uint32_t member, size_t column, struct kam_text *cell,
                      struct kam_decimal *value)
{
    if (member >= groups->links.row_count)
        return false;
    *cell = kam_table_cell(table, member, column);
    return kam_decimal_parse(*cell, value) == KAM_NUMBER_OK;
}

static struct kam_text choose_extreme(const struct kam_table *table,
                                      const struct kam_groups *groups, uint32_t customer,
                                      size_t column, int sign)
{
    struct kam_text best = {"", 0}, cell;
    struct kam_decimal best_value = KAM_DECIMAL_ZERO, value;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        if (!number_of(table, groups, groups->members[i], column, &cell, &value))
            continue;
        int order = sign * kam_decimal_compare(value, best_value);
        if (best.len == 0 || order > 0 || (order == 0 && kam_text_order(cell, best) < 0)) {
            best = cell;
            best_value = value;
        }
    }
    return best;
}

struct kam_text kam_groupattr_choose(const struct kam_table *table, const struct kam_groups *groups,
                                     uint32_t customer, size_t column,
                                     enum kam_attribute_merge merge)
{
    switch (merge) {
    case KAM_MERGE_MAX:
        return choose_extreme(table, groups, customer, column, 1);
    case KAM_MERGE_MIN:
        return choose_extreme(table, groups, customer, column, -1);
    case KAM_MERGE_SUM:
    case KAM_MERGE_SET:
    case KAM_MERGE_HEAD:
        break;
    }
    return kam_table_cell(table, groups->leads[customer], column);
}

/* Whether the accounts of CUSTOMER have different numbers in COLUMN. */
static bool differ(const struct kam_table *table, const struct kam_groups *groups,
                   uint32_t customer, size_t column, struct kam_text *one, struct kam_text *other)
{
    struct kam_decimal first = KAM_DECIMAL_ZERO, value;
    bool known = false;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++) {
        if (!number_of(table, groups, groups->members[i], column, known ? other : one, &value))
            continue;
        if (known && kam_decimal_compare(first, value) != 0)
            return true;
        first = value;
        known = true;
    }
    return false;
}

uint32_t kam_groupattr_differing(const struct kam_table *table, const struct kam_groups *groups,
                                 size_t column, struct kam_text *one, struct kam_text *other)
{
    for (uint32_t customer = 0; customer < groups->count; customer++)
        if (kam_groups_size(groups, customer) > 1 &&
            differ(table, groups, customer, column, one, other))
            return customer;
    return KAM_NONE;
}
