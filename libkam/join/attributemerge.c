#include "join/attributemerge.h"

#include "table/columns.h"

/* ---- which ways there are ----------------------------------------------------------------------
 */

/* What people call MERGE. */
static const char *merge_name(enum kam_attribute_merge merge)
{
    switch (merge) {
    case KAM_MERGE_SUM:
        return "a sum";
    case KAM_MERGE_MAX:
        return "a maximum";
    case KAM_MERGE_MIN:
        return "a minimum";
    case KAM_MERGE_SET:
        return "a set";
    case KAM_MERGE_HEAD:
        break;
    }
    return "the head's";
}

static bool is_possible(struct kam_text name, enum kam_attribute_merge merge)
{
    static const struct kam_text heads[] = {{"group_id", 8}, {"payer_id", 8}, {"currency", 8}};

    if (!kam_column_find(name))
        return true;
    if (kam_text_equal(name, KAM_TEXT("cost")))
        return merge == KAM_MERGE_SUM;
    if (kam_text_equal(name, KAM_TEXT("services")))
        return merge == KAM_MERGE_SET;
    if (kam_text_among(heads, sizeof heads / sizeof *heads, name))
        return merge == KAM_MERGE_HEAD;
    return kam_text_equal(name, KAM_TEXT("account_name")) &&
           (merge == KAM_MERGE_HEAD || merge == KAM_MERGE_SET);
}

enum kam_status kam_attributemerge_check(struct kam_text name, enum kam_attribute_merge merge,
                                         const struct kam_place *place, struct kam_error *error)
{
    if (is_possible(name, merge))
        return KAM_OK;
    return kam_error_at(error, KAM_USAGE, place,
                        "column %s can't become %s: kam knows how it merges", kam_show(name).s,
                        merge_name(merge));
}

/* ---- single cells -----------------------------------------------------------------------------
 */

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
