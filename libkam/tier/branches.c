#include "tier/branches.h"

#include "table/ids.h"
#include "table/rowindex.h"
#include "tier/policy.h"
#include "tier/tiercell.h"

#include <stdlib.h>

/* A column without which it is no members list. */
static enum kam_status require(const struct kam_table *list, struct kam_text name, size_t *column,
                               struct kam_error *error)
{
    const struct kam_place place = {.file = NULL};

    return kam_table_require_for(list, name,
                                 KAM_TEXT("--branches takes what kam-merge-group --members-out "
                                          "writes"),
                                 &place, column, error);
}

static enum kam_status find_columns(struct kam_branches *branches, struct kam_error *error)
{
    const struct kam_table *list = branches->list, *table = branches->table;
    enum kam_status status = require(list, KAM_TEXT("account"), &branches->account, error);

    if (!status)
        status = require(list, KAM_TEXT("customer"), &branches->customer, error);
    if (!status)
        status = kam_table_optional(list, KAM_TEXT("revenue"), &branches->revenue, error);
    if (!status)
        status = kam_table_optional(list, KAM_TEXT("share"), &branches->share, error);
    if (!status)
        status = kam_table_require(table, KAM_TEXT("account_id"), &branches->id, error);
    if (!status)
        status = kam_table_optional(table, KAM_TEXT("account_name"), &branches->name, error);
    return status;
}

/* ---- customers --------------------------------------------------------------------------------
 */

static bool is_head(const struct kam_branches *branches, size_t account)
{
    return kam_text_equal(kam_table_cell(branches->list, account, branches->account),
                          kam_table_cell(branches->list, account, branches->customer));
}

static struct kam_shown show_customer(const struct kam_branches *branches, size_t account)
{
    return kam_show(kam_table_cell(branches->list, account, branches->customer));
}

/* The first account whose customer isn't there is an error. */
static enum kam_status check_customers(const struct kam_branches *branches, struct kam_error *error)
{
    for (size_t i = 0; i < branches->list->count; i++) {
        if (branches->customers[i] != KAM_NONE)
            continue;
        struct kam_place place = kam_table_place(branches->list, i, branches->customer);
        return kam_error_at(error, KAM_DATA, &place,
                            "the table has no customer %s; both have to come from the same run of "
                            "kam-merge-group (--members-out)",
                            show_customer(branches, i).s);
    }
    return KAM_OK;
}

static enum kam_status find_customers(struct kam_branches *branches, struct kam_error *error)
{
    struct kam_row_index index = {0};
    const struct kam_table *list = branches->list;
    enum kam_status status = kam_row_index_make(&index, branches->table, branches->id, error);

    if (!status)
        kam_row_index_find(&index, list, branches->customer, 0, list->count, branches->customers);
    kam_row_index_free(&index);
    for (size_t i = 0; i < list->count && !status; i++)
        if (branches->customers[i] != KAM_NONE &&
            kam_tiering_is_prospect(branches->tiering, branches->customers[i]))
            branches->customers[i] = KAM_NONE;
    return status ? status : check_customers(branches, error);
}

/* LISTED, per row of the table: the list has its head. */
static enum kam_status check_heads(struct kam_branches *branches, bool *listed,
                                   struct kam_error *error)
{
    size_t count = branches->list->count;

    for (size_t i = 0; i < count; i++)
        if (is_head(branches, i))
            listed[branches->customers[i]] = true;
    for (size_t i = 0; i < count; i++) {
        if (listed[branches->customers[i]])
            continue;
        struct kam_place place = kam_table_place(branches->list, i, branches->customer);
        return kam_error_at(error, KAM_DATA, &place,
                            "%s has no line of its own in the list, which isn't whole: take it as "
                            "kam-merge-group --members-out wrote it",
                            show_customer(branches, i).s);
    }
    for (size_t row = branches->table->count; row-- > 0;)
        if (!listed[row] && !kam_tiering_is_prospect(branches->tiering, (uint32_t)row)) {
            branches->unlisted++;
            branches->first_unlisted = row;
        }
    return KAM_OK;
}

bool kam_branches_complete(const struct kam_branches *branches, struct kam_error *warning)
{
    struct kam_place place = {.file = branches->list->files[0]};

    if (branches->unlisted == 0)
        return true;
    struct kam_text first = kam_table_cell(branches->table, branches->first_unlisted, branches->id);
    (void)kam_error_at(warning, KAM_DATA, &place,
                       "the list lacks %zu customer%s of the table, %s%s; both have to come from "
                       "the same run of kam-merge-group (--members-out)",
                       branches->unlisted, branches->unlisted == 1 ? "" : "s",
                       branches->unlisted == 1 ? "" : "the first is ", kam_show(first).s);
    return false;
}

/* ---- desks ------------------------------------------------------------------------------------
 */

static enum kam_status find_period(const struct kam_table *table, int *period,
                                   struct kam_error *error)
{
    struct kam_window window;
    enum kam_status status = kam_table_window(table, &window, error);

    *period = status ? (int)KAM_MONTH_NONE : kam_window_last(&window);
    return status;
}

static enum kam_status judge_accounts(struct kam_branches *branches,
                                      const struct kam_binding *binding, struct kam_error *error)
{
    const struct kam_row_source rows = kam_row_source_of_table(branches->list);
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < branches->list->count && !status; i++) {
        if (is_head(branches, i))
            continue;
        status = kam_binding_holds(binding, &rows, i, &branches->has_desk[i], error);
        if (status)
            kam_table_place_error(branches->list, i, error);
    }
    return status;
}

