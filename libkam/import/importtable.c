/* Account tables as inputs: each row is a record to merge. */
#include "import/import.h"
#include "import/overlap.h"
#include "import/putaside.h"

#include <stdlib.h>

enum fate { INSIDE, OUTSIDE, STRADDLING };

/* Where the table's months lie; a table of no months is inside. */
static enum fate place_in_window(const struct kam_import_options *options, struct kam_months months)
{
    int first = kam_import_first_month(options), last = kam_import_last_month(options);
    int end = months.first + (int)months.count - 1;

    if (months.count == 0 || (months.first >= first && end <= last))
        return INSIDE;
    return end < first || months.first > last ? OUTSIDE : STRADDLING;
}

/* A table on its way into the store. */
struct table {
    struct kam_import *import;
    size_t index; /* of the file */
    enum fate fate;
    size_t currency; /* its column; KAM_NO_COLUMN: none */
    struct kam_overlap overlap;
    uint64_t *lines; /* of its accounts, by their number in the store; 0: none yet */
    size_t line_count, line_capacity;
    struct kam_arena arena;
};

/* Which column of FILE says the currency of its rows; KAM_NO_COLUMN: none does. */
static enum kam_status find_currency(const struct kam_import_file *file, size_t *column,
                                     const struct kam_place *place, struct kam_error *error)
{
    *column = KAM_NO_COLUMN;
    for (size_t i = 0; i < file->width; i++) {
        if (!kam_text_equal(file->names[i], KAM_TEXT("currency")))
            continue;
        if (*column != KAM_NO_COLUMN)
            return kam_error_at(error, KAM_DATA, place,
                                "two columns are called currency; rename one");
        *column = i;
    }
    return KAM_OK;
}

/* What becomes of a row by its currency; one that says nothing adds to any. */
static enum kam_status judge_currency(struct table *table, const struct kam_text *cells,
                                      const struct kam_place *place, enum kam_fate *fate,
                                      struct kam_error *error)
{
    struct kam_place cell = *place;
    enum kam_currency_verdict verdict;

    cell.column = "currency";
    *fate = KAM_FATE_USED;
    if (table->currency == KAM_NO_COLUMN || cells[table->currency].len == 0)
        return KAM_OK;
    if (!kam_one_currency_judge(&table->import->currency, cells[table->currency], &cell, &verdict,
                                error))
        return kam_error_nomem(error);
    if (verdict == KAM_CURRENCY_FOREIGN)
        *fate = KAM_FATE_CURRENCY;
    else if (verdict == KAM_CURRENCY_SAME &&
             !kam_one_currency_take(&table->import->currency, cells[table->currency], &cell))
        return kam_error_nomem(error);
    return verdict == KAM_CURRENCY_DIFFERENT ? KAM_DATA : KAM_OK;
}

/* A table has each account once: a second row is mostly another id that a spreadsheet changed. */
static enum kam_status check_row(struct table *table, uint32_t number, struct kam_text id,
                                 const struct kam_place *place, struct kam_error *error)
{
    struct kam_place cell = *place;
    size_t count = (size_t)number + 1;

    if (!kam_array_reserve(&table->lines, &table->line_capacity, count, sizeof *table->lines))
        return kam_error_nomem(error);
    if (count > table->line_count) {
        memset(table->lines + table->line_count, 0,
               (table->line_capacity - table->line_count) * sizeof *table->lines);
        table->line_count = table->line_capacity;
    }
    cell.column = "account_id";
    if (table->lines[number])
        return kam_error_at(error, KAM_DATA, &cell,
                            "%s stands in line %llu, too, but a table has each account once: did a "
                            "spreadsheet change an id?",
                            kam_show(id).s, (unsigned long long)table->lines[number]);
    table->lines[number] = place->line;
    return KAM_OK;
}

/* Accounts that are put aside take their numbers with them. */
static enum kam_status make_room(struct table *table, struct kam_error *error)
{
    bool gone;
    enum kam_status status = kam_store_make_room(table->import->store, &gone, error);

    if (gone)
        memset(table->lines, 0, table->line_count * sizeof *table->lines);
    return status;
}

