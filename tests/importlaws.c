#include "importlaws.h"
#include "base/utf8.h"
#include "import/header.h"
#include "import/inspect.h"
#include "records.h"
#include "table/columns.h"

#include <math.h>

/* Sums that wrap around: any order of adding gives the same. */
__extension__ typedef unsigned __int128 wide_sum;

static wide_sum wide_of(struct kam_decimal value)
{
    return (wide_sum)value.units;
}

/* ---- the rows of a text ---------------------------------------------------------------------- */

struct row {
    uint64_t line;
    const char *wrong; /* with its quotes, as records.h marks it, or "" */
    struct kam_text *cells;
    size_t count;
};

struct sheet {
    struct row *rows;
    size_t count, capacity;
    uint64_t blank_lines; /* those of nothing but delimiters, too */
    struct kam_arena arena;
};

static void add_row(struct sheet *sheet, const struct records_scan *scan, uint64_t line,
                    const char *wrong)
{
    struct row row = {line, wrong, NULL, *wrong ? 0 : scan->count};

    row.cells = kam_arena_calloc(&sheet->arena, row.count + 1, sizeof *row.cells);
    records_must(row.cells &&
                 kam_array_reserve(&sheet->rows, &sheet->capacity, sheet->count + 1, sizeof row));
    for (size_t i = 0; i < row.count; i++) {
        size_t start = i ? scan->ends[i - 1] : 0;
        struct kam_text cell = {scan->bytes.ptr + start, scan->ends[i] - start};
        records_must(kam_arena_copy(&sheet->arena, cell, &row.cells[i]));
    }
    sheet->rows[sheet->count++] = row;
}

static bool is_blank(struct kam_text line, char delimiter)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] != delimiter)
            return false;
    return true;
}

static void read_sheet(struct sheet *sheet, struct kam_text text, char delimiter)
{
    struct records_scan scan = {.input = text.ptr ? text : KAM_TEXT(""), .line = 1};

    *sheet = (struct sheet){.rows = NULL};
    records_must(kam_buffer_reserve(&scan.bytes, 1));
    while (scan.at < scan.input.len) {
        size_t start = scan.at;
        uint64_t line = scan.line;
        const char *wrong = records_scan_record(&scan, delimiter);
        struct kam_text raw = {scan.input.ptr + start, scan.at - start};
        if (is_blank(raw, delimiter))
            sheet->blank_lines++;
        else
            add_row(sheet, &scan, line, wrong);
        size_t line_end = records_line_end(scan.input, scan.at);
        scan.at += line_end;
        scan.line += line_end > 0;
    }
    kam_buffer_free(&scan.bytes);
    free(scan.ends);
}

static void free_sheet(struct sheet *sheet)
{
    free(sheet->rows);
    kam_arena_free(&sheet->arena);
}

/* The column called NAME in the first row; SIZE_MAX: none. */
static size_t find_column(const struct sheet *sheet, const char *name)
{
    for (size_t i = 0; sheet->count && i < sheet->rows[0].count; i++)
        if (kam_text_equal(sheet->rows[0].cells[i], kam_text_of(name)))
            return i;
    return SIZE_MAX;
}

/* A number that kam wrote; empty is 0. */
static bool read_number(struct kam_text cell, struct kam_decimal *value)
{
    *value = KAM_DECIMAL_ZERO;
    return cell.len == 0 || kam_decimal_parse(cell, value) == KAM_NUMBER_OK;
}

/* ---- a failure ------------------------------------------------------------------------------- */

static const char *broken_by_failure(const struct imported *result)
{
    const struct kam_error *error = &result->error;
    struct kam_text text = kam_text_of(error->text);

    if (error->status != result->status)
        return "the error has the status of the run";
    if (result->status != KAM_DATA && result->status != KAM_USAGE)
        return "a run fails because of its data or its options";
    if (text.len == 0 || kam_utf8_prefix(text) < text.len || memchr(text.ptr, '\n', text.len))
        return "a failure has a message of one line";
    return NULL;
}

/* ---- lines ----------------------------------------------------------------------------------- */

/* All of PATH as the import reads it. False where it can't be read to its end. */
static bool decode(struct kam_buffer *out, const char *path,
                   const struct kam_import_options *options)
{
    struct kam_input_options o = options->reader.input;
    struct kam_input *input;
    struct kam_text block;
    enum kam_status status;

    o.choose_encoding = kam_header_choose_encoding;
    records_must(kam_input_open(&input, path, &o, NULL) == KAM_OK);
    while (!(status = kam_input_read(input, &block, NULL)))
        records_must(kam_buffer_add(out, block));
    kam_input_close(input);
    return status == KAM_END;
}

/* The lines that the rows of an account table stand for. */
static uint64_t lines_of_table(const struct sheet *sheet, uint64_t header)
{
    uint64_t lines = 0;
    size_t column = SIZE_MAX;

    for (size_t r = 0; r < sheet->count; r++) {
        const struct row *row = &sheet->rows[r];
        struct kam_decimal value;
        if (row->line == header)
            for (column = 0; !kam_text_equal(row->cells[column], KAM_TEXT("lines"));)
                column++;
        else if (row->line > header && column < row->count &&
                 kam_decimal_parse(row->cells[column], &value) == KAM_NUMBER_OK)
            lines += (uint64_t)(value.units / kam_decimal_of(1).units);
    }
    return lines;
}

