#include "account/accountrow.h"
#include "account/settext.h"
#include "account/storepart.h"
#include "table/clean.h"
#include "table/columns.h"

static enum kam_status find(const struct kam_text *names, size_t count, struct kam_text name,
                            size_t *index, const struct kam_place *place, struct kam_error *error)
{
    *index = KAM_NO_COLUMN;
    for (size_t i = 0; i < count; i++) {
        if (!kam_text_equal(names[i], name))
            continue;
        if (*index != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, place, "two columns are called %s; rename one",
                                kam_show(name).s);
        *index = i;
    }
    return KAM_OK;
}

/* The same for a measure, which has to be there. */
static enum kam_status find_measure(const struct kam_text *names, size_t count,
                                    struct kam_text name, size_t *index,
                                    const struct kam_place *place, struct kam_error *error)
{
    enum kam_status status = find(names, count, name, index, place, error);

    if (!status && *index == KAM_NO_COLUMN)
        return kam_error_at(error, KAM_DATA, place,
                            "no column %s: a measure that some inputs have and others lack",
                            kam_show(name).s);
    return status;
}

static enum kam_status find_months(struct kam_account_row *row, const struct kam_text *names,
                                   size_t count, const struct kam_place *place,
                                   struct kam_error *error)
{
    struct kam_months *months = &row->months;

    *months = KAM_MONTHS_NONE;
    row->first_month_column = KAM_NO_COLUMN;
    for (size_t i = 0; i < count; i++) {
        int month = kam_column_month(names[i]);
        if (month == KAM_MONTH_NONE)
            continue;
        if (months->count == 0) {
            months->first = month;
            row->first_month_column = i;
        }
        if (i != row->first_month_column + months->count ||
            month != months->first + (int)months->count)
            return kam_error_at(error, KAM_DATA, place,
                                "column %s: the month columns have to follow each other without "
                                "a gap, oldest first",
                                kam_show(names[i]).s);
        months->count++;
    }
    return KAM_OK;
}

enum kam_status kam_account_row_find(struct kam_account_row *row, const struct kam_layout *layout,
                                     const struct kam_text *names, size_t count,
                                     const struct kam_place *place, struct kam_arena *arena,
                                     struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    row->attributes = kam_arena_calloc(arena, layout->attribute_count, sizeof(size_t));
    row->kinds = kam_arena_calloc(arena, layout->attribute_count, sizeof *row->kinds);
    row->sums = kam_arena_calloc(arena, layout->sum_count, sizeof(size_t));
    row->sets = kam_arena_calloc(arena, layout->set_count, sizeof(size_t));
    if (!row->attributes || !row->kinds || !row->sums || !row->sets)
        return kam_error_nomem(error);
    status = find_measure(names, count, KAM_TEXT("account_id"), &row->id, place, error);
    if (!status)
        status = find_measure(names, count, KAM_TEXT("lines"), &row->lines, place, error);
    if (!status)
        status = find_measure(names, count, KAM_TEXT("revenue"), &row->revenue, place, error);
    for (size_t i = 0; !status && i < layout->attribute_count; i++) {
        row->kinds[i] = kam_column_cell_kind(layout->attributes[i]);
        status = find(names, count, layout->attributes[i], &row->attributes[i], place, error);
    }
    for (size_t i = 0; !status && i < layout->sum_count; i++)
        status = find_measure(names, count, layout->sums[i], &row->sums[i], place, error);
    for (size_t i = 0; !status && i < layout->set_count; i++)
        status = find_measure(names, count, layout->sets[i], &row->sets[i], place, error);
    return status ? status : find_months(row, names, count, place, error);
}

static enum kam_status number_error(enum kam_number outcome, struct kam_text cell,
                                    const char *column, const struct kam_place *place,
                                    struct kam_error *error)
{
    struct kam_place at = *place;

    at.column = column;
    return kam_error_at(error, KAM_DATA, &at, "%s: %s", kam_number_reason(outcome),
                        kam_show(cell).s);
}

static enum kam_status read_lines(struct kam_text cell, uint64_t *lines,
                                  const struct kam_place *place, struct kam_error *error)
{
    uint64_t value = 0;

    for (size_t i = 0; i < cell.len; i++) {
        unsigned digit = (unsigned)(cell.ptr[i] - '0');
        if (digit > 9 || value > (UINT64_MAX >> 8))
            return number_error(digit > 9 ? KAM_NUMBER_SYNTAX : KAM_NUMBER_RANGE, cell, "lines",
                                place, error);
        value = value * 10 + digit;
    }
    if (cell.len == 0)
        return number_error(KAM_NUMBER_SYNTAX, cell, "lines", place, error);
    *lines = value;
    return KAM_OK;
}

/* The same for the cell of MONTH. */
static enum kam_status month_error(enum kam_number outcome, struct kam_text cell, int month,
                                   const struct kam_place *place, struct kam_error *error)
{
    char name[KAM_MONTH_SIZE];

    kam_month_format(month, name);
    return number_error(outcome, cell, name, place, error);
}

