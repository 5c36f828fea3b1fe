#include "group/mergerule.h"
#include "table/columns.h"

#include <stdlib.h>

static const struct kam_place from_options = {.file = NULL};

void kam_merge_rules_free(struct kam_merge_rules *rules)
{
    free(rules->columns);
    free(rules->names);
    *rules = (struct kam_merge_rules){.columns = NULL};
}

static bool is_one_of(struct kam_text name, const char *a, const char *b)
{
    return kam_text_equal(name, kam_text_of(a)) || kam_text_equal(name, kam_text_of(b));
}

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

/* Whether a column called NAME can be merged by MERGE at all. */
static bool is_possible(struct kam_text name, enum kam_attribute_merge merge)
{
    if (!kam_column_find(name))
        return true;
    if (kam_text_equal(name, KAM_TEXT("cost")))
        return merge == KAM_MERGE_SUM;
    if (kam_text_equal(name, KAM_TEXT("services")))
        return merge == KAM_MERGE_SET;
    if (is_one_of(name, "group_id", "payer_id") || kam_text_equal(name, KAM_TEXT("currency")))
        return merge == KAM_MERGE_HEAD;
    return kam_text_equal(name, KAM_TEXT("account_name")) &&
           (merge == KAM_MERGE_HEAD || merge == KAM_MERGE_SET);
}

/* The column called NAME is to be merged by MERGE, as PLACE says; COLUMN may be KAM_NO_COLUMN. */
static enum kam_status say(struct kam_merge_rules *rules, struct kam_text name, size_t column,
                           enum kam_attribute_merge merge, const struct kam_merge_wishes *wishes,
                           const struct kam_place *place, struct kam_error *error)
{
    if (!is_possible(name, merge))
        return kam_error_at(error, KAM_USAGE, place,
                            "column %s can't become %s: kam knows how it merges", kam_show(name).s,
                            merge_name(merge));
    for (size_t i = 0; i < wishes->same_count; i++)
        if (kam_text_equal(wishes->same[i], name) &&
            (merge == KAM_MERGE_SUM || merge == KAM_MERGE_SET))
            return kam_error_at(error, KAM_USAGE, place,
                                "column %s can't become %s: equal values in it unite accounts",
                                kam_show(name).s, merge_name(merge));
    if (column != KAM_NO_COLUMN)
        rules->columns[column] = (struct kam_merge_rule){merge, true};
    return KAM_OK;
}

static enum kam_status say_if_there(struct kam_merge_rules *rules, const struct kam_table *table,
                                    struct kam_text name, enum kam_attribute_merge merge,
                                    const struct kam_merge_wishes *wishes,
                                    const struct kam_place *place, struct kam_error *error)
{
    size_t column;
    enum kam_status status = kam_table_optional(table, name, &column, error);

    return status ? status : say(rules, name, column, merge, wishes, place, error);
}

static enum kam_status say_own(struct kam_merge_rules *rules, const struct kam_table *table,
                               const struct kam_merge_wishes *wishes, struct kam_error *error)
{
    enum kam_status status =
        say_if_there(rules, table, KAM_TEXT("cost"), KAM_MERGE_SUM, wishes, &from_options, error);

    return status ? status
                  : say_if_there(rules, table, KAM_TEXT("services"), KAM_MERGE_SET, wishes,
                                 &from_options, error);
}

static enum kam_status say_imports(struct kam_merge_rules *rules, const struct kam_table *table,
                                   const struct kam_merge_wishes *wishes, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < wishes->model->import_count; i++) {
        const struct kam_model_import *import = &wishes->model->imports[i];
        for (size_t j = 0; !status && j < import->sum.count; j++)
            status = say_if_there(rules, table, import->sum.items[j].name, KAM_MERGE_SUM, wishes,
                                  &import->place, error);
        for (size_t j = 0; !status && j < import->collect.count; j++)
            status = say_if_there(rules, table, import->collect.items[j].name, KAM_MERGE_SET,
                                  wishes, &import->place, error);
    }
    return status;
}

