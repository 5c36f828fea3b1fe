/* Raw exports as inputs: each line becomes a billing line of its account. */
#include "import/footnote.h"
#include "import/heldlines.h"
#include "import/importpiece.h"
#include "import/linekind.h"
#include "import/titles.h"
#include "import/totals.h"
#include "import/totalword.h"
#include "import/unusedcolumn.h"

#include "base/pipeline.h"

#include <stdlib.h>

struct raw {
    struct kam_import *import;
    size_t index; /* of the file */
    const struct kam_import_file *file;
    struct kam_reader *reader;
    struct kam_line_reader *lines; /* of the piece that is being judged */
    bool has_checksums;            /* total lines can be held against the lines */
    struct kam_totals totals;
    bool is_closed; /* the last line was a total that held: what else follows are notes */
    struct kam_held_lines held;
};

/*
 * The total in LINE says STATED, but the lines add up to something else. Lines that were rejected
 * make that a mere warning.
 */
static enum kam_status wrong_total(const struct raw *raw, uint64_t line, struct kam_decimal stated,
                                   const char *where, struct kam_error *error)
{
    struct kam_import *import = raw->import;
    struct kam_place place = kam_reader_place(raw->reader, line, NULL);
    char said[KAM_DECIMAL_SIZE], sum[KAM_DECIMAL_SIZE];
    struct kam_error warning;

    kam_decimal_format(stated, 2, said);
    kam_decimal_format(raw->totals.sum, 2, sum);
    enum kam_status status = kam_error_at(
        &warning, KAM_DATA, &place,
        "the total line says %s, but the lines %s add up to %s: lines are missing or doubled", said,
        where, sum);
    bool inspected = import->options->purpose == KAM_FOR_INSPECTION;
    import->wrong_totals += inspected;
    if (inspected || import->files[raw->index].lines[KAM_FATE_REJECTED]) {
        kam_import_warn(import, &warning);
        return KAM_OK;
    }
    if (error)
        *error = warning;
    return status;
}

/* What stands below the lines may say what they count. */
static enum kam_status check_unit(const struct raw *raw, const struct kam_text *cells, size_t count,
                                  uint64_t line, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->reader, line, NULL);

    return kam_titles_check_below(raw->file, cells, count, &place, error);
}

static enum kam_status count_total(struct raw *raw, struct kam_decimal stated,
                                   struct kam_error *error)
{
    return kam_import_count(raw->import, raw->index, KAM_FATE_TOTAL, KAM_MONTH_NONE, 1, stated,
                            error);
}

static enum kam_status take_total(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                  struct kam_decimal stated, struct kam_error *error)
{
    const char *word = kam_line_total_word(raw->lines, cells);

    if (!raw->has_checksums) {
        kam_totals_mark(&raw->totals);
        return count_total(raw, KAM_DECIMAL_ZERO, error);
    }
    raw->is_closed = kam_totals_check(&raw->totals, word, stated, line);
    enum kam_status status =
        raw->is_closed ? KAM_OK : wrong_total(raw, line, stated, "above", error);
    return status ? status : count_total(raw, stated, error);
}

/* A total whose amount can't be read, because of WHY, or isn't there: then WHY is NULL. */
static enum kam_status take_unreadable_total(struct raw *raw, uint64_t line,
                                             const struct kam_error *why, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->reader, line, NULL);
    struct kam_error warning;

    if (why && raw->has_checksums) {
        kam_error_at(&warning, KAM_DATA, &place, "a total line that checks nothing: %s", why->text);
        kam_import_warn(raw->import, &warning);
    }
    kam_totals_mark(&raw->totals);
    return count_total(raw, KAM_DECIMAL_ZERO, error);
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

