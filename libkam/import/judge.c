#include "import/judge.h"
#include "import/footnote.h"
#include "import/judgeplain.h"
#include "import/linekind.h"
#include "import/titles.h"
#include "import/totalword.h"
#include "import/unusedcolumn.h"

/*
 * The total in LINE says STATED, but the lines add up to something else. Lines that were rejected
 * make that a mere warning.
 */
static enum kam_status wrong_total(const struct kam_judge *judge, uint64_t line,
                                   struct kam_decimal stated, const char *where,
                                   struct kam_error *error)
{
    struct kam_import *import = judge->import;
    struct kam_place place = kam_reader_place(judge->reader, line, NULL);
    char said[KAM_DECIMAL_SIZE], sum[KAM_DECIMAL_SIZE];
    struct kam_error warning;

    kam_decimal_format(stated, 2, said);
    kam_decimal_format(judge->totals.sum, 2, sum);
    enum kam_status status = kam_error_at(
        &warning, KAM_DATA, &place,
        "the total line says %s, but the lines %s add up to %s: lines are missing or doubled", said,
        where, sum);
    bool inspected = import->options->purpose == KAM_FOR_INSPECTION;
    import->wrong_totals += inspected;
    if (inspected || import->files[judge->index].lines[KAM_FATE_REJECTED]) {
        kam_import_warn(import, &warning);
        return KAM_OK;
    }
    if (error)
        *error = warning;
    return status;
}

/* What stands below the lines may say what they count. */
static enum kam_status check_unit(const struct kam_judge *judge, const struct kam_text *cells,
                                  size_t count, uint64_t line, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(judge->reader, line, NULL);

    return kam_titles_check_below(judge->file, cells, count, &place, error);
}

static enum kam_status count_total(struct kam_judge *judge, struct kam_decimal stated,
                                   struct kam_error *error)
{
    return kam_import_count(judge->import, judge->index, KAM_FATE_TOTAL, KAM_MONTH_NONE, 1, stated,
                            error);
}

static enum kam_status take_total(struct kam_judge *judge, const struct kam_text *cells,
                                  uint64_t line, struct kam_decimal stated, struct kam_error *error)
{
    const char *word = kam_line_total_word(judge->lines, cells);

    if (!judge->has_checksums) {
        kam_totals_mark(&judge->totals);
        return count_total(judge, KAM_DECIMAL_ZERO, error);
    }
    judge->is_closed = kam_totals_check(&judge->totals, word, stated, line);
    enum kam_status status =
        judge->is_closed ? KAM_OK : wrong_total(judge, line, stated, "above", error);
    return status ? status : count_total(judge, stated, error);
}

/* A total whose amount can't be read, because of WHY, or isn't there: then WHY is NULL. */
static enum kam_status take_unreadable_total(struct kam_judge *judge, uint64_t line,
                                             const struct kam_error *why, struct kam_error *error)
{
    struct kam_place place = kam_reader_place(judge->reader, line, NULL);
    struct kam_error warning;

    if (why && judge->has_checksums) {
        kam_error_at(&warning, KAM_DATA, &place, "a total line that checks nothing: %s", why->text);
        kam_import_warn(judge->import, &warning);
    }
    kam_totals_mark(&judge->totals);
    return count_total(judge, KAM_DECIMAL_ZERO, error);
}

/* ---- lines held back ------------------------------------------------------------------------- */

static enum kam_status reject_held(struct kam_judge *judge, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < judge->held.count && !status; i++) {
        const struct kam_held_line *line = &judge->held.lines[i];
        status = kam_import_reject(judge->import, judge->index, line->cells, line->count,
                                   KAM_DECIMAL_ZERO, &line->why, error);
    }
    kam_held_lines_clear(&judge->held);
    return status;
}

/* A line without a readable amount is bad, unless the header follows. */
static enum kam_status hold(struct kam_judge *judge, const struct kam_text *cells, size_t count,
                            const struct kam_error *why, struct kam_error *error)
{
    enum kam_status status =
        judge->held.count == KAM_HELD_MOST ? reject_held(judge, error) : KAM_OK;

    if (status)
        return status;
    return kam_held_lines_add(&judge->held, cells, count, why) ? KAM_OK : kam_error_nomem(error);
}

/* A line that was held above a header that came again is a title, if it looks like one. */
static enum kam_status take_held(struct kam_judge *judge, const struct kam_held_line *line,
                                 struct kam_error *error)
{
    struct kam_place place = kam_reader_place(judge->reader, line->why.line, NULL);
    enum kam_status status;

    if (!kam_titles_may_be(line->cells, line->count))
        return kam_import_reject(judge->import, judge->index, line->cells, line->count,
                                 KAM_DECIMAL_ZERO, &line->why, error);
    status = kam_titles_compare(judge->file, line->cells, line->count, &place, error);
    return status ? status
                  : kam_import_count(judge->import, judge->index, KAM_FATE_HEADER, KAM_MONTH_NONE,
                                     1, KAM_DECIMAL_ZERO, error);
}

