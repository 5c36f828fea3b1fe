#include "group/groupwrite.h"
#include "account/settext.h"
#include "group/groupattr.h"
#include "table/view.h"

enum { MONEY_PLACES = 2 };

/* The customer being written. */
struct current {
    uint32_t customer;
    const struct kam_account *account; /* NULL for a customer of one row */
    struct kam_figures figures;
    struct kam_revenue revenue; /* TOTAL isn't known where all of it is one row's */
};

/* A sum of nothing but empty cells stays empty. */
static bool is_empty_sum(const struct kam_groupmerge *merge, uint32_t customer, size_t column)
{
    const struct kam_groups *groups = merge->groups;

    for (uint32_t i = groups->starts[customer]; i < groups->starts[customer + 1]; i++)
        if (groups->members[i] < groups->links.row_count &&
            kam_table_cell(merge->table, groups->members[i], column).len)
            return false;
    return true;
}

static bool write_measure(const struct kam_groupmerge *merge, const struct current *current,
                          const struct kam_merge_column *column, struct kam_buffer *buffer)
{
    if (!current->account)
        return kam_buffer_add(
            buffer,
            kam_table_cell(merge->table, merge->groups->leads[current->customer], column->source));
    if (column->field->part == KAM_PART_SUM &&
        is_empty_sum(merge, current->customer, column->source))
        return true;
    return kam_field_write(column->field, current->account, &current->figures,
                           merge->plan.row.months, merge->store, buffer);
}

static bool write_count(uint32_t count, struct kam_buffer *buffer)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(kam_decimal_of(count), 0, digits);

    return kam_buffer_add(buffer, (struct kam_text){digits, len});
}

static bool write_members(const struct kam_groups *groups, uint32_t customer,
                          struct kam_buffer *buffer)
{
    uint32_t *members = groups->members + groups->starts[customer];

    return kam_settext_write_numbers(members, kam_groups_size(groups, customer),
                                     &groups->links.accounts, buffer);
}

static bool write_money(struct kam_decimal value, struct kam_buffer *buffer)
{
    char digits[KAM_DECIMAL_SIZE];
    size_t len = kam_decimal_format(value, MONEY_PLACES, digits);

    return kam_buffer_add(buffer, (struct kam_text){digits, len});
}

static bool write_own_revenue(const struct current *current, struct kam_buffer *buffer)
{
    return current->revenue.own_cell.ptr ? kam_buffer_add(buffer, current->revenue.own_cell)
                                         : write_money(current->revenue.own, buffer);
}

static bool write_attribute(const struct kam_groupmerge *merge, const struct current *current,
                            const struct kam_merge_column *column, struct kam_buffer *buffer)
{
    enum kam_attribute_merge rule = current->account ? column->merge : KAM_MERGE_HEAD;

    return kam_buffer_add(buffer, kam_groupattr_choose(merge->table, merge->groups,
                                                       current->customer, column->source, rule));
}

/* Append the cell of COLUMN to BUFFER. */
static bool write_cell(const struct kam_groupmerge *merge, const struct current *current,
                       const struct kam_merge_column *column, struct kam_buffer *buffer)
{
    const struct kam_groups *groups = merge->groups;
    uint32_t customer = current->customer;

    switch (column->part) {
    case KAM_MERGE_PART_ID:
        return kam_buffer_add(buffer, kam_groups_id(groups, groups->heads[customer]));
    case KAM_MERGE_PART_ATTRIBUTE:
        return write_attribute(merge, current, column, buffer);
    case KAM_MERGE_PART_MEASURE:
        return write_measure(merge, current, column, buffer);
    case KAM_MERGE_PART_MEMBER_COUNT:
        return write_count(kam_groups_size(groups, customer), buffer);
    case KAM_MERGE_PART_MEMBERS:
        return write_members(groups, customer, buffer);
    case KAM_MERGE_PART_OWN_REVENUE:
        return write_own_revenue(current, buffer);
    case KAM_MERGE_PART_BRANCH_REVENUE:
        return write_money(current->revenue.branch, buffer);
    }
    return true;
}

/*
 * How many columns from C on have the cells of the row that heads CURRENT's customer, as they are:
 * of a customer of one row that is itself the head all that are neighbours in the table.
 */
static size_t cells_as_they_are(const struct kam_groupmerge *merge, const struct current *current,
                                size_t c)
{
    const struct kam_groups *groups = merge->groups;

    if (current->account || groups->heads[current->customer] != groups->leads[current->customer])
        return 0;
    return merge->plan.columns[c].run;
}

static enum kam_status find_revenue(const struct kam_groupmerge *merge, struct current *current,
                                    struct kam_error *error)
{
    uint32_t lead = merge->groups->leads[current->customer];

    if (!kam_own_revenue_is_all(&merge->own, merge->groups, current->customer))
        return kam_own_revenue_split(&merge->own, merge->table, merge->groups, current->customer,
                                     &current->revenue, error);
    current->revenue.own_cell = kam_table_cell(merge->table, lead, merge->own.revenue);
    return KAM_OK;
}

static enum kam_status write_customer(const struct kam_groupmerge *merge, uint32_t customer,
                                      struct kam_writer *writer, struct kam_buffer *buffer,
                                      struct kam_error *error)
{
    const struct kam_merge_plan *plan = &merge->plan;
    struct current current = {.customer = customer};
    enum kam_status status = find_revenue(merge, &current, error);

    if (status)
        return status;
    if (merge->records[customer] != KAM_NONE) {
        current.account = kam_store_account(merge->store, merge->records[customer]);
        status = kam_groupmerge_figures(merge, current.account, &current.figures, error);
        if (status)
            return status;
    }
    for (size_t i = 0; i < plan->count;) {
        size_t run = cells_as_they_are(merge, &current, i), from = plan->columns[i].source;
        buffer->len = 0;
        if (run) {
            kam_view_write_cells(merge->table, merge->groups->leads[customer], from, from + run,
                                 plan->kinds + i, writer);
            i += run;
        } else if (write_cell(merge, &current, &plan->columns[i], buffer)) {
            kam_writer_cell(writer, kam_buffer_text(buffer), plan->kinds[i++]);
        } else {
            return kam_error_nomem(error);
        }
    }
    kam_writer_end_row(writer);
    return KAM_OK;
}

enum kam_status kam_groupwrite(const struct kam_groupmerge *merge, struct kam_writer *writer,
                               struct kam_error *error)
{
    struct kam_buffer buffer = {NULL, 0, 0};
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < merge->plan.count; i++)
        kam_writer_cell(writer, merge->plan.columns[i].name, KAM_CELL_TEXT);
    kam_writer_end_row(writer);
    for (uint32_t c = 0; !status && c < merge->groups->count; c++)
        status = write_customer(merge, c, writer, &buffer, error);
    kam_buffer_free(&buffer);
    return status;
}
