#include "table/table.h"
#include "table/columns.h"

#include <stdlib.h>

void kam_table_free(struct kam_table *table)
{
    free(table->names);
    free(table->places);
    free(table->constants);
    free(table->rows);
    free(table->files);
    kam_arena_free(&table->arena);
    memset(table, 0, sizeof *table);
}

static bool add_file(struct kam_table *table, const char *file)
{
    if (table->file_count && table->files[table->file_count - 1] == file)
        return true;
    if (!kam_array_reserve(&table->files, &table->files_capacity, table->file_count + 1,
                           sizeof *table->files))
        return false;
    table->files[table->file_count++] = file;
    return true;
}

bool kam_table_add(struct kam_table *table, const struct kam_text *cells, const char *file,
                   uint64_t line)
{
    assert(table->kept == table->width && table->constant_count == 0);
    struct kam_table_row *row = kam_table_row_new(&table->arena, cells, table->width, '\0');

    if (!row || !add_file(table, file) ||
        !kam_array_reserve(&table->rows, &table->rows_capacity, table->count + 1,
                           sizeof *table->rows))
        return false;
    row->line = line;
    row->file = (uint32_t)(table->file_count - 1);
    table->rows[table->count++] = row;
    return true;
}

size_t kam_table_find(const struct kam_table *table, struct kam_text name)
{
    for (size_t i = 0; i < table->width; i++)
        if (kam_text_equal(table->names[i], name))
            return i;
    return KAM_NO_COLUMN;
}

size_t kam_table_find_kept(const struct kam_table *table, struct kam_text name)
{
    size_t column = kam_table_find(table, name);

    return column == KAM_NO_COLUMN || table->places[column] == KAM_NO_COLUMN ? KAM_NO_COLUMN
                                                                             : column;
}

const struct kam_table_constant *kam_table_constant(const struct kam_table *table, size_t column)
{
    const struct kam_table_constant *constant = table->constants;

    while (constant->column != column)
        constant++;
    return constant;
}

struct kam_place kam_table_place(const struct kam_table *table, size_t row, size_t column)
{
    const struct kam_table_row *r = table->rows[row];

    /* Names were copied with a NUL behind them. */
    return (struct kam_place){table->files[r->file], r->file, r->line,
                              column == KAM_NO_COLUMN ? NULL : table->names[column].ptr};
}

void kam_table_place_error(const struct kam_table *table, size_t row, struct kam_error *error)
{
    struct kam_place place = kam_table_place(table, row, KAM_NO_COLUMN);

    if (!error)
        return;
    error->file = place.file;
    error->order = place.order;
    error->line = place.line;
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

enum kam_status kam_table_reject_id(const struct kam_table *table, size_t column, size_t row,
                                    size_t first, struct kam_error *error)
{
    struct kam_text cell = kam_table_cell(table, row, column);
    struct kam_place place = kam_table_place(table, row, column);

    if (cell.len == 0)
        return kam_error_at(error, KAM_DATA, &place, "empty");
    struct kam_place other = kam_table_place(table, first, column);
    return kam_error_at(error, KAM_DATA, &place,
                        "%s stands in %s:%llu too; one row each is needed "
                        "(kam-import adds the rows of an account up)",
                        kam_show(cell).s, other.file, (unsigned long long)other.line);
}

enum kam_status kam_table_index(const struct kam_table *table, size_t column, struct kam_map *index,
                                struct kam_error *error)
{
    for (size_t row = 0; row < table->count; row++) {
        struct kam_text cell = kam_table_cell(table, row, column);
        uint32_t number = KAM_NONE;

        if (cell.len && !kam_map_intern(index, cell, &number))
            return kam_error_nomem(error);
        if (number != row)
            return kam_table_reject_id(table, column, row, number, error);
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

bool kam_window_peak(const struct kam_window *window, const struct kam_table *table, size_t row,
                     int *month, struct kam_decimal *revenue)
{
    struct kam_decimal amount;
    bool found = false;

    for (size_t i = 0; i < window->count; i++) {
        struct kam_text cell = kam_table_cell(table, row, window->first_column + i);
        if (kam_decimal_parse(cell, &amount) != KAM_NUMBER_OK ||
            (found && kam_decimal_compare(amount, *revenue) <= 0))
            continue;
        *revenue = amount;
        *month = window->first_month + (int)i;
        found = true;
    }
    return found;
}
