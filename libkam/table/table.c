#include "table/table.h"
#include "table/columns.h"
#include "table/headermatch.h"

#include <stdlib.h>

struct kam_table_row {
    uint64_t line;
    uint32_t file;
    uint32_t ends[]; /* of each cell in the bytes that follow */
};

void kam_table_free(struct kam_table *table)
{
    free(table->names);
    free(table->rows);
    free(table->files);
    kam_arena_free(&table->arena);
    memset(table, 0, sizeof *table);
}

static const char *row_text(const struct kam_table *table, const struct kam_table_row *row)
{
    return (const char *)(row->ends + table->width);
}

struct kam_text kam_table_cell(const struct kam_table *table, size_t row, size_t column)
{
    const struct kam_table_row *r = table->rows[row];
    uint32_t start = column ? r->ends[column - 1] : 0;

    return (struct kam_text){row_text(table, r) + start, r->ends[column] - start};
}

static enum kam_status add_row(struct kam_table *table, const struct kam_text *cells, uint64_t line,
                               struct kam_error *error)
{
    size_t bytes = 0;

    for (size_t i = 0; i < table->width; i++)
        bytes += cells[i].len;
    if (bytes > UINT32_MAX)
        return kam_error_set(error, KAM_DATA, "a row of more than 4 GiB");
    struct kam_table_row *row =
        kam_arena_alloc(&table->arena, sizeof *row + table->width * sizeof *row->ends + bytes);
    if (!row || !kam_array_reserve(&table->rows, &table->rows_capacity, table->count + 1,
                                   sizeof *table->rows))
        return kam_error_nomem(error);
    row->line = line;
    row->file = (uint32_t)(table->file_count - 1);
    char *text = (char *)(row->ends + table->width);
    uint32_t end = 0;
    for (size_t i = 0; i < table->width; i++) {
        if (cells[i].len)
            memcpy(text + end, cells[i].ptr, cells[i].len);
        end += (uint32_t)cells[i].len;
        row->ends[i] = end;
    }
    table->rows[table->count++] = row;
    return KAM_OK;
}

/* The header of the first file names the columns. */
static enum kam_status take_header(struct kam_table *table, const struct kam_text *names,
                                   size_t count, uint64_t line, struct kam_error *error)
{
    table->names = malloc(count * sizeof *table->names);
    if (!table->names)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++)
        if (!kam_arena_copy(&table->arena, names[i], &table->names[i]))
            return kam_error_nomem(error);
    table->width = count;
    table->header_line = line;
    return KAM_OK;
}

/* ORDER[i] becomes the field of a later file that holds column i of the table. */
static enum kam_status match_header(const struct kam_table *table, const struct kam_reader *reader,
                                    const struct kam_text *names, size_t count, uint64_t line,
                                    size_t *order, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, line, NULL);
    struct kam_header_match match;

    if (!kam_header_match(&match, table->names, table->width, names, count, order))
        return kam_error_nomem(error);
    if (match.missing != SIZE_MAX)
        return kam_error_at(error, KAM_DATA, &place, "no column %s, which %s has",
                            kam_show(table->names[match.missing]).s, table->files[0]);
    if (match.extra != SIZE_MAX)
        return kam_error_at(error, KAM_DATA, &place, "a column %s, which %s doesn't have",
                            kam_show(names[match.extra]).s, table->files[0]);
    return KAM_OK;
}

/* The first wrong record of a batch is the error. */
static enum kam_status report_fault(const struct kam_table *table, const struct kam_reader *reader,
                                    const struct kam_csv_fault *fault, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(reader, fault->line, NULL);

    if (fault->field_count == 0)
        return kam_error_at(error, KAM_DATA, &place, "%s", fault->reason);
    return kam_error_at(error, KAM_DATA, &place, "%s (%zu instead of %zu)", fault->reason,
                        fault->field_count, table->width);
}

static enum kam_status read_rows(struct kam_table *table, struct kam_reader *reader,
                                 const size_t *order, struct kam_text *cells,
                                 struct kam_error *error)
{
    struct kam_csv_batch batch;
    enum kam_status status;

