/* Raw exports as inputs: each line becomes a billing line of its account. */
#include "import/heading.h"
#include "import/heldlines.h"
#include "import/importline.h"

struct raw {
    struct kam_import *import;
    size_t index; /* of the file */
    struct kam_line_reader lines;
    bool has_checksums; /* total lines can be held against the lines above them */
    struct kam_decimal since_total, since_start; /* amounts of the data lines, for total lines */
    bool sums_overflowed;
    struct kam_held_lines held;
    struct kam_text *cells; /* room for a line put right */
};

/*
 * A total line is a checksum: it has to equal the sum of the lines above it, or of those since the
 * total line before. Lines that were rejected in between make that a mere warning.
 */
static enum kam_status check_total(struct raw *raw, uint64_t line, struct kam_decimal stated,
                                   struct kam_error *error)
{
    struct kam_import *import = raw->import;
    struct kam_place place = kam_reader_place(raw->lines.reader, line, NULL);
    char said[KAM_DECIMAL_SIZE], sum[KAM_DECIMAL_SIZE];
    struct kam_error warning;

    if (raw->sums_overflowed || kam_decimal_compare(stated, raw->since_start) == 0 ||
        kam_decimal_compare(stated, raw->since_total) == 0)
        return KAM_OK;
    kam_decimal_format(stated, 2, said);
    kam_decimal_format(raw->since_start, 2, sum);
    enum kam_status status = kam_error_at(
        &warning, KAM_DATA, &place,
        "the total line says %s, but the lines above add up to %s: lines are missing or doubled",
        said, sum);
    if (import->files[raw->index].lines[KAM_FATE_REJECTED]) {
        kam_import_warn(import, &warning);
        return KAM_OK;
    }
    if (error)
        *error = warning;
    return status;
}

static enum kam_status take_total(struct raw *raw, uint64_t line, bool readable,
                                  struct kam_decimal stated, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    if (readable && raw->has_checksums)
        status = check_total(raw, line, stated, error);
    else
        stated = KAM_DECIMAL_ZERO;

    raw->since_total = KAM_DECIMAL_ZERO;
    if (status)
        return status;
    return kam_import_count(raw->import, raw->index, KAM_FATE_TOTAL, KAM_MONTH_NONE, 1, stated,
                            error);
}

static void add_to_totals(struct raw *raw, struct kam_decimal amount)
{
    if (!kam_decimal_add(&raw->since_start, amount) || !kam_decimal_add(&raw->since_total, amount))
        raw->sums_overflowed = true;
}

/* ---- lines held back ------------------------------------------------------------------------- */

static enum kam_status reject_held(struct raw *raw, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < raw->held.count && !status; i++) {
        const struct kam_held_line *line = &raw->held.lines[i];
        status = kam_import_reject(raw->import, raw->index, line->cells, line->count,
                                   KAM_DECIMAL_ZERO, &line->why, error);
    }
    kam_held_lines_clear(&raw->held);
    return status;
}

/* A line without a readable amount is bad, unless the header follows. */
static enum kam_status hold(struct raw *raw, const struct kam_text *cells, size_t count,
                            const struct kam_error *why, struct kam_error *error)
{
    enum kam_status status = raw->held.count == KAM_HELD_MOST ? reject_held(raw, error) : KAM_OK;

    if (status)
        return status;
    return kam_held_lines_add(&raw->held, cells, count, why) ? KAM_OK : kam_error_nomem(error);
}

/* A title that states another unit than the first one: what follows counts something else. */
static enum kam_status check_unit(const struct raw *raw, const struct kam_held_line *line,
                                  struct kam_error *error)
{
    const struct kam_import_file *file = raw->lines.file;
    struct kam_place place = kam_reader_place(raw->lines.reader, line->why.line, NULL);
    struct kam_unit unit;

    for (size_t i = 0; i < line->count; i++)
        if (kam_heading_title_unit(line->cells[i], &unit) &&
            (unit.exponent != file->title_unit.unit.exponent ||
             unit.currency != file->title_unit.unit.currency))
            return kam_error_at(error, KAM_DATA, &place,
                                "%s: another unit than above; split the file here",
                                kam_show(line->cells[i]).s);
    return KAM_OK;
}

/* The header once more: what was held are its titles. */
static enum kam_status take_header(struct raw *raw, struct kam_error *error)
{
    uint64_t lines = raw->held.count + 1;
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < raw->held.count && !status; i++)
        status = check_unit(raw, &raw->held.lines[i], error);
    kam_held_lines_clear(&raw->held);
    if (status)
        return status;
    /* A part's own totals are of that part. */
    raw->since_total = KAM_DECIMAL_ZERO;
    return kam_import_count(raw->import, raw->index, KAM_FATE_HEADER, KAM_MONTH_NONE, lines,
                            KAM_DECIMAL_ZERO, error);
}

/* ---- records and faults ---------------------------------------------------------------------- */

static enum kam_status count_line(struct raw *raw, enum kam_fate fate, struct kam_decimal amount,
                                  struct kam_error *error)
{
    int month = raw->lines.lines[raw->lines.count].month;

    add_to_totals(raw, amount);
    return kam_import_count(raw->import, raw->index, fate, month, 1, amount, error);
}

static enum kam_status fail(const struct kam_error *why, struct kam_error *error)
{
    if (error)
        *error = *why;
    return KAM_DATA;
}

static enum kam_status take_row(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                struct kam_error *error)
{
    enum kam_verdict verdict;
    struct kam_amount amount;
    struct kam_error why; /* filled for a bad line only: it is large */

    why.status = KAM_OK;
    enum kam_status status = kam_line_read(&raw->lines, cells, line, &verdict, &amount, &why);