static enum kam_status say_attributes(struct kam_merge_rules *rules, const struct kam_table *table,
                                      const struct kam_merge_wishes *wishes,
                                      struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < wishes->model->attribute_count; i++) {
        const struct kam_model_attribute *attribute = &wishes->model->attributes[i];
        status = say_if_there(rules, table, attribute->name, attribute->merge, wishes,
                              &attribute->place, error);
    }
    return status;
}

static enum kam_status say_options(struct kam_merge_rules *rules, const struct kam_table *table,
                                   const struct kam_merge_wishes *wishes, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    size_t column;

    for (size_t i = 0; i < wishes->sum_count; i++)
        for (size_t j = 0; j < wishes->set_count; j++)
            if (kam_text_equal(wishes->sums[i], wishes->sets[j]))
                return kam_error_set(error, KAM_USAGE, "column %s can't be both a sum and a set",
                                     kam_show(wishes->sums[i]).s);
    for (size_t i = 0; !status && i < wishes->sum_count + wishes->set_count; i++) {
        bool is_sum = i < wishes->sum_count;
        struct kam_text name = is_sum ? wishes->sums[i] : wishes->sets[i - wishes->sum_count];
        status = kam_table_require(table, name, &column, error);
        if (!status)
            status = say(rules, name, column, is_sum ? KAM_MERGE_SUM : KAM_MERGE_SET, wishes,
                         &from_options, error);
    }
    return status;
}

/* The names of the columns that MERGE, OWN first if it is there; returns how many. */
static size_t list_names(const struct kam_merge_rules *rules, const struct kam_table *table,
                         enum kam_attribute_merge merge, const char *own, struct kam_text *names)
{
    size_t count = 0, column = kam_table_find(table, kam_text_of(own));

    if (column != KAM_NO_COLUMN)
        names[count++] = table->names[column];
    for (size_t i = 0; i < table->width; i++)
        if (i != column && rules->columns[i].merge == merge)
            names[count++] = table->names[i];
    return count;
}

/* What unites accounts has to be an attribute; that its values differ is no surprise then. */
static enum kam_status say_same(struct kam_merge_rules *rules, const struct kam_table *table,
                                const struct kam_merge_wishes *wishes, struct kam_error *error)
{
    for (size_t i = 0; i < wishes->same_count; i++) {
        size_t column = kam_table_find(table, wishes->same[i]);
        if (column != KAM_NO_COLUMN)
            rules->columns[column].said = true;
        if (kam_column_find(wishes->same[i]) &&
            !is_one_of(wishes->same[i], "group_id", "payer_id") &&
            !kam_text_equal(wishes->same[i], KAM_TEXT("account_name")))
            return kam_error_set(error, KAM_USAGE,
                                 "column %s can't unite accounts: it is no attribute of theirs",
                                 kam_show(wishes->same[i]).s);
    }
    return KAM_OK;
}

enum kam_status kam_merge_rules_settle(struct kam_merge_rules *rules, const struct kam_table *table,
                                       const struct kam_merge_wishes *wishes,
                                       struct kam_error *error)
{
    *rules = (struct kam_merge_rules){calloc(table->width + 1, sizeof *rules->columns),
                                      {.attribute_count = 0},
                                      calloc(table->width + 1, sizeof *rules->names)};
    enum kam_status status = rules->columns && rules->names ? KAM_OK : kam_error_nomem(error);
    for (size_t i = 0; !status && i < table->width; i++)
        rules->columns[i].merge = KAM_MERGE_HEAD;
    if (!status)
        status = say_same(rules, table, wishes, error);
    if (!status)
        status = say_own(rules, table, wishes, error);
    if (!status && wishes->model)
        status = say_imports(rules, table, wishes, error);
    if (!status && wishes->model)
        status = say_attributes(rules, table, wishes, error);
    if (!status)
        status = say_options(rules, table, wishes, error);
    if (status) {
        kam_merge_rules_free(rules);
        return status;
    }
    struct kam_layout *layout = &rules->layout;
    layout->sums = rules->names;
    layout->sum_count = list_names(rules, table, KAM_MERGE_SUM, "cost", rules->names);
    layout->sets = rules->names + layout->sum_count;
    layout->set_count =
        list_names(rules, table, KAM_MERGE_SET, "services", rules->names + layout->sum_count);
    return KAM_OK;
}