    while (!(status = kam_reader_next(reader, &batch, error))) {
        for (size_t r = 0; r < batch.count; r++) {
            if (batch.fault_count && batch.faults[0].line < batch.lines[r])
                break;
            for (size_t i = 0; i < table->width; i++)
                cells[i] = batch.cells[r * batch.width + order[i]];
            status = add_row(table, cells, batch.lines[r], error);
            if (status)
                return status;
        }
        if (batch.fault_count)
            return report_fault(table, reader, &batch.faults[0], error);
    }
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status read_records(struct kam_table *table, struct kam_reader *reader,
                                    struct kam_error *error)
{
    const struct kam_text *names;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_record(reader, &names, &count, &line, error);

    if (status == KAM_END) {
        struct kam_place place = kam_reader_place(reader, 0, NULL);
        return kam_error_at(error, KAM_DATA, &place,
                            "empty, not even a header: did the command before it fail?");
    }
    if (status)
        return status;
    if (!table->names && (status = take_header(table, names, count, line, error)))
        return status;
    size_t *order = malloc(2 * table->width * sizeof *order);
    struct kam_text *cells = calloc(table->width, sizeof *cells);
    if (!order || !cells) {
        status = kam_error_nomem(error);
    } else {
        size_t *all = order + table->width;
        for (size_t i = 0; i < table->width; i++)
            all[i] = i;
        status = match_header(table, reader, names, count, line, order, error);
        if (!status)
            status = kam_reader_select(reader, table->width, all, table->width, error);
        if (!status)
            status = read_rows(table, reader, order, cells, error);
    }
    free(order);
    free(cells);
    return status;
}

static enum kam_status read_file(struct kam_table *table, const char *path,
                                 const struct kam_reader_options *options, struct kam_error *error)
{
    struct kam_reader *reader;
    struct kam_reader_options o = *options;

    o.input.order = (unsigned)table->file_count;
    enum kam_status status = kam_reader_open(&reader, path, &o, error);
    if (status)
        return status;
    if (kam_array_reserve(&table->files, &table->files_capacity, table->file_count + 1,
                          sizeof *table->files)) {
        table->files[table->file_count++] = kam_input_name(kam_reader_input(reader));
        status = read_records(table, reader, error);
    } else {
        status = kam_error_nomem(error);
    }
    kam_reader_close(reader);
    return status;
}

enum kam_status kam_table_read(struct kam_table *table, const char *const *paths, size_t count,
                               const struct kam_reader_options *options, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (count == 0)
        return read_file(table, "-", options, error);
    for (size_t i = 0; i < count && !status; i++)
        status = read_file(table, paths[i], options, error);
    return status;
}

size_t kam_table_find(const struct kam_table *table, struct kam_text name)
{
    for (size_t i = 0; i < table->width; i++)
        if (kam_text_equal(table->names[i], name))
            return i;
    return KAM_NO_COLUMN;
}

struct kam_place kam_table_place(const struct kam_table *table, size_t row, size_t column)
{
    const struct kam_table_row *r = table->rows[row];

