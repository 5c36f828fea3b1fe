#include "table/headermatch.h"
#include "table/table.h"

#include <stdlib.h>

/* One file on its way into the table. */
struct intake {
    struct kam_table *table;
    struct kam_reader *reader;
    size_t *fields;         /* of the file that are selected, ascending */
    size_t *picks;          /* of each column that is kept, and then of each constant: its place
                               among the fields selected */
    bool in_order;          /* the first of PICKS are 0, 1, 2, ... */
    struct kam_text *cells; /* of a row, in the order of the table */
};

/* The header of the first file names the columns. */
static enum kam_status take_header(struct kam_table *table, const struct kam_text *names,
                                   size_t count, uint64_t line, struct kam_error *error)
{
    const struct kam_table_choice *choice = &table->choice;

    table->names = malloc(count * sizeof *table->names);
    table->places = malloc(count * sizeof *table->places);
    table->constants = malloc(count * sizeof *table->constants);
    if (!table->names || !table->places || !table->constants)
        return kam_error_nomem(error);
    for (size_t i = 0; i < count; i++) {
        bool is_kept = !choice->keeps || choice->keeps(choice->context, names[i]);
        table->places[i] = is_kept ? table->kept++ : KAM_NO_COLUMN;
        if (kam_text_among(choice->constants, choice->constant_count, names[i]))
            table->constants[table->constant_count++] =
                (struct kam_table_constant){.column = i, .other_row = KAM_NO_ROW};
        if (!kam_arena_copy(&table->arena, names[i], &table->names[i]))
            return kam_error_nomem(error);
    }
    table->width = count;
    table->header_line = line;
    return KAM_OK;
}

/* ORDER[i] becomes the field of a later file that holds column i of the table. */
static enum kam_status match_header(const struct intake *intake, const struct kam_text *names,
                                    size_t count, uint64_t line, size_t *order,
                                    struct kam_error *error)
{
    const struct kam_table *table = intake->table;
    struct kam_place place = kam_reader_place(intake->reader, line, NULL);
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

/* Select the fields that are looked at, where field ORDER[i] is column i. */
static enum kam_status select_fields(struct intake *intake, const size_t *order,
                                     struct kam_error *error)
{
    const struct kam_table *table = intake->table;
    size_t *selected = calloc(table->width, sizeof *selected); /* of each field: is it */
    size_t count = 0;

    if (!selected)
        return kam_error_nomem(error);
    for (size_t i = 0; i < table->width; i++)
        selected[order[i]] = table->places[i] != KAM_NO_COLUMN;
    for (size_t i = 0; i < table->constant_count; i++)
        selected[order[table->constants[i].column]] = true;
    /* Then where among the others that are. */
    for (size_t f = 0; f < table->width; f++)
        if (selected[f]) {
            selected[f] = count;
            intake->fields[count++] = f;
        }
    intake->in_order = true;
    for (size_t i = 0; i < table->width; i++) {
        size_t place = table->places[i];
        if (place == KAM_NO_COLUMN)
            continue;
        intake->picks[place] = selected[order[i]];
        intake->in_order = intake->in_order && intake->picks[place] == place;
    }
    for (size_t i = 0; i < table->constant_count; i++)
        intake->picks[table->kept + i] = selected[order[table->constants[i].column]];
    free(selected);
    return kam_reader_select(intake->reader, table->width, intake->fields, count, error);
}

/* The first wrong record of a batch is the error. */
static enum kam_status report_fault(const struct intake *intake, const struct kam_csv_fault *fault,
                                    struct kam_error *error)
{
    struct kam_place place = kam_reader_place(intake->reader, fault->line, NULL);