/* The header once more: what was held are mostly its titles. */
static enum kam_status take_header(struct kam_judge *judge, struct kam_error *error)
{
    enum kam_status status = KAM_OK;

    for (size_t i = 0; i < judge->held.count && !status; i++)
        status = take_held(judge, &judge->held.lines[i], error);
    kam_held_lines_clear(&judge->held);
    if (status)
        return status;
    kam_totals_mark(&judge->totals);
    return kam_import_count(judge->import, judge->index, KAM_FATE_HEADER, KAM_MONTH_NONE, 1,
                            KAM_DECIMAL_ZERO, error);
}

/* ---- records and faults ---------------------------------------------------------------------- */

static enum kam_status count_line(struct kam_judge *judge, enum kam_fate fate,
                                  const struct kam_reading *reading, struct kam_error *error)
{
    struct kam_decimal amount = reading->data.amount.exact;

    kam_totals_add(&judge->totals, amount, reading->line);
    return kam_import_count(judge->import, judge->index, fate, reading->data.month, 1, amount,
                            error);
}

static enum kam_status fail(const struct kam_error *why, struct kam_error *error)
{
    if (error)
        *error = *why;
    return KAM_DATA;
}

/* Something stands where the amount should. */
static bool has_amount(const struct kam_judge *judge, const struct kam_text *cells)
{
    size_t at = judge->lines->factors[0].at;

    return at != KAM_NO_COLUMN && !kam_amount_is_empty(cells[at]);
}

static enum kam_status take_total_line(struct kam_judge *judge, const struct kam_reading *reading,
                                       struct kam_error *error)
{
    const struct kam_text *cells = reading->cells;
    enum kam_status status = check_unit(judge, cells, judge->lines->width, reading->line, error);

    if (status)
        return status;
    if (!reading->why)
        return take_total(judge, cells, reading->line, reading->data.amount.exact, error);
    return take_unreadable_total(judge, reading->line,
                                 has_amount(judge, cells) ? reading->why : NULL, error);
}

/* A line that isn't good, because of WHY where it is bad. */
static enum kam_status take_other(struct kam_judge *judge, const struct kam_reading *reading,
                                  const struct kam_error *why, struct kam_error *error)
{
    switch (reading->verdict) {
    case KAM_LINE_GOOD:
    case KAM_LINE_OUTSIDE:
        return count_line(judge, KAM_FATE_OUTSIDE, reading, error);
    case KAM_LINE_FOREIGN:
        return count_line(judge, KAM_FATE_CURRENCY, reading, error);
    case KAM_LINE_TOTAL:
        return take_total_line(judge, reading, error);
    case KAM_LINE_HEADER:
        return take_header(judge, error);
    case KAM_LINE_UNREADABLE:
        return hold(judge, reading->cells, judge->lines->width, why, error);
    case KAM_LINE_FATAL:
        return fail(why, error);
    case KAM_LINE_BAD:
        break;
    }
    return kam_import_reject(judge->import, judge->index, reading->cells, judge->lines->width,
                             reading->data.amount.exact, why, error);
}

static enum kam_status take_row(struct kam_judge *judge, struct kam_import_piece *piece,
                                struct kam_reading *reading, struct kam_error *error)
{
    struct kam_error why; /* filled for a bad line only: it is large */
    enum kam_status status = KAM_OK;

    if (reading->verdict == KAM_LINE_GOOD)
        status = kam_line_judge(judge->lines, reading, &why);
    if (status)
        return kam_error_nomem(error);
    if (reading->verdict != KAM_LINE_UNREADABLE) {
        judge->is_closed = false;
        if (judge->held.count && reading->verdict != KAM_LINE_HEADER)
            status = reject_held(judge, error);
    }
    if (status)
        return status;
    if (reading->verdict != KAM_LINE_GOOD)
        return take_other(judge, reading, reading->why ? reading->why : &why, error);
    judge->currency = reading->currency;
    piece->good[piece->good_count++] = &reading->data;
    return count_line(judge, KAM_FATE_USED, reading, error);
}

static enum kam_status take_fault(struct kam_judge *judge, const struct kam_csv_fault *fault,
                                  struct kam_error *error)
{
    struct kam_place place = kam_reader_place(judge->reader, fault->line, NULL);
    struct kam_error why;

    if (fault->field_count && kam_total_word(fault->fields[0])) {
        enum kam_status status = reject_held(judge, error);
        kam_error_at(&why, KAM_DATA, &place, "%s", fault->reason);
        return status ? status : take_unreadable_total(judge, fault->line, &why, error);
    }
    if (fault->field_count)
        kam_error_at(&why, KAM_DATA, &place, "%s: %zu instead of %zu", fault->reason,
                     fault->field_count, judge->file->width);
    else
        kam_error_at(&why, KAM_DATA, &place, "%s: %s", fault->reason, kam_show(fault->fields[0]).s);
    /* Nobody knows how many records it swallowed: not a bad line, but a bad file. */
    if (fault->kind == KAM_FAULT_ENDLESS)
        return fail(&why, error);
    return hold(judge, fault->fields, fault->field_count ? fault->field_count : 1, &why, error);
}