static enum kam_status merge_row(struct table *table, const struct kam_text *cells,
                                 const struct kam_place *place, struct kam_error *error)
{
    struct kam_import *import = table->import;
    size_t file = table->index;
    enum kam_fate fate = KAM_FATE_OUTSIDE;
    struct kam_store *store = import->store;
    struct kam_account *row = kam_store_scratch(store);
    const struct kam_account_row *where = &import->plan->files[file].row;
    struct kam_decimal revenue;
    uint32_t number;
    enum kam_status status =
        kam_account_row_read(where, cells, store, row, &table->arena, place, error);

    if (status)
        return status;
    if (kam_decimal_parse(cells[where->revenue], &revenue) != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_DATA, place, "revenue: not a number");
    if (table->fate != OUTSIDE)
        status = judge_currency(table, cells, place, &fate, error);
    if (status)
        return status;
    if (fate != KAM_FATE_USED)
        return kam_import_count(import, file, fate, KAM_MONTH_NONE, row->lines, revenue, error);
    status = make_room(table, error);
    if (!status)
        status = kam_store_lookup(store, kam_account_id(row), KAM_STORE_ADD, &number, error);
    if (!status)
        status = check_row(table, number, kam_account_id(row), place, error);
    if (status)
        return status;
    kam_overlap_note(&table->overlap, &kam_store_account(store, number)->revenue, &row->revenue);
    struct kam_account_context context = kam_store_context(store);
    status = kam_account_merge(kam_store_account(store, number), row, &context);
    if (status == KAM_NOMEM)
        return kam_error_nomem(error);
    if (status)
        return kam_error_at(error, status, place, "the sum of account %s becomes too large",
                            kam_show(kam_account_id(row)).s);
    return kam_import_count(import, file, KAM_FATE_USED, KAM_MONTH_NONE, row->lines, revenue,
                            error);
}

static enum kam_status read_rows(struct table *table, struct kam_reader *reader,
                                 struct kam_error *error)
{
    struct kam_csv_batch batch;
    enum kam_status status;

    while (!(status = kam_reader_next(reader, &batch, error))) {
        for (size_t r = 0; r < batch.count && !status; r++) {
            struct kam_place place = kam_reader_place(reader, batch.lines[r], NULL);
            if (batch.fault_count && batch.faults[0].line < batch.lines[r])
                break;
            status = merge_row(table, batch.cells + r * batch.width, &place, error);
        }
        if (!status && batch.fault_count) {
            struct kam_place place = kam_reader_place(reader, batch.faults[0].line, NULL);
            status = kam_error_at(error, KAM_DATA, &place, "%s", batch.faults[0].reason);
        }
        if (status)
            break;
        kam_arena_reset(&table->arena);
    }
    kam_arena_free(&table->arena);
    return status == KAM_END ? KAM_OK : status;
}

enum kam_status kam_import_table(struct kam_import *import, size_t index, struct kam_reader *reader,
                                 struct kam_error *error)
{
    const struct kam_import_file *file = &import->plan->files[index];
    struct table table = {.import = import,
                          .index = index,
                          .fate = place_in_window(import->options, file->row.months)};
    struct kam_place place = kam_reader_place(reader, file->header_line, NULL);
    struct kam_error warning;

    if (table.fate == STRADDLING)
        return kam_error_at(error, KAM_DATA, &place,
                            "the table's months lie partly outside the window, and its sums can't "
                            "be split; import one table per month");
    enum kam_status status = find_currency(file, &table.currency, &place, error);
    if (status)
        return status;
    size_t *all = malloc(file->width * sizeof *all);
    if (!all)
        return kam_error_nomem(error);
    for (size_t i = 0; i < file->width; i++)
        all[i] = i;
    status = kam_store_begin_source(import->store, kam_putaside_source(index), error);
    if (!status)
        status = kam_reader_select(reader, file->width, all, file->width, error);
    free(all);
    if (!status)
        status = read_rows(&table, reader, error);
    free(table.lines);
    if (!status && kam_overlap_is_suspicious(&table.overlap)) {
        kam_overlap_warning(&table.overlap, import->files[index].name, &warning);
        kam_import_warn(import, &warning);
    }
    return status;
}
