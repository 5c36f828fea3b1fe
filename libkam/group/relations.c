#include "group/relations.h"
#include "base/month.h"

#include <stdlib.h>

struct relation_columns {
    size_t account, parent, from, to, kind;
};

static enum kam_status find_columns(const struct kam_table *table, struct relation_columns *columns,
                                    struct kam_error *error)
{
    const struct {
        struct kam_text name;
        size_t *column;
        bool required;
    } wanted[] = {
        {KAM_TEXT("account_id"), &columns->account, true},
        {KAM_TEXT("parent_id"), &columns->parent, true},
        {KAM_TEXT("from"), &columns->from, false},
        {KAM_TEXT("to"), &columns->to, false},
        {KAM_TEXT("kind"), &columns->kind, false},
    };
    enum kam_status status = KAM_OK;

    for (size_t i = 0; !status && i < sizeof wanted / sizeof *wanted; i++)
        status = wanted[i].required
                     ? kam_table_require(table, wanted[i].name, wanted[i].column, error)
                     : kam_table_optional(table, wanted[i].name, wanted[i].column, error);
    return status;
}

static struct kam_text optional_cell(const struct kam_table *table, size_t row, size_t column)
{
    return column == KAM_NO_COLUMN ? KAM_TEXT("") : kam_table_cell(table, row, column);
}

static enum kam_status read_id(const struct kam_table *table, size_t row, size_t column,
                               struct kam_text *id, struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, column);

    *id = kam_table_cell(table, row, column);
    return id->len ? KAM_OK : kam_error_at(error, KAM_DATA, &place, "empty: a pair has two ids");
}

/* The month of a cell, OPEN for an empty one. */
static enum kam_status read_month(const struct kam_table *table, size_t row, size_t column,
                                  int open, int *month, struct kam_error *error)
{
    struct kam_text cell = optional_cell(table, row, column);

    *month = open;
    if (cell.len == 0)
        return KAM_OK;
    struct kam_place place = kam_table_place(table, row, column);
    *month = kam_month_parse(cell, KAM_MONTH_CLEAR);
    return *month == KAM_MONTH_NONE
               ? kam_error_at(error, KAM_DATA, &place,
                              "not a month: %s; one is written as 2026-10, an open end is left "
                              "empty",
                              kam_show(cell).s)
               : KAM_OK;
}

/* The first month of ROW's pair, and whether it is in force in PERIOD. */
static enum kam_status read_months(const struct kam_table *table, size_t row,
                                   const struct relation_columns *columns, int period, int *from,
                                   bool *in_force, struct kam_error *error)
{
    int to;
    enum kam_status status = read_month(table, row, columns->from, KAM_MONTH_FIRST, from, error);

    if (!status)
        status = read_month(table, row, columns->to, KAM_MONTH_LAST, &to, error);
    if (status)
        return status;
    if (to < *from) {
        struct kam_place place = kam_table_place(table, row, columns->to);
        return kam_error_at(error, KAM_DATA, &place, "%s is before the beginning, %s",
                            kam_show(kam_table_cell(table, row, columns->to)).s,
                            kam_show(kam_table_cell(table, row, columns->from)).s);
    }
    bool bounded = *from != KAM_MONTH_FIRST || to != KAM_MONTH_LAST;
    if (bounded && period == KAM_MONTH_NONE) {
        struct kam_place place = kam_table_place(table, row, KAM_NO_COLUMN);
        return kam_error_at(error, KAM_DATA, &place,
                            "the account table has no month columns, so it can't be said whether "
                            "this pair is in force");
    }
    *in_force = !bounded || (*from <= period && period <= to);
    return KAM_OK;
}

static enum kam_status read_kind(const struct kam_table *table, size_t row, size_t column,
                                 enum kam_relation_kind *kind, struct kam_error *error)
{
    static const char *const names[] = {
        [KAM_RELATION_PARENT] = "parent",
        [KAM_RELATION_PAYER] = "payer",
        [KAM_RELATION_SAME] = "same",
        [KAM_RELATION_RENAMED] = "renamed",
    };
    struct kam_text cell = optional_cell(table, row, column);

    *kind = KAM_RELATION_PARENT;
    if (cell.len == 0)
        return KAM_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (kam_text_equal(cell, kam_text_of(names[i]))) {
            *kind = (enum kam_relation_kind)i;
            return KAM_OK;
        }
    struct kam_place place = kam_table_place(table, row, column);
    return kam_error_at(error, KAM_DATA, &place,
                        "unknown: %s; a kind is parent, payer, same or renamed", kam_show(cell).s);
}

static enum kam_status read_pairs(struct kam_relations *relations, int period,
                                  struct kam_error *error)
{
    const struct kam_table *table = &relations->table;
    struct relation_columns columns;
    enum kam_status status = find_columns(table, &columns, error);

    if (status)
        return status;
    relations->items = malloc((table->count ? table->count : 1) * sizeof *relations->items);
    if (!relations->items)
        return kam_error_nomem(error);
    for (size_t row = 0; row < table->count; row++) {
        struct kam_relation *pair = &relations->items[relations->count];
        bool in_force = false;
        pair->row = row;
        status = read_id(table, row, columns.account, &pair->account, error);
        if (!status)
            status = read_id(table, row, columns.parent, &pair->parent, error);
        if (!status)
            status = read_months(table, row, &columns, period, &pair->from, &in_force, error);
        if (!status)
            status = read_kind(table, row, columns.kind, &pair->kind, error);
        if (status)
            return status;
        relations->count += in_force;
    }
    return KAM_OK;
}

enum kam_status kam_relations_read(struct kam_relations *relations, const char *path, int period,
                                   struct kam_error *error)
{
    const struct kam_reader_options options = {.delimiter = 0};

    *relations = (struct kam_relations){0};
    enum kam_status status = kam_table_read(&relations->table, &path, 1, &options, error);
    if (!status)
        status = read_pairs(relations, period, error);
    if (status)
        kam_relations_free(relations);
    return status;
}

void kam_relations_free(struct kam_relations *relations)
{
    free(relations->items);
    kam_table_free(&relations->table);
    *relations = (struct kam_relations){0};
}
