/* Account tables as inputs: each row is a record to merge. */
#include "import/import.h"

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

static enum kam_status merge_row(struct kam_import *import, size_t file,
                                 const struct kam_text *cells, const struct kam_place *place,
                                 struct kam_arena *arena, enum fate fate, struct kam_error *error)
{
    struct kam_store *store = import->store;
    struct kam_account *row = kam_store_scratch(store);
    const struct kam_account_row *where = &import->plan->files[file].row;
    struct kam_decimal revenue;
    uint32_t number;
    enum kam_status status = kam_account_row_read(where, cells, store, row, arena, place, error);

    if (status)
        return status;
    if (kam_decimal_parse(cells[where->revenue], &revenue) != KAM_NUMBER_OK)
        return kam_error_at(error, KAM_DATA, place, "revenue: not a number");
    if (fate == OUTSIDE)
        return kam_import_count(import, file, KAM_FATE_OUTSIDE, KAM_MONTH_NONE, row->lines, revenue,
                                error);
    status = kam_store_lookup(store, row->id, KAM_STORE_ADD, &number, error);
    if (status)
        return status;
    struct kam_account_context context = kam_store_context(store);
    status = kam_account_merge(kam_store_account(store, number), row, &context);
    if (status == KAM_NOMEM)
        return kam_error_nomem(error);
    if (status)
        return kam_error_at(error, status, place, "the sum of account %s becomes too large",
                            kam_show(row->id).s);
    return kam_import_count(import, file, KAM_FATE_USED, KAM_MONTH_NONE, row->lines, revenue,
                            error);
}

static enum kam_status read_rows(struct kam_import *import, size_t file, struct kam_reader *reader,
                                 enum fate fate, struct kam_error *error)
{
    struct kam_arena arena = {0};
    struct kam_csv_batch batch;
    enum kam_status status;

    while (!(status = kam_reader_next(reader, &batch, error))) {
        for (size_t r = 0; r < batch.count && !status; r++) {
            struct kam_place place = kam_reader_place(reader, batch.lines[r], NULL);
            if (batch.fault_count && batch.faults[0].line < batch.lines[r])
                break;
            status =
                merge_row(import, file, batch.cells + r * batch.width, &place, &arena, fate, error);
        }
        if (!status && batch.fault_count) {
            struct kam_place place = kam_reader_place(reader, batch.faults[0].line, NULL);
            status = kam_error_at(error, KAM_DATA, &place, "%s", batch.faults[0].reason);
        }
        if (status)
            break;
        kam_arena_reset(&arena);
    }
    kam_arena_free(&arena);
    return status == KAM_END ? KAM_OK : status;
}

enum kam_status kam_import_table(struct kam_import *import, size_t index, struct kam_reader *reader,
                                 struct kam_error *error)
{
    const struct kam_import_file *file = &import->plan->files[index];
    enum fate fate = place_in_window(import->options, file->row.months);
    struct kam_place place = kam_reader_place(reader, file->header_line, NULL);

    if (fate == STRADDLING)
        return kam_error_at(error, KAM_DATA, &place,
                            "the table's months lie partly outside the window, and its sums can't "
                            "be split; import one table per month");
    size_t *all = malloc(file->width * sizeof *all);
    if (!all)
        return kam_error_nomem(error);
    for (size_t i = 0; i < file->width; i++)
        all[i] = i;
    enum kam_status status = kam_reader_select(reader, file->width, all, file->width, error);
    free(all);
    return status ? status : read_rows(import, index, reader, fate, error);
}