    if (fault->field_count == 0)
        return kam_error_at(error, KAM_DATA, &place, "%s", fault->reason);
    return kam_error_at(error, KAM_DATA, &place, "%s (%zu instead of %zu)", fault->reason,
                        fault->field_count, intake->table->width);
}

/* CELL is that of CONSTANT in row ROW. */
static bool note_constant(struct kam_table *table, struct kam_table_constant *constant,
                          struct kam_text cell, size_t row)
{
    if (row == 0)
        return kam_arena_copy(&table->arena, cell, &constant->first);
    if (constant->other_row != KAM_NO_ROW || kam_text_equal(cell, constant->first))
        return true;
    constant->other_row = row;
    return kam_arena_copy(&table->arena, cell, &constant->other);
}

/* CELLS are those of one record, in the order of the file. */
static bool add_row(const struct intake *intake, const struct kam_text *cells, uint64_t line)
{
    struct kam_table *table = intake->table;

    for (size_t i = 0; i < table->constant_count; i++)
        if (!note_constant(table, &table->constants[i], cells[intake->picks[table->kept + i]],
                           table->count))
            return false;
    if (!intake->in_order) {
        for (size_t i = 0; i < table->kept; i++)
            intake->cells[i] = cells[intake->picks[i]];
        cells = intake->cells;
    }
    struct kam_table_row *row =
        kam_table_row_new(&table->arena, cells, table->kept, kam_reader_delimiter(intake->reader));
    if (!row || !kam_array_reserve(&table->rows, &table->rows_capacity, table->count + 1,
                                   sizeof *table->rows))
        return false;
    row->line = line;
    row->file = (uint32_t)(table->file_count - 1);
    table->rows[table->count++] = row;
    return true;
}

static enum kam_status read_rows(const struct intake *intake, struct kam_error *error)
{
    struct kam_csv_batch batch;
    enum kam_status status;

    while (!(status = kam_reader_next(intake->reader, &batch, error))) {
        uint64_t fault = batch.fault_count ? batch.faults[0].line : UINT64_MAX;
        for (size_t r = 0; r < batch.count && batch.lines[r] <= fault; r++)
            if (!add_row(intake, batch.cells + r * batch.width, batch.lines[r]))
                return kam_error_nomem(error);
        if (batch.fault_count)
            return report_fault(intake, &batch.faults[0], error);
    }
    return status == KAM_END ? KAM_OK : status;
}

static enum kam_status read_records(struct intake *intake, struct kam_error *error)
{
    struct kam_table *table = intake->table;
    const struct kam_text *names;
    size_t count;
    uint64_t line;
    enum kam_status status = kam_reader_record(intake->reader, &names, &count, &line, error);

    if (status == KAM_END) {
        struct kam_place place = kam_reader_place(intake->reader, 0, NULL);
        return kam_error_at(error, KAM_DATA, &place,
                            "empty, not even a header: did the command before it fail?");
    }
    if (status)
        return status;
    if (!table->names && (status = take_header(table, names, count, line, error)))
        return status;
    size_t *lists = malloc(4 * table->width * sizeof *lists), *order = lists;
    intake->cells = calloc(table->width, sizeof *intake->cells);
    if (!lists || !intake->cells) {
        status = kam_error_nomem(error);
    } else {
        intake->fields = lists + table->width;
        intake->picks = intake->fields + table->width;
        status = match_header(intake, names, count, line, order, error);
        if (!status)
            status = select_fields(intake, order, error);
        if (!status)
            status = read_rows(intake, error);
    }
    free(lists);
    free(intake->cells);
    return status;
}

static enum kam_status read_file(struct kam_table *table, const char *path,
                                 const struct kam_reader_options *options, struct kam_error *error)
{
    struct intake intake = {.table = table};
    struct kam_reader_options o = *options;

    o.input.order = (unsigned)table->file_count;
    o.input.digest = KAM_DIGEST_UNUSED;
    enum kam_status status = kam_reader_open(&intake.reader, path, &o, error);
    if (status)
        return status;
    if (kam_array_reserve(&table->files, &table->files_capacity, table->file_count + 1,
                          sizeof *table->files)) {
        table->files[table->file_count++] = kam_input_name(kam_reader_input(intake.reader));
        status = read_records(&intake, error);
    } else {
        status = kam_error_nomem(error);
    }
    kam_reader_close(intake.reader);
    return status;
}

/* Of a long row the processor sees coming by itself what follows the first lines. */
static void count_lines(struct kam_table *table)
{
    enum { MOST = 5 };
    size_t lines = table->count ? table->arena.used / table->count / KAM_CACHE_LINE + 1 : 1;

    table->row_lines = lines < MOST ? (unsigned)lines : MOST;
}

enum kam_status kam_table_read(struct kam_table *table, const char *const *paths, size_t count,
                               const struct kam_reader_options *options, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (count == 0)
        status = read_file(table, "-", options, error);
    for (size_t i = 0; i < count && !status; i++)
        status = read_file(table, paths[i], options, error);
    count_lines(table);
    return status;
}