/* How many lines there are to account for; UINT64_MAX where no import may succeed. */
static uint64_t count_lines(const struct kam_import_file *file, struct kam_text text)
{
    struct sheet sheet;
    uint64_t lines = 0;
    bool endless = false;

    read_sheet(&sheet, text, file->delimiter);
    for (size_t r = 0; r < sheet.count; r++) {
        lines += sheet.rows[r].line > file->header_end;
        endless = endless || *sheet.rows[r].wrong == '?';
    }
    if (file->kind == KAM_INPUT_TABLE)
        lines = lines_of_table(&sheet, file->header_line);
    lines += sheet.blank_lines;
    free_sheet(&sheet);
    return endless ? UINT64_MAX : lines;
}

static const char *broken_by_lines(const struct imported *result,
                                   const struct kam_import_options *options)
{
    for (size_t i = 0; i < result->plan.file_count; i++) {
        const struct kam_import_file *file = &result->plan.files[i];
        struct kam_buffer text = {NULL, 0, 0};
        uint64_t found = 0;
        bool whole = decode(&text, file->path, options);
        uint64_t lines = count_lines(file, kam_buffer_text(&text));
        kam_buffer_free(&text);
        for (int fate = 0; fate < KAM_FATES; fate++)
            found += result->import.files[i].lines[fate];
        if (!whole)
            return "what can't be read to its end isn't imported";
        if (lines == UINT64_MAX)
            return "a quote that is never closed fails the run";
        if (found != lines)
            return "every line has one fate";
    }
    return NULL;
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* Of an account table. */
struct totals {
    uint64_t lines;
    wide_sum revenue;
    double size;        /* of the accounts' revenues, whatever their signs */
    const char *broken; /* a law */
};

static struct totals add_up_table(const struct sheet *sheet)
{
    size_t lines = find_column(sheet, "lines"), revenue = find_column(sheet, "revenue");
    struct totals totals = {0, 0, 0, NULL};
    struct kam_decimal value;

    if (lines == SIZE_MAX || revenue == SIZE_MAX)
        totals.broken = "a table has lines and revenue";
    for (size_t r = 1; r < sheet->count && !totals.broken; r++) {
        const struct row *row = &sheet->rows[r];
        wide_sum months = 0;
        if (*row->wrong || row->count != sheet->rows[0].count)
            totals.broken = "a table has as many cells in every row";
        for (size_t c = 0; c < row->count && !totals.broken; c++) {
            bool is_month = kam_column_month(sheet->rows[0].cells[c]) != KAM_MONTH_NONE;
            if (!is_month && c != lines && c != revenue)
                continue;
            if (!read_number(row->cells[c], &value))
                totals.broken = "lines, revenue and months are plain numbers";
            months += is_month ? wide_of(value) : 0;
            totals.revenue += c == revenue ? wide_of(value) : 0;
            months -= c == revenue ? wide_of(value) : 0;
            if (c == revenue)
                totals.size += fabs(kam_decimal_to_double(value));
            if (c == lines)
                totals.lines += (uint64_t)(value.units / kam_decimal_of(1).units);
        }
        if (months && !totals.broken)
            totals.broken = "the months of an account add up to its revenue";
    }
    return totals;
}

static const char *broken_by_sums(const struct imported *result)
{
    struct sheet sheet;
    uint64_t lines = 0;
    wide_sum used = 0;

    read_sheet(&sheet, kam_buffer_text(&result->table), ',');
    struct totals totals = add_up_table(&sheet);
    free_sheet(&sheet);
    for (size_t i = 0; i < result->plan.file_count; i++) {
        lines += result->import.files[i].lines[KAM_FATE_USED];
        used += wide_of(result->import.files[i].amounts[KAM_FATE_USED]);
    }
    if (totals.broken)
        return totals.broken;
    if (totals.lines != lines)
        return "the accounts have the lines that were used";
    return totals.revenue == used ? NULL : "the accounts have the amounts that were used";
}

/* ---- the lists ------------------------------------------------------------------------------- */

/* The rows of the files, and those of all files subtracted again: nothing is left over. */
static const char *broken_by_reconcile(const struct imported *result)
{
    struct sheet sheet;
    const char *broken = NULL;
    wide_sum lines = 0, amounts = 0;

    read_sheet(&sheet, kam_buffer_text(&result->reconcile), ',');
    for (size_t r = 1; r < sheet.count && !broken; r++) {
        const struct row *row = &sheet.rows[r];
        struct kam_decimal count, amount;
        if (row->count != 5 || !read_number(row->cells[3], &count) ||
            !read_number(row->cells[4], &amount)) {
            broken = "the reconciliation has file, fate, month, lines and amount";
            break;
        }
        bool all = kam_text_equal(row->cells[0], KAM_TEXT("(all)"));
        lines += all ? -wide_of(count) : wide_of(count);
        amounts += all ? -wide_of(amount) : wide_of(amount);
    }
    free_sheet(&sheet);
    if (!broken && (lines || amounts))
        broken = "the reconciliation adds up";
    return broken;
}

static const char *broken_by_rejects(const struct imported *result)
{
    enum { LINE = 1, REASON = 3 };
    struct sheet sheet;
    const char *broken = NULL;
    uint64_t rejected = 0;
    bool again = false; /* a place is what the list before said */

    for (size_t i = 0; i < result->plan.file_count; i++) {
        rejected += result->import.files[i].lines[KAM_FATE_REJECTED];
        again = again || result->plan.files[i].kind == KAM_INPUT_REJECTS;
    }
    read_sheet(&sheet, kam_buffer_text(&result->rejects), ',');
    if (rejected != result->import.bad_lines || sheet.count != rejected + 1)
        broken = "rejected lines are in the list of them";
    for (size_t r = 1; r < sheet.count && !broken; r++) {
        const struct row *row = &sheet.rows[r];
        if (*row->wrong || row->count < KAM_REJECTS_OWN || (row->cells[LINE].len == 0 && !again) ||
            row->cells[REASON].len == 0)
            broken = "a rejected line has its place and a reason";
    }
    free_sheet(&sheet);
    return broken;
}

const char *imported_broken_law(const struct imported *result,
                                const struct kam_import_options *options)
{
    if (result->status)
        return broken_by_failure(result);
    const char *broken = broken_by_lines(result, options);

    if (!broken)
        broken = broken_by_sums(result);
    if (!broken)
        broken = broken_by_reconcile(result);
    return broken ? broken : broken_by_rejects(result);
}

/* ---- once more ------------------------------------------------------------------------------- */

/* Sums near the end of a decimal's range may succeed in one order of lines and not in another. */
static bool is_huge(const struct imported *result)
{
    const double limit = 1.7e20;
    struct sheet sheet;

    read_sheet(&sheet, kam_buffer_text(&result->table), ',');
    struct totals totals = add_up_table(&sheet);
    free_sheet(&sheet);
    return totals.size > limit;
}

static const char *broken_by_table(const struct imported *result,
                                   const struct importing_place *place,
                                   const struct kam_import_options *options, struct kam_error *why)
{
    const char *path = place->inputs[IMPORTING_FILES - 1], *broken = NULL;
    struct imported again;

    importing_write(path, kam_buffer_text(&result->table));
    importing_run(&again, place, &path, 1, options);
    if (again.status && is_huge(result))
        broken = NULL;
    else if (again.status)
        broken = "a table can be imported again";
    else if (!kam_text_equal(kam_buffer_text(&again.table), kam_buffer_text(&result->table)))
        broken = "a table imported again is the same table";
    else
        broken = imported_broken_law(&again, options);
    *why = again.error;
    imported_free(&again);
    return broken;
}

static const char *broken_by_rejected(const struct imported *result,
                                      const struct importing_place *place,
                                      const struct kam_import_options *options)
{
    const char *path = place->inputs[IMPORTING_FILES - 1];
    struct imported again;

    importing_write(path, kam_buffer_text(&result->rejects));
    importing_run(&again, place, &path, 1, options);
    const char *broken = imported_broken_law(&again, options);
    if (!broken && !again.status && again.import.files[0].lines[KAM_FATE_USED])
        broken = "a line that was rejected is rejected again";
    imported_free(&again);
    return broken;
}

const char *imported_again_broken_law(const struct imported *result,
                                      const struct importing_place *place,
                                      const struct kam_import_options *options,
                                      struct kam_error *why)
{
    struct kam_import_options again = *options;

    if (result->status)
        return NULL;
    /* They are what kam writes, whatever the raw exports were. */
    again.raw = false;
    again.reader.delimiter = 0;
    const char *broken = broken_by_table(result, place, &again, why);
    /* A key is repeated only beside the line that has it, too. */
    if (!broken && result->import.bad_lines && options->reading.invoice.count == 0)
        broken = broken_by_rejected(result, place, &again);
    return broken;
}

/* ---- inspected ------------------------------------------------------------------------------- */

const char *inspected_broken_law(const struct imported *result, const char *path,
                                 const struct kam_import_options *options)
{
    struct kam_inspection inspection;
    struct kam_error error = {.status = KAM_OK};
    enum kam_status status = kam_inspect(&inspection, path, options, &error);
    bool works = !result->status && result->import.bad_lines == 0;
    const char *broken = NULL;

    if (status)
        broken = status == result->status && error.text[0]
                     ? NULL
                     : "what can be imported can be inspected";
    else if (works != (inspection.status == KAM_OK) && !is_huge(result))
        broken = works ? "what can be imported is inspected without a fault"
                       : "an inspection finds what an import fails on";
    kam_inspection_free(&inspection);
    return broken;
}