/* Add the month cells to ACCOUNT, if there is one, and to TOTAL. */
static enum kam_status read_months(const struct kam_account_row *row, const struct kam_text *cells,
                                   struct kam_account *account, struct kam_decimal *total,
                                   struct kam_arena *arena, const struct kam_place *place,
                                   struct kam_error *error)
{
    for (unsigned i = 0; i < row->months.count; i++) {
        struct kam_text cell = cells[row->first_month_column + i];
        int month = row->months.first + (int)i;
        struct kam_decimal value;
        if (cell.len == 0)
            continue;
        enum kam_number outcome = kam_decimal_parse(cell, &value);
        if (outcome)
            return month_error(outcome, cell, month, place, error);
        if (account) {
            struct kam_amount amount = kam_amount_of(value);
            if (kam_cells_add(&account->revenue, month, &amount, row->months.count, arena))
                return kam_error_nomem(error);
        }
        if (!kam_decimal_add(total, value))
            return month_error(KAM_NUMBER_RANGE, cell, month, place, error);
    }
    return KAM_OK;
}

/* The same, and what the months come to has to be the revenue. */
static enum kam_status read_revenue(const struct kam_account_row *row, const struct kam_text *cells,
                                    struct kam_account *account, struct kam_arena *arena,
                                    const struct kam_place *place, struct kam_error *error)
{
    struct kam_decimal total = KAM_DECIMAL_ZERO, stated;
    enum kam_status status = read_months(row, cells, account, &total, arena, place, error);

    if (status)
        return status;
    enum kam_number outcome = kam_decimal_parse(cells[row->revenue], &stated);
    if (outcome)
        return number_error(outcome, cells[row->revenue], "revenue", place, error);
    if (kam_decimal_compare(total, stated) != 0) {
        char sum[KAM_DECIMAL_SIZE];
        struct kam_place at = *place;
        at.column = "revenue";
        kam_decimal_format(total, 2, sum);
        return kam_error_at(error, KAM_DATA, &at,
                            "%s, but the month cells add up to %s; was the row edited?",
                            kam_show(cells[row->revenue]).s, sum);
    }
    return KAM_OK;
}

static enum kam_status read_id(struct kam_text *id, struct kam_arena *arena,
                               const struct kam_place *place, struct kam_error *error)
{
    struct kam_place at = *place;

    at.column = "account_id";
    if (!kam_clean_id(id, arena))
        return kam_error_nomem(error);
    return id->len ? KAM_OK : kam_error_at(error, KAM_DATA, &at, "empty: an account needs an id");
}

static enum kam_status read_sum(struct kam_text cell, struct kam_text name, struct kam_decimal *sum,
                                const struct kam_place *place, struct kam_error *error)
{
    enum kam_number outcome = kam_decimal_parse(cell, sum);

    return outcome ? number_error(outcome, cell, name.ptr, place, error) : KAM_OK;
}

static enum kam_status read_set(struct kam_text cell, size_t index, struct kam_store *store,
                                struct kam_account *account, struct kam_arena *arena,
                                struct kam_error *error)
{
    const struct kam_layout *layout = kam_store_layout(store);
    struct kam_buffer scratch = {NULL, 0, 0};
    struct kam_text item;
    bool nomem, ok = true;

    while (ok && kam_settext_next(&cell, &item, &scratch, &nomem)) {
        uint32_t number;
        ok = kam_store_intern(store, index, item, &number) &&
             kam_set_add(&kam_account_sets(account, layout)[index], number, arena);
    }
    kam_buffer_free(&scratch);
    return ok && !nomem ? KAM_OK : kam_error_nomem(error);
}

enum kam_status kam_account_row_read(const struct kam_account_row *row,
                                     const struct kam_text *cells, struct kam_store *store,
                                     struct kam_account *account, struct kam_arena *arena,
                                     const struct kam_place *place, struct kam_error *error)
{
    const struct kam_layout *layout = kam_store_layout(store);
    enum kam_status status = read_lines(cells[row->lines], &account->lines, place, error);

    struct kam_text id = cells[row->id];
    if (!status)
        status = read_id(&id, arena, place, error);
    if (!status && !kam_record_name(account, id, arena))
        status = kam_error_nomem(error);
    if (!status)
        status = read_revenue(row, cells, account, arena, place, error);
    for (size_t i = 0; !status && i < layout->sum_count; i++)
        status = read_sum(cells[row->sums[i]], layout->sums[i], &kam_account_sums(account)[i],
                          place, error);
    for (size_t i = 0; !status && i < layout->set_count; i++)
        status = read_set(kam_clean_text(cells[row->sets[i]]), i, store, account, arena, error);
    for (size_t i = 0; !status && i < layout->attribute_count; i++) {
        struct kam_text cell =
            row->attributes[i] == KAM_NO_COLUMN ? KAM_TEXT("") : cells[row->attributes[i]];
        if (row->kinds[i] != KAM_CELL_ID)
            cell = kam_clean_text(cell);
        else if (!kam_clean_id(&cell, arena))
            return kam_error_nomem(error);
        if (!kam_attributes_set(&account->attributes, layout->attribute_count, i, cell, arena))
            return kam_error_nomem(error);
    }
    return status;
}

enum kam_status kam_account_row_check(const struct kam_account_row *row,
                                      const struct kam_text *cells, const struct kam_layout *layout,
                                      struct kam_arena *arena, const struct kam_place *place,
                                      struct kam_error *error)
{
    struct kam_text id = cells[row->id];
    struct kam_decimal sum;
    uint64_t lines;
    enum kam_status status = read_lines(cells[row->lines], &lines, place, error);

    if (!status)
        status = read_id(&id, arena, place, error);
    if (!status)
        status = read_revenue(row, cells, NULL, arena, place, error);
    for (size_t i = 0; !status && i < layout->sum_count; i++)
        status = read_sum(cells[row->sums[i]], layout->sums[i], &sum, place, error);
    return status;
}
