#include "group/groupmerge.h"

#include <stdlib.h>

void kam_groupmerge_free(struct kam_groupmerge *merge)
{
    if (!merge)
        return;
    kam_store_free(merge->store);
    free(merge->records);
    kam_arena_free(&merge->arena);
    free(merge);
}

static uint32_t rows_of(const struct kam_groups *groups, uint32_t customer)
{
    uint32_t count = 0;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++)
        count += groups->members[i] < groups->links.row_count;
    return count;
}

/* Customers of several rows get a record. */
static enum kam_status add_records(struct kam_groupmerge *merge, struct kam_error *error)
{
    const struct kam_groups *groups = merge->groups;
    enum kam_status status =
        kam_store_new(&merge->store, &merge->rules->layout, merge->plan.row.months.count, 1, error);

    if (status)
        return status;
    merge->records = malloc(((size_t)groups->count + 1) * sizeof *merge->records);
    if (!merge->records)
        return kam_error_nomem(error);
    for (uint32_t c = 0; !status && c < groups->count; c++) {
        merge->records[c] = KAM_NONE;
        if (rows_of(groups, c) > 1)
            status = kam_store_lookup(merge->store, kam_groups_id(groups, groups->heads[c]),
                                      KAM_STORE_ADD, &merge->records[c], error);
    }
    return status;
}

/*
 * The cells of ROW that its record is made of. An empty one counts as nothing in a sum that isn't
 * a figure of kam's own.
 */
static void take_cells(const struct kam_groupmerge *merge, uint32_t row, struct kam_text *cells)
{
    const struct kam_account_row *plan = &merge->plan.row;
    const struct kam_layout *layout = &merge->rules->layout;
    size_t cost = kam_layout_cost(layout);

    cells[plan->id] = kam_table_cell(merge->table, row, plan->id);
    cells[plan->lines] = kam_table_cell(merge->table, row, plan->lines);
    cells[plan->revenue] = kam_table_cell(merge->table, row, plan->revenue);
    for (size_t i = 0; i < plan->months.count; i++) {
        size_t column = plan->first_month_column + i;
        cells[column] = kam_table_cell(merge->table, row, column);
    }
    for (size_t i = 0; i < layout->set_count; i++)
        cells[plan->sets[i]] = kam_table_cell(merge->table, row, plan->sets[i]);
    for (size_t i = 0; i < layout->sum_count; i++) {
        struct kam_text cell = kam_table_cell(merge->table, row, plan->sums[i]);
        cells[plan->sums[i]] = i != cost && cell.len == 0 ? KAM_TEXT("0") : cell;
    }
}

/* What a maximum or minimum is taken of has to be numbers, and so has an earlier own_revenue. */
static enum kam_status check_numbers(const struct kam_groupmerge *merge, uint32_t row,
                                     struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    struct kam_decimal value;
    bool empty;

    if (merge->own.own != KAM_NO_COLUMN)
        status = kam_table_number(merge->table, row, merge->own.own, &value, &empty, error);
    for (size_t i = 0; !status && i < merge->table->width; i++) {
        enum kam_attribute_merge rule = merge->rules->columns[i].merge;
        if (rule == KAM_MERGE_MAX || rule == KAM_MERGE_MIN)
            status = kam_table_number(merge->table, row, i, &value, &empty, error);
    }
    return status;
}

/* Read ROW, and merge it into the record of its customer, if that has several rows. */
static enum kam_status merge_row(struct kam_groupmerge *merge, uint32_t row, struct kam_text *cells,
                                 struct kam_arena *scratch, struct kam_error *error)
{
    struct kam_account_context context = kam_store_context(merge->store);
    struct kam_place place = kam_table_place(merge->table, row, KAM_NO_COLUMN);
    uint32_t record = merge->records[merge->groups->customers[row]];
    struct kam_account *account = NULL;
    enum kam_status status;

    take_cells(merge, row, cells);
    if (record == KAM_NONE) {
        status = kam_account_row_check(&merge->plan.row, cells, &merge->rules->layout, scratch,
                                       &place, error);
    } else {
        account = kam_store_scratch(merge->store);
        status = kam_account_row_read(&merge->plan.row, cells, merge->store, account, scratch,
                                      &place, error);
    }
    if (!status)
        status = check_numbers(merge, row, error);
    if (status || record == KAM_NONE)
        return status;
    struct kam_account *into = kam_store_account(merge->store, record);
    status = kam_account_merge_measures(into, account, &context);
    if (status == KAM_NOMEM)
        return kam_error_nomem(error);
    return status ? kam_error_at(error, status, &place, "the sum of customer %s becomes too large",
                                 kam_show(kam_account_id(into)).s)
                  : KAM_OK;
}