/* A line that was held above a header that came again is a title, if it looks like one. */
static enum kam_status take_held(struct raw *raw, const struct kam_held_line *line,
                                 struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->reader, line->why.line, NULL);
    enum kam_status status;

    if (!kam_titles_may_be(line->cells, line->count))
        return kam_import_reject(raw->import, raw->index, line->cells, line->count,
                                 KAM_DECIMAL_ZERO, &line->why, error);
    status = kam_titles_compare(raw->file, line->cells, line->count, &place, error);
    return status ? status
                  : kam_import_count(raw->import, raw->index, KAM_FATE_HEADER, KAM_MONTH_NONE, 1,
                                     KAM_DECIMAL_ZERO, error);
}

/* The header once more: what was held are mostly its titles. */
static enum kam_status take_header(struct raw *raw, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < raw->held.count && !status; i++)
        status = take_held(raw, &raw->held.lines[i], error);
    kam_held_lines_clear(&raw->held);
    if (status)
        return status;
    kam_totals_mark(&raw->totals);
    return kam_import_count(raw->import, raw->index, KAM_FATE_HEADER, KAM_MONTH_NONE, 1,
                            KAM_DECIMAL_ZERO, error);
}

/* ---- records and faults ---------------------------------------------------------------------- */

static enum kam_status count_line(struct raw *raw, enum kam_fate fate,
                                  const struct kam_reading *reading, struct kam_error *error)
{
    struct kam_decimal amount = reading->data.amount.exact;

    kam_totals_add(&raw->totals, amount, reading->line);
    return kam_import_count(raw->import, raw->index, fate, reading->data.month, 1, amount, error);
}

static enum kam_status fail(const struct kam_error *why, struct kam_error *error)
{
    if (error)
        *error = *why;
    return KAM_DATA;
}

/* Something stands where the amount should. */
static bool has_amount(const struct raw *raw, const struct kam_text *cells)
{
    size_t at = raw->lines->factors[0];

    return at != KAM_NO_COLUMN && !kam_amount_is_empty(cells[at]);
}

static enum kam_status take_total_line(struct raw *raw, const struct kam_reading *reading,
                                       struct kam_error *error)
{
    const struct kam_text *cells = reading->cells;
    enum kam_status status = check_unit(raw, cells, raw->lines->width, reading->line, error);

    if (status)
        return status;
    if (!reading->why)
        return take_total(raw, cells, reading->line, reading->data.amount.exact, error);
    return take_unreadable_total(raw, reading->line, has_amount(raw, cells) ? reading->why : NULL,
                                 error);
}

/* A line that isn't good, because of WHY where it is bad. */
static enum kam_status take_other(struct raw *raw, const struct kam_reading *reading,
                                  const struct kam_error *why, struct kam_error *error)
{
    switch (reading->verdict) {
    case KAM_LINE_GOOD:
    case KAM_LINE_OUTSIDE:
        return count_line(raw, KAM_FATE_OUTSIDE, reading, error);
    case KAM_LINE_FOREIGN:
        return count_line(raw, KAM_FATE_CURRENCY, reading, error);
    case KAM_LINE_TOTAL:
        return take_total_line(raw, reading, error);
    case KAM_LINE_HEADER:
        return take_header(raw, error);
    case KAM_LINE_UNREADABLE:
        return hold(raw, reading->cells, raw->lines->width, why, error);
    case KAM_LINE_FATAL:
        return fail(why, error);
    case KAM_LINE_BAD:
        break;
    }
    return kam_import_reject(raw->import, raw->index, reading->cells, raw->lines->width,
                             reading->data.amount.exact, why, error);
}

static enum kam_status take_row(struct raw *raw, struct kam_import_piece *piece,
                                struct kam_reading *reading, struct kam_error *error)
{
    struct kam_error why; /* filled for a bad line only: it is large */
    enum kam_status status = KAM_OK;

    if (reading->verdict == KAM_LINE_GOOD)
        status = kam_line_judge(raw->lines, reading, &why);
    if (status)
        return kam_error_nomem(error);
    if (reading->verdict != KAM_LINE_UNREADABLE) {
        raw->is_closed = false;
        if (raw->held.count && reading->verdict != KAM_LINE_HEADER)
            status = reject_held(raw, error);
    }
    if (status)
        return status;
    if (reading->verdict != KAM_LINE_GOOD)
        return take_other(raw, reading, reading->why ? reading->why : &why, error);
    piece->good[piece->good_count++] = &reading->data;
    return count_line(raw, KAM_FATE_USED, reading, error);
}