/* As kam_binding_make; what it calls the table is the list. */
static enum kam_status bind(const struct kam_branches *branches, struct kam_binding *binding,
                            int period, struct kam_arena *arena, struct kam_error *error)
{
    const struct kam_table *list = branches->list;
    struct kam_error found;
    enum kam_status status = kam_binding_make(binding, &branches->model->branch.when, list->names,
                                              list->width, period, arena, &found);

    if (status != KAM_DATA)
        return status ? kam_error_nomem(error) : KAM_OK;
    struct kam_place place = {.file = found.file, .line = found.line, .column = found.column};
    return kam_error_at(error, status, &place, "in the members list %s: %s", list->files[0],
                        found.text);
}

static enum kam_status find_desks(struct kam_branches *branches, struct kam_error *error)
{
    struct kam_arena arena = {0};
    struct kam_binding binding;
    int period;

    if (branches->model->branch.when.term_count == 0)
        return KAM_OK;
    enum kam_status status = find_period(branches->table, &period, error);
    if (!status)
        status = bind(branches, &binding, period, &arena, error);
    if (!status)
        status = judge_accounts(branches, &binding, error);
    kam_arena_free(&arena);
    return status;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static enum kam_status find_accounts(struct kam_branches *branches, struct kam_error *error)
{
    bool *listed = calloc(branches->table->count + 1, sizeof *listed);

    branches->customers = malloc((branches->list->count + 1) * sizeof *branches->customers);
    branches->has_desk = calloc(branches->list->count + 1, sizeof *branches->has_desk);
    enum kam_status status = listed && branches->customers && branches->has_desk
                                 ? find_customers(branches, error)
                                 : kam_error_nomem(error);
    if (!status)
        status = check_heads(branches, listed, error);
    free(listed);
    return status;
}

enum kam_status kam_branches_make(struct kam_branches *branches, const struct kam_table *list,
                                  const struct kam_table *table, const struct kam_tiering *tiering,
                                  const struct kam_model *model, struct kam_error *error)
{
    *branches =
        (struct kam_branches){.list = list, .table = table, .tiering = tiering, .model = model};
    enum kam_status status = find_columns(branches, error);
    if (!status)
        status = kam_ids_check(list, branches->account, error);
    if (!status)
        status = find_accounts(branches, error);
    if (!status)
        status = find_desks(branches, error);
    return status;
}

void kam_branches_free(struct kam_branches *branches)
{
    free(branches->customers);
    free(branches->has_desk);
    *branches = (struct kam_branches){0};
}

/* ---- writing ----------------------------------------------------------------------------------
 */

static void write_header(const struct kam_branches *branches, struct kam_writer *writer)
{
    const struct kam_text_list *keys = &branches->model->policies.keys;

    kam_tiercell_text(writer, KAM_TEXT("account"));
    if (branches->revenue != KAM_NO_COLUMN)
        kam_tiercell_text(writer, KAM_TEXT("revenue"));
    if (branches->share != KAM_NO_COLUMN)
        kam_tiercell_text(writer, KAM_TEXT("share"));
    kam_tiercell_text(writer, KAM_TEXT("customer"));
    if (branches->name != KAM_NO_COLUMN)
        kam_tiercell_text(writer, KAM_TEXT("account_name"));
    kam_tiercell_text(writer, KAM_TEXT("tier"));
    kam_tiercell_text(writer, KAM_TEXT("desk"));
    for (size_t i = 0; i < keys->count; i++)
        kam_tiercell_text(writer, branches->model->policies.columns[i]);
    kam_writer_end_row(writer);
}

/* The cell of account I in COLUMN of the list, if it has that. */
static void write_listed(const struct kam_branches *branches, size_t i, size_t column,
                         enum kam_cell_kind kind, struct kam_writer *writer)
{
    if (column != KAM_NO_COLUMN)
        kam_writer_cell(writer, kam_table_cell(branches->list, i, column), kind);
}

static void write_account(const struct kam_branches *branches, size_t i, struct kam_writer *writer)
{
    const struct kam_model *model = branches->model;
    uint32_t row = branches->customers[i];
    size_t tier = branches->tiering->verdicts[row].tier;

    write_listed(branches, i, branches->account, KAM_CELL_ID, writer);
    write_listed(branches, i, branches->revenue, KAM_CELL_NUMBER, writer);
    write_listed(branches, i, branches->share, KAM_CELL_NUMBER, writer);
    write_listed(branches, i, branches->customer, KAM_CELL_ID, writer);
    if (branches->name != KAM_NO_COLUMN)
        kam_tiercell_text(writer, kam_table_cell(branches->table, row, branches->name));
    kam_tiercell_text(writer, model->tiers.names.items[tier]);
    kam_tiercell_text(writer, branches->has_desk[i] ? model->branch.desk : KAM_TEXT(""));
    for (size_t k = 0; k < model->policies.keys.count; k++)
        kam_tiercell_text(writer, kam_policy_text(model, branches->tiering, row, k));
    kam_writer_end_row(writer);
}

void kam_branches_write(const struct kam_branches *branches, struct kam_writer *writer)
{
    write_header(branches, writer);
    for (size_t i = 0; i < branches->list->count; i++)
        write_account(branches, i, writer);
}