/* ---- the whole file -------------------------------------------------------------------------- */

static enum kam_status take_entry(struct kam_judge *judge, struct kam_import_piece *piece,
                                  const struct kam_piece_entry *entry, struct kam_error *error)
{
    enum kam_status status = kam_judge_count_plain(judge, error);

    if (status)
        return status;
    return entry->reading ? take_row(judge, piece, entry->reading, error)
                          : take_fault(judge, entry->fault, error);
}

enum kam_status kam_judge_piece(struct kam_judge *judge, struct kam_import_piece *piece,
                                struct kam_error *error)
{
    enum kam_status status = KAM_OK;
    size_t i = 0;

    judge->lines = &piece->lines;
    while (i < piece->count && !status) {
        status = kam_judge_take_plain(judge, piece, &i, error);
        if (i < piece->count && !status)
            status = take_entry(judge, piece, &piece->entries[i++], error);
    }
    return status ? status : kam_judge_count_plain(judge, error);
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
static void warn_of_swallowed(const struct kam_judge *judge)
{
    uint64_t line;
    uint64_t count = kam_reader_swallowing(judge->reader, &line);
    struct kam_place place = kam_reader_place(judge->reader, line, NULL);
    struct kam_error warning;

    if (count == 0)
        return;
    kam_error_at(&warning, KAM_DATA, &place,
                 "a cell in quotes goes over several lines that look like records%s: is a quote "
                 "missing?",
                 count > 1 ? ", and more such cells follow" : "");
    kam_import_warn(judge->import, &warning);
}

static bool holds_footnotes(const struct kam_judge *judge)
{
    for (size_t i = 0; i < judge->held.count; i++)
        if (!kam_is_footnote(judge->held.lines[i].cells, judge->held.lines[i].count))
            return false;
    return judge->is_closed;
}

/* A total that is called otherwise would count twice. */
static void warn_of_last_line(const struct kam_judge *judge)
{
    struct kam_place place = kam_reader_place(judge->reader, judge->totals.last_line, NULL);
    struct kam_error warning;

    if (!judge->has_checksums || !kam_totals_last_is_sum(&judge->totals))
        return;
    kam_error_at(&warning, KAM_DATA, &place,
                 "the last line is the sum of those above it: is it a total?");
    kam_import_warn(judge->import, &warning);
}

static void warn_of_month(const struct kam_judge *judge)
{
    struct kam_import *import = judge->import;
    struct kam_error warning;

    if (kam_unused_month_warning(&import->plan->files[judge->index],
                                 import->files[judge->index].name, import->options->period,
                                 &warning))
        kam_import_warn(import, &warning);
    if (kam_unused_total_warning(&import->plan->files[judge->index],
                                 import->files[judge->index].name, &warning))
        kam_import_warn(import, &warning);
}

/* Lines without an amount may be notes below a total that held. */
enum kam_status kam_judge_finish(struct kam_judge *judge, struct kam_error *error)
{
    uint64_t notes = judge->held.count;
    enum kam_status status = KAM_OK;

    bool are_notes = notes && holds_footnotes(judge);
    for (size_t i = 0; are_notes && i < notes && !status; i++)
        status = check_unit(judge, judge->held.lines[i].cells, judge->held.lines[i].count,
                            judge->held.lines[i].why.line, error);
    if (status)
        return status;
    if (are_notes)
        status = kam_import_count(judge->import, judge->index, KAM_FATE_HEADER, KAM_MONTH_NONE,
                                  notes, KAM_DECIMAL_ZERO, error);
    else
        status = reject_held(judge, error);
    warn_of_month(judge);
    warn_of_last_line(judge);
    warn_of_swallowed(judge);
    if (!status && !kam_totals_finish(&judge->totals))
        status = wrong_total(judge, judge->totals.first_line, judge->totals.first, "below", error);
    return status;
}

/* ---- what is kept ---------------------------------------------------------------------------- */

void kam_judge_init(struct kam_judge *judge, struct kam_import *import, size_t file,
                    struct kam_reader *reader)
{
    const struct kam_import_file *f = &import->plan->files[file];

    *judge = (struct kam_judge){.import = import,
                                .index = file,
                                .file = f,
                                .reader = reader,
                                .has_checksums = has_checksums(import, f),
                                .has_invoices = import->options->reading.invoice.count > 0};
}

void kam_judge_free(struct kam_judge *judge)
{
    kam_held_lines_free(&judge->held);
}