static enum kam_status merge_rows(struct kam_groupmerge *merge, struct kam_error *error)
{
    struct kam_text *cells = calloc(merge->table->width + 1, sizeof *cells);
    struct kam_arena scratch = {.chunks = NULL};
    enum kam_status status = cells ? KAM_OK : kam_error_nomem(error);

    for (uint32_t row = 0; !status && row < merge->groups->links.row_count; row++) {
        status = merge_row(merge, row, cells, &scratch, error);
        kam_arena_reset(&scratch);
    }
    kam_arena_free(&scratch);
    free(cells);
    return status;
}

/* kam-import keeps currencies apart; here two of its tables may have been put together. */
static enum kam_status check_currency(const struct kam_table *table, struct kam_error *error)
{
    size_t column = kam_table_find(table, KAM_TEXT("currency"));
    struct kam_text first = KAM_TEXT("");

    for (uint32_t row = 0; column != KAM_NO_COLUMN && row < table->count; row++) {
        struct kam_text code = kam_table_cell(table, row, column);
        struct kam_place place = kam_table_place(table, row, column);
        if (first.len == 0)
            first = code;
        else if (code.len && !kam_text_equal(code, first))
            return kam_error_at(error, KAM_DATA, &place,
                                "%s, but there are rows with %s: currencies can't be added up; "
                                "merge the table of each alone",
                                kam_show(code).s, kam_show(first).s);
    }
    return KAM_OK;
}

enum kam_status kam_groupmerge_figures(const struct kam_groupmerge *merge,
                                       const struct kam_account *account,
                                       struct kam_figures *figures, struct kam_error *error)
{
    size_t cost = kam_layout_cost(&merge->rules->layout);

    return kam_figures_compute(figures, account, merge->plan.row.months,
                               cost == SIZE_MAX ? NULL : &kam_account_sums(account)[cost], error);
}

/* Figures are computed again when they are written; here they only have to be possible. */
static enum kam_status check_figures(const struct kam_groupmerge *merge, struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    struct kam_figures figures;
    struct kam_revenue revenue;

    for (uint32_t c = 0; !status && c < merge->groups->count; c++)
        if (!kam_own_revenue_is_all(&merge->own, merge->groups, c))
            status =
                kam_own_revenue_split(&merge->own, merge->table, merge->groups, c, &revenue, error);

    for (uint32_t i = 0; !status && i < kam_store_count(merge->store); i++)
        status = kam_groupmerge_figures(merge, kam_store_account(merge->store, i), &figures, error);
    return status;
}

enum kam_status kam_groupmerge_new(struct kam_groupmerge **out, const struct kam_table *table,
                                   const struct kam_groups *groups,
                                   const struct kam_merge_rules *rules, struct kam_error *error)
{
    struct kam_groupmerge *merge = calloc(1, sizeof *merge);

    if (!merge)
        return kam_error_nomem(error);
    merge->table = table;
    merge->groups = groups;
    merge->rules = rules;
    enum kam_status status = kam_merge_plan_make(&merge->plan, table, rules, &merge->arena, error);
    if (!status)
        status = kam_own_revenue_find(&merge->own, table, error);
    if (!status)
        status = add_records(merge, error);
    if (!status)
        status = check_currency(table, error);
    if (!status)
        status = merge_rows(merge, error);
    if (!status)
        status = check_figures(merge, error);
    if (status)
        kam_groupmerge_free(merge);
    else
        *out = merge;
    return status;
}

bool kam_groupmerge_is_open(const struct kam_groupmerge *merge, size_t column)
{
    for (size_t i = 0; i < merge->plan.count; i++)
        if (merge->plan.columns[i].source == column)
            return merge->plan.columns[i].part == KAM_MERGE_PART_ATTRIBUTE &&
                   !merge->rules->columns[column].said &&
                   !kam_column_find(merge->plan.columns[i].name);
    return false;
}