static enum kam_status take_fault(struct raw *raw, const struct kam_csv_fault *fault,
                                  struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->reader, fault->line, NULL);
    struct kam_error why;

    if (fault->field_count && kam_total_word(fault->fields[0])) {
        enum kam_status status = reject_held(raw, error);
        kam_error_at(&why, KAM_DATA, &place, "%s", fault->reason);
        return status ? status : take_unreadable_total(raw, fault->line, &why, error);
    }
    if (fault->field_count)
        kam_error_at(&why, KAM_DATA, &place, "%s: %zu instead of %zu", fault->reason,
                     fault->field_count, raw->file->width);
    else
        kam_error_at(&why, KAM_DATA, &place, "%s: %s", fault->reason, kam_show(fault->fields[0]).s);
    /* Nobody knows how many records it swallowed: not a bad line, but a bad file. */
    if (fault->kind == KAM_FAULT_ENDLESS)
        return fail(&why, error);
    return hold(raw, fault->fields, fault->field_count ? fault->field_count : 1, &why, error);
}

/* ---- the steps of a piece: see pipeline.h ---------------------------------------------------- */

static enum kam_status take_piece(void *context, void *piece, struct kam_error *error)
{
    struct raw *raw = context;

    return kam_reader_fill(raw->reader, &((struct kam_import_piece *)piece)->batch, error);
}

static enum kam_status read_piece(void *context, void *piece, struct kam_error *error)
{
    (void)context;
    return kam_import_piece_read(piece, error);
}

/* Judge all lines in their order: what they come to depends on those before. */
static enum kam_status judge_piece(void *context, void *p, struct kam_error *error)
{
    struct raw *raw = context;
    struct kam_import_piece *piece = p;
    enum kam_status status = KAM_OK;

    raw->lines = &piece->lines;
    for (size_t i = 0; i < piece->count && !status; i++) {
        const struct kam_piece_entry *entry = &piece->entries[i];
        status = entry->reading ? take_row(raw, piece, entry->reading, error)
                                : take_fault(raw, entry->fault, error);
    }
    return status;
}

static enum kam_status add_piece(void *context, void *p, struct kam_error *error)
{
    const struct raw *raw = context;
    const struct kam_import_piece *piece = p;
    size_t failed;
    enum kam_status status =
        kam_store_add_lines(raw->import->store, piece->good, piece->good_count, &failed, error);