    /* Names were copied with a NUL behind them. */
    return (struct kam_place){table->files[r->file], r->file, r->line,
                              column == KAM_NO_COLUMN ? NULL : table->names[column].ptr};
}

enum kam_status kam_table_optional(const struct kam_table *table, struct kam_text name,
                                   size_t *column, struct kam_error *error)
{
    *column = kam_table_find(table, name);
    if (*column == KAM_NO_COLUMN)
        return KAM_OK;
    for (size_t i = *column + 1; i < table->width; i++)
        if (kam_text_equal(table->names[i], name)) {
            struct kam_place place = {.file = table->files[0], .line = table->header_line};
            return kam_error_at(error, KAM_DATA, &place,
                                "two columns are called %s (number %zu and number %zu); rename one",
                                kam_show(name).s, *column + 1, i + 1);
        }
    return KAM_OK;
}

enum kam_status kam_table_require(const struct kam_table *table, struct kam_text name,
                                  size_t *column, struct kam_error *error)
{
    struct kam_buffer list = {NULL, 0, 0};
    enum { LONGEST_LIST = 600 };
    enum kam_status status = kam_table_optional(table, name, column, error);

    if (status || *column != KAM_NO_COLUMN)
        return status;
    for (size_t i = 0; i < table->width; i++) {
        const char *separator = i ? ", " : "";
        if (list.len + table->names[i].len > LONGEST_LIST) {
            if (!kam_buffer_printf(&list, ", ..."))
                goto nomem;
            break;
        }
        if (!kam_buffer_printf(&list, "%s%s", separator, table->names[i].ptr))
            goto nomem;
    }
    struct kam_place place = {.file = table->files[0]};
    struct kam_text nearest = kam_text_nearest(name, table->names, table->width);
    status =
        kam_error_at(error, KAM_DATA, &place, "no column %s%s%s; there are: %.*s", kam_show(name).s,
                     nearest.len ? "; did you mean " : "", nearest.len ? kam_show(nearest).s : "",
                     (int)list.len, list.ptr ? list.ptr : "");
    kam_buffer_free(&list);
    return status;
nomem:
    kam_buffer_free(&list);
    return kam_error_nomem(error);
}

enum kam_status kam_table_require_for(const struct kam_table *table, struct kam_text name,
                                      struct kam_text needer, const struct kam_place *rule,
                                      size_t *column, struct kam_error *error)
{
    struct kam_error found;
    struct kam_buffer where = {NULL, 0, 0};
    enum kam_status status = kam_table_require(table, name, column, &found);

    if (status == KAM_OK)
        return KAM_OK;
    if (status == KAM_NOMEM || (rule->file && !kam_buffer_printf(&where, " (%s:%llu)", rule->file,
                                                                 (unsigned long long)rule->line)))
        return kam_error_nomem(error);
    struct kam_place place = {.file = found.file, .order = found.order, .line = found.line};
    status = kam_error_at(error, status, &place, "%.*s%.*s: %s", (int)needer.len, needer.ptr,
                          (int)where.len, where.ptr ? where.ptr : "", found.text);
    kam_buffer_free(&where);
    return status;
}

enum kam_status kam_table_number(const struct kam_table *table, size_t row, size_t column,
                                 struct kam_decimal *value, bool *empty, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(table, row, column);

    *empty = cell.len == 0;
    *value = KAM_DECIMAL_ZERO;
    if (*empty)
        return KAM_OK;
    enum kam_number outcome = kam_decimal_parse(cell, value);
    if (outcome == KAM_NUMBER_OK)
        return KAM_OK;
    struct kam_place place = kam_table_place(table, row, column);
    return kam_error_at(error, KAM_DATA, &place, "%s: %s", kam_number_reason(outcome),
                        kam_show(cell).s);
}

enum kam_status kam_table_index(const struct kam_table *table, size_t column, struct kam_map *index,
                                struct kam_error *error)
{
    for (size_t row = 0; row < table->count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        struct kam_place place = kam_table_place(table, row, column);
        uint32_t number;

        if (cell.len == 0)
            return kam_error_at(error, KAM_DATA, &place, "empty");
        if (!kam_map_intern(index, cell, &number))
            return kam_error_nomem(error);
        if (number != row) {
            struct kam_place first = kam_table_place(table, number, column);
            return kam_error_at(error, KAM_DATA, &place,
                                "%s stands in %s:%llu too; one row each is needed "
                                "(kam-import adds the rows of an account up)",
                                kam_show(cell).s, first.file, (unsigned long long)first.line);
        }
    }
    return KAM_OK;
}

enum kam_status kam_table_window(const struct kam_table *table, struct kam_window *window,
                                 struct kam_error *error)
{
    *window = (struct kam_window){KAM_NO_COLUMN, KAM_MONTH_NONE, 0};
    for (size_t i = 0; i < table->width; i++) {
        int month = kam_column_month(table->names[i]);
        if (month == KAM_MONTH_NONE)
            continue;
        if (window->count == 0) {
            window->first_column = i;
            window->first_month = month;
        }
        if (i != window->first_column + window->count ||
            month != window->first_month + (int)window->count) {
            struct kam_place place = {
                .file = table->files[0], .line = table->header_line, .column = table->names[i].ptr};
            return kam_error_at(error, KAM_DATA, &place,
                                "the month columns have to follow each other without a gap, "
                                "oldest first");
        }
        window->count++;
    }
    return KAM_OK;
}
