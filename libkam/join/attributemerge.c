#include "join/attributemerge.h"

void kam_extreme_take(struct kam_extreme *extreme, struct kam_text cell,
                      enum kam_attribute_merge merge)
{
    struct kam_decimal value;

    if (kam_decimal_parse(cell, &value) != KAM_NUMBER_OK)
        return;
    int order = kam_decimal_compare(value, extreme->value);
    if (merge == KAM_MERGE_MIN)
        order = -order;
    if (extreme->cell.len == 0 || order > 0 ||
        (order == 0 && kam_text_order(cell, extreme->cell) < 0))
        *extreme = (struct kam_extreme){cell, value};
}

void kam_difference_take(struct kam_difference *difference, struct kam_text cell)
{
    struct kam_decimal value;

    if (difference->is_found || kam_decimal_parse(cell, &value) != KAM_NUMBER_OK)
        return;
    if (difference->one.len == 0) {
        difference->one = cell;
        difference->value = value;
    } else if (kam_decimal_compare(difference->value, value) != 0) {
        difference->other = cell;
        difference->is_found = true;
    }
}

void kam_difference_describe(const struct kam_difference *difference, struct kam_text column,
                             struct kam_text customer, const char *remedy,
                             struct kam_error *warning)
{
    (void)kam_error_set(warning, KAM_DATA,
                        "column %.*s: accounts of one customer have different numbers (%s and %s "
                        "in customer %s), and the head's is taken; say %sin the model [attribute "
                        "%.*s] merge = sum, max, min, set or head",
                        (int)column.len, column.ptr, kam_show(difference->one).s,
                        kam_show(difference->other).s, kam_show(customer).s, remedy,
                        (int)column.len, column.ptr);
}