    if (status == KAM_DATA && error) {
        const struct kam_reading *reading = kam_import_piece_reading(piece, piece->good[failed]);
        struct kam_place place = kam_reader_place(raw->reader, reading->line, NULL);
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

/* Records within quotes are lost, and the rest of the file is none the worse for it. */
static void warn_of_swallowed(const struct raw *raw)
{
    uint64_t line;
    uint64_t count = kam_reader_swallowing(raw->reader, &line);
    struct kam_place place = kam_reader_place(raw->reader, line, NULL);
    struct kam_error warning;

    if (count == 0)
        return;
    kam_error_at(&warning, KAM_DATA, &place,
                 "a cell in quotes goes over several lines that look like records%s: is a quote "
                 "missing?",
                 count > 1 ? ", and more such cells follow" : "");
    kam_import_warn(raw->import, &warning);
}

static bool holds_footnotes(const struct raw *raw)
{
    for (size_t i = 0; i < raw->held.count; i++)
        if (!kam_is_footnote(raw->held.lines[i].cells, raw->held.lines[i].count))
            return false;
    return raw->is_closed;
}

/* A total that is called otherwise would count twice. */
static void warn_of_last_line(const struct raw *raw)
{
    struct kam_place place = kam_reader_place(raw->reader, raw->totals.last_line, NULL);
    struct kam_error warning;

    if (!raw->has_checksums || !kam_totals_last_is_sum(&raw->totals))
        return;
    kam_error_at(&warning, KAM_DATA, &place,
                 "the last line is the sum of those above it: is it a total?");
    kam_import_warn(raw->import, &warning);
}

static void warn_of_month(const struct raw *raw)
{
    struct kam_import *import = raw->import;
    struct kam_error warning;

    if (kam_unused_month_warning(&import->plan->files[raw->index], import->files[raw->index].name,
                                 import->options->period, &warning))
        kam_import_warn(import, &warning);
    if (kam_unused_total_warning(&import->plan->files[raw->index], import->files[raw->index].name,
                                 &warning))
        kam_import_warn(import, &warning);
}

/* The end of the file. Lines without an amount may be notes below a total that held. */
static enum kam_status finish(struct raw *raw, struct kam_error *error)
{
    uint64_t notes = raw->held.count;
    enum kam_status status = KAM_OK;

    bool are_notes = notes && holds_footnotes(raw);
    for (size_t i = 0; are_notes && i < notes && !status; i++)
        status = check_unit(raw, raw->held.lines[i].cells, raw->held.lines[i].count,
                            raw->held.lines[i].why.line, error);
    if (status)
        return status;
    if (are_notes)
        status = kam_import_count(raw->import, raw->index, KAM_FATE_HEADER, KAM_MONTH_NONE, notes,
                                  KAM_DECIMAL_ZERO, error);
    else
        status = reject_held(raw, error);
    warn_of_month(raw);
    warn_of_last_line(raw);
    warn_of_swallowed(raw);
    if (!status && !kam_totals_finish(&raw->totals))
        status = wrong_total(raw, raw->totals.first_line, raw->totals.first, "below", error);
    return status;
}

/* How many threads are worth their while. */
static unsigned threads_for(const struct raw *raw)
{
    /* There each line may say how those behind it are read. */
    if (raw->file->kind == KAM_INPUT_REJECTS)
        return 1;
    /* A file that is in memory already is read before a thread has started. */
    if (kam_input_at_end(kam_reader_input(raw->reader)))
        return 1;
    return raw->import->threads;
}

/* Read the file through PIECES[COUNT]. */
static enum kam_status read_pieces(struct raw *raw, struct kam_import_piece *pieces, size_t count,
                                   unsigned threads, struct kam_error *error)
{
    static const struct kam_pipeline_steps steps = {take_piece, read_piece, judge_piece, add_piece};
    struct kam_import_file *file = &raw->import->plan->files[raw->index];
    void *pointers[KAM_PIPELINE_MOST_PIECES];
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < count && !status; i++) {
        pointers[i] = &pieces[i];
        status = kam_import_piece_open(&pieces[i], raw->import, file, raw->reader, error);
    }
    raw->lines = &pieces[0].lines;
    if (!status)
        status = kam_pipeline_run(&steps, raw, pointers, count, threads, error);
    return status ? status : finish(raw, error);
}

enum kam_status kam_import_raw(struct kam_import *import, size_t file, struct kam_reader *reader,
                               struct kam_error *error)
{
    const struct kam_import_file *f = &import->plan->files[file];
    struct raw raw = {.import = import, .index = file, .file = f, .reader = reader};
    unsigned threads = threads_for(&raw);
    size_t count = threads > 1 ? 2 * (size_t)threads + 1 : 1;
    struct kam_import_piece *pieces = calloc(count, sizeof *pieces);

    raw.has_checksums = has_checksums(import, f);
    if (!pieces || (import->options->reading.invoice.count &&
                    !kam_invoices_begin_file(&import->invoices, file))) {
        free(pieces);
        return kam_error_nomem(error);
    }
    enum kam_status status = read_pieces(&raw, pieces, count, threads, error);
    for (size_t i = 0; i < count; i++)
        kam_import_piece_close(&pieces[i]);
    kam_held_lines_free(&raw.held);
    free(pieces);
    return status;
}