    if (status)
        return kam_error_nomem(error);
    if (raw->held.count && verdict != KAM_LINE_UNREADABLE && verdict != KAM_LINE_HEADER)
        status = reject_held(raw, error);
    if (status)
        return status;
    switch (verdict) {
    case KAM_LINE_GOOD:
        status = count_line(raw, KAM_FATE_USED, amount.exact, error);
        raw->lines.count++;
        return status;
    case KAM_LINE_OUTSIDE:
        return count_line(raw, KAM_FATE_OUTSIDE, amount.exact, error);
    case KAM_LINE_FOREIGN:
        return count_line(raw, KAM_FATE_CURRENCY, amount.exact, error);
    case KAM_LINE_TOTAL:
        return take_total(raw, line, why.status == KAM_OK, amount.exact, error);
    case KAM_LINE_HEADER:
        return take_header(raw, error);
    case KAM_LINE_UNREADABLE:
        return hold(raw, cells, raw->lines.width, &why, error);
    case KAM_LINE_FATAL:
        return fail(&why, error);
    case KAM_LINE_BAD:
        break;
    }
    return kam_import_reject(raw->import, raw->index, cells, raw->lines.width, amount.exact, &why,
                             error);
}

/*
 * Spare delimiters at the end of a line, or of the header, are no columns: the cells of FAULT that
 * are wanted go to raw->cells. False if there is something in a spare cell, or a column is missing.
 */
static bool put_right(struct raw *raw, const struct kam_csv_fault *fault)
{
    const struct kam_import_file *file = raw->lines.file;

    for (size_t i = file->width; i < fault->field_count; i++)
        if (kam_text_trim(fault->fields[i]).len)
            return false;
    for (size_t i = fault->field_count; i < file->width; i++)
        if (file->names[i].len)
            return false;
    for (size_t i = 0; i < raw->lines.width; i++) {
        size_t column = raw->lines.selected[i];
        raw->cells[i] = column < fault->field_count ? fault->fields[column] : KAM_TEXT("");
    }
    return true;
}

static enum kam_status take_fault(struct raw *raw, const struct kam_csv_fault *fault,
                                  struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->lines.reader, fault->line, NULL);
    struct kam_error why;

    if (fault->kind == KAM_FAULT_RAGGED && put_right(raw, fault))
        return take_row(raw, raw->cells, fault->line, error);
    if (fault->field_count && kam_heading_is_total(fault->fields[0])) {
        enum kam_status status = reject_held(raw, error);
        return status ? status : take_total(raw, fault->line, false, KAM_DECIMAL_ZERO, error);
    }
    if (fault->field_count)
        kam_error_at(&why, KAM_DATA, &place, "%s: %zu instead of %zu", fault->reason,
                     fault->field_count, raw->lines.file->width);
    else
        kam_error_at(&why, KAM_DATA, &place, "%s: %s", fault->reason, kam_show(fault->fields[0]).s);
    /* Nobody knows how many records it swallowed: not a bad line, but a bad file. */
    if (fault->kind == KAM_FAULT_ENDLESS)
        return fail(&why, error);
    return hold(raw, fault->fields, fault->field_count ? fault->field_count : 1, &why, error);
}

/* The records and faults of BATCH in the order of their lines. */
static enum kam_status take_batch(struct raw *raw, const struct kam_csv_batch *batch,
                                  struct kam_error *error)
{
    size_t r = 0, f = 0, failed = 0;
    enum kam_status status = KAM_OK;

    kam_line_reader_begin(&raw->lines);
    while (!status && (r < batch->count || f < batch->fault_count)) {
        bool fault = f < batch->fault_count &&
                     (r == batch->count || batch->faults[f].line < batch->lines[r]);
        if (fault) {
            status = take_fault(raw, &batch->faults[f++], error);
        } else {
            status = take_row(raw, batch->cells + r * batch->width, batch->lines[r], error);
            r++;
        }
    }
    if (status)
        return status;
    status = kam_store_add_lines(raw->import->store, raw->lines.ids, raw->lines.lines,
                                 raw->lines.count, &failed, error);
    if (status == KAM_DATA && error) {
        struct kam_place place =
            kam_reader_place(raw->lines.reader, raw->lines.numbers[failed], NULL);
        error->file = place.file;
        error->order = place.order;
        error->line = place.line;
    }
    return status;
}

/*
 * The sum of products isn't the product of sums, and counted lines don't stand in a total line:
 * only a column's amounts, as they are or times a constant, have a total.
 */
static bool has_checksums(const struct kam_import *import, const struct kam_import_file *file)
{
    size_t columns = 0;

    for (size_t i = 0; i < file->factor_count; i++)
        columns += file->factors[i].column != KAM_NO_COLUMN;
    return columns == 1 && (file->factor_count == 1 || import->options->round < 0);
}

enum kam_status kam_import_raw(struct kam_import *import, size_t file, struct kam_reader *reader,
                               struct kam_error *error)
{
    struct kam_import_file *f = &import->plan->files[file];
    struct raw raw = {.import = import, .index = file};
    struct kam_csv_batch batch;

    raw.has_checksums = has_checksums(import, f);
    raw.cells = kam_arena_calloc(&import->plan->arena, f->width, sizeof *raw.cells);
    if (!raw.cells || (import->options->reading.invoice.count &&
                       !kam_invoices_begin_file(&import->invoices, file)))
        return kam_error_nomem(error);
    enum kam_status status = kam_line_reader_open(&raw.lines, import, f, reader, error);

    while (!status && !(status = kam_reader_next(reader, &batch, error)))
        status = take_batch(&raw, &batch, error);
    if (status == KAM_END)
        status = reject_held(&raw, error);
    kam_held_lines_free(&raw.held);
    kam_line_reader_close(&raw.lines);
    return status;
}
