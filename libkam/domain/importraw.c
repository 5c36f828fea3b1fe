/* Raw exports as inputs: each line becomes a billing line of its account. */
#include "domain/clean.h"
#include "domain/columns.h"
#include "domain/import.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/* What became of a line. */
enum verdict { GOOD, OUTSIDE, TOTAL, BAD };

/* How an attribute's cell is read. */
enum reading { AS_TEXT, AS_ID };

/* Reading one file. Positions are those in a batch's rows. */
struct raw {
    struct kam_import *import;
    const struct kam_import_file *file;
    const struct kam_layout *layout;
    size_t index; /* of the file */
    struct kam_reader *reader;

    size_t *selected; /* columns of the file, ascending */
    size_t width;
    size_t account, month, name, factors[2];
    size_t *attributes, *sums, *sets;
    enum reading *readings; /* of the attributes */

    /* the good lines of a batch */
    size_t count;
    struct kam_text *ids;
    struct kam_line *lines;
    uint64_t *numbers; /* their physical lines */
    struct kam_decimal *line_sums;
    uint32_t *line_sets;
    struct kam_text *line_attributes;

    struct kam_buffer last_month_text; /* lines come by month: the last answer is mostly right */
    int last_month;
    struct kam_decimal since_total, since_start; /* amounts of the data lines, for total lines */
    bool sums_overflowed;
    struct kam_arena strings; /* of one batch */
    struct kam_arena arena;
};

static size_t position(const struct raw *raw, size_t column)
{
    size_t low = 0;

    if (column == KAM_NO_COLUMN)
        return KAM_NO_COLUMN;
    while (raw->selected[low] != column)
        low++;
    return low;
}

static void select_column(struct raw *raw, bool *wanted, size_t column)
{
    (void)raw;
    if (column != KAM_NO_COLUMN)
        wanted[column] = true;
}

/* Which columns the lines are read from; all of them where rejected lines have to be kept. */
static bool choose_columns(struct raw *raw)
{
    const struct kam_import_file *file = raw->file;
    bool *wanted = calloc(file->width, sizeof *wanted);

    if (!wanted)
        return false;
    wanted[0] = true; /* may say that it is a total line */
    for (int r = 0; r < KAM_ROLES; r++)
        select_column(raw, wanted, file->columns[r]);
    for (size_t i = 0; i < file->factor_count; i++)
        select_column(raw, wanted, file->factors[i].column);
    for (size_t i = 0; i < raw->layout->attribute_count; i++)
        select_column(raw, wanted, file->attributes[i]);
    for (size_t i = 0; i < raw->layout->sum_count; i++)
        select_column(raw, wanted, file->sums[i]);
    for (size_t i = 0; i < raw->layout->set_count; i++)
        select_column(raw, wanted, file->sets[i]);
    for (size_t c = 0; c < file->width; c++)
        if (wanted[c] || raw->import->rejects)
            raw->selected[raw->width++] = c;
    free(wanted);
    return true;
}

static void find_positions(struct raw *raw)
{
    const struct kam_import_file *file = raw->file;

    raw->account = position(raw, file->columns[KAM_ROLE_ACCOUNT]);
    raw->month = position(raw, file->columns[KAM_ROLE_MONTH]);
    raw->name = position(raw, file->columns[KAM_ROLE_NAME]);
    for (size_t i = 0; i < file->factor_count; i++)
        raw->factors[i] = position(raw, file->factors[i].column);
    for (size_t i = 0; i < raw->layout->attribute_count; i++) {
        bool id = kam_column_cell_kind(raw->layout->attributes[i]) == KAM_CELL_ID;
        raw->attributes[i] = position(raw, file->attributes[i]);
        raw->readings[i] = id ? AS_ID : AS_TEXT;
    }
    for (size_t i = 0; i < raw->layout->sum_count; i++)
        raw->sums[i] = position(raw, file->sums[i]);
    for (size_t i = 0; i < raw->layout->set_count; i++)
        raw->sets[i] = position(raw, file->sets[i]);
}

/* An array of COUNT elements of the arena's; *OK turns false when memory ran out. */
static void *room(struct raw *raw, size_t count, size_t size, bool *ok)
{
    void *p = kam_arena_calloc(&raw->arena, count, size);

    *ok = *ok && p;
    return p;
}

static enum kam_status set_up(struct raw *raw, struct kam_error *error)
{
    const struct kam_layout *layout = raw->layout;
    const size_t rows = KAM_CSV_BATCH_ROWS;
    bool ok = true;

    raw->selected = room(raw, raw->file->width, sizeof *raw->selected, &ok);
    raw->attributes = room(raw, layout->attribute_count, sizeof *raw->attributes, &ok);
    raw->readings = room(raw, layout->attribute_count, sizeof *raw->readings, &ok);
    raw->sums = room(raw, layout->sum_count, sizeof *raw->sums, &ok);
    raw->sets = room(raw, layout->set_count, sizeof *raw->sets, &ok);
    raw->ids = room(raw, rows, sizeof *raw->ids, &ok);
    raw->lines = room(raw, rows, sizeof *raw->lines, &ok);
    raw->numbers = room(raw, rows, sizeof *raw->numbers, &ok);
    raw->line_sums = room(raw, rows * layout->sum_count, sizeof *raw->line_sums, &ok);
    raw->line_sets = room(raw, rows * layout->set_count, sizeof *raw->line_sets, &ok);
    raw->line_attributes =
        room(raw, rows * layout->attribute_count, sizeof *raw->line_attributes, &ok);
    if (!ok || !choose_columns(raw))
        return kam_error_nomem(error);
    find_positions(raw);
    for (size_t i = 0; i < rows; i++) {
        raw->lines[i].sums = raw->line_sums + i * layout->sum_count;
        raw->lines[i].sets = raw->line_sets + i * layout->set_count;
        raw->lines[i].attributes = raw->line_attributes + i * layout->attribute_count;
    }
    return kam_reader_select(raw->reader, raw->file->width, raw->selected, raw->width, error);
}

/* ---- the cells of one line ------------------------------------------------------------------- */

/* KAM_DATA for the cell at position AT of a line. */
static enum kam_status bad_cell(const struct raw *raw, uint64_t line, size_t at, const char *reason,
                                struct kam_text cell, struct kam_error *why)
{
    struct kam_place place =
        kam_reader_place(raw->reader, line, raw->file->names[raw->selected[at]].ptr);

    return kam_error_at(why, KAM_DATA, &place, "%s: %s", reason, kam_show(cell).s);
}

/* An id with the import's prefix; an empty one stays empty. */
static enum kam_status read_id(struct raw *raw, struct kam_text *id)
{
    struct kam_text prefix = raw->import->options->prefix;

    if (!kam_clean_id(id, &raw->strings))
        return KAM_NOMEM;
    if (prefix.len == 0 || id->len == 0)
        return KAM_OK;
    char *joined = kam_arena_alloc(&raw->strings, prefix.len + id->len);
    if (!joined)
        return KAM_NOMEM;
    memcpy(joined, prefix.ptr, prefix.len);
    memcpy(joined + prefix.len, id->ptr, id->len);
    *id = (struct kam_text){joined, prefix.len + id->len};
    return KAM_OK;
}

static enum kam_status read_month(struct raw *raw, struct kam_text cell, int *month)
{
    struct kam_buffer *last = &raw->last_month_text;

    if (last->len && kam_text_equal(cell, kam_buffer_text(last))) {
        *month = raw->last_month;
        return KAM_OK;
    }
    struct kam_text clean = cell;
    if (!kam_clean_id(&clean, &raw->strings))
        return KAM_NOMEM;
    *month = kam_month_parse(clean);
    if (*month == KAM_MONTH_NONE)
        return KAM_DATA;
    last->len = 0;
    raw->last_month = *month;
    return kam_buffer_add(last, cell) ? KAM_OK : KAM_NOMEM;
}

/* The amount of a line: a cell, a constant, or the product of two of them. */
static enum kam_status read_amount(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                   struct kam_amount *amount, struct kam_error *why)
{
    struct kam_amount factors[2];

    for (size_t i = 0; i < raw->file->factor_count; i++) {
        size_t at = raw->factors[i];
        if (at == KAM_NO_COLUMN) {
            factors[i] = kam_amount_of(raw->file->factors[i].constant);
            continue;
        }
        enum kam_number outcome = kam_amount_parse(cells[at], &factors[i]);
        if (outcome)
            return bad_cell(raw, line, at,
                            kam_text_trim(cells[at]).len ? kam_number_reason(outcome) : "no amount",
                            cells[at], why);
    }
    *amount = factors[0];
    if (raw->file->factor_count == 1)
        return KAM_OK;
    struct kam_decimal product;
    enum kam_number outcome = kam_decimal_multiply(factors[0].exact, factors[1].exact,
                                                   raw->import->options->round, &product);
    if (outcome) {
        struct kam_place place = kam_reader_place(raw->reader, line, NULL);
        return kam_error_at(why, KAM_DATA, &place, "the product of the amount's columns: %s%s",
                            kam_number_reason(outcome),
                            outcome == KAM_NUMBER_PLACES ? "; say --round N" : "");
    }
    *amount = kam_amount_of(product);
    return KAM_OK;
}

/* The further sums, sets and attributes of line number raw->count. A blank sum adds nothing. */
static enum kam_status read_rest(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                 struct kam_error *why)
{
    const struct kam_layout *layout = raw->layout;
    size_t n = raw->count;

    for (size_t i = 0; i < layout->sum_count; i++) {
        struct kam_text cell = cells[raw->sums[i]];
        struct kam_amount amount = {KAM_DECIMAL_ZERO, 0, true};
        enum kam_number outcome = KAM_NUMBER_OK;
        if (kam_text_trim(cell).len)
            outcome = kam_amount_parse(cell, &amount);
        if (outcome)
            return bad_cell(raw, line, raw->sums[i], kam_number_reason(outcome), cell, why);
        raw->line_sums[n * layout->sum_count + i] = amount.exact;
    }
    for (size_t i = 0; i < layout->set_count; i++) {
        struct kam_text cell = kam_clean_text(cells[raw->sets[i]]);
        uint32_t *item = &raw->line_sets[n * layout->set_count + i];
        *item = KAM_NONE;
        if (cell.len && !kam_map_intern(kam_store_set_texts(raw->import->store, i), cell, item))
            return KAM_NOMEM;
    }
    for (size_t i = 0; i < layout->attribute_count; i++) {
        struct kam_text *value = &raw->line_attributes[n * layout->attribute_count + i];
        size_t at = raw->attributes[i];
        *value = at == KAM_NO_COLUMN ? KAM_TEXT("") : cells[at];
        if (raw->readings[i] == AS_TEXT)
            *value = kam_clean_text(*value);
        else if (read_id(raw, value))
            return KAM_NOMEM;
    }
    return KAM_OK;
}

/* Equal attributes have equal hashes; different ones differ, but for one case in 2^64. */
static uint64_t hash_attributes(const struct kam_text *attributes, size_t count)
{
    uint64_t hash = 1;

    for (size_t i = 0; i < count; i++)
        hash = XXH3_64bits_withSeed(attributes[i].len ? attributes[i].ptr : "", attributes[i].len,
                                    hash);
    return hash ? hash : 1;
}

static bool is_total(const struct raw *raw, const struct kam_text *cells)
{
    if (kam_heading_is_total(cells[raw->account]))
        return true;
    if (kam_text_trim(cells[raw->account]).len)
        return false;
    return kam_heading_is_total(cells[0]) ||
           (raw->name != KAM_NO_COLUMN && kam_heading_is_total(cells[raw->name]));
}

/*
 * Read a line into place number raw->count of the batch. WHY says what is wrong with a BAD one,
 * AMOUNT is its amount if that could be read. Fails only with KAM_NOMEM.
 */
static enum kam_status read_line(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                 enum verdict *verdict, struct kam_amount *amount,
                                 struct kam_error *why)
{
    const struct kam_import_options *options = raw->import->options;
    struct kam_line *out = &raw->lines[raw->count];
    struct kam_text id = cells[raw->account];

    *verdict = BAD;
    *amount = (struct kam_amount){KAM_DECIMAL_ZERO, 0, true};
    enum kam_status status = read_amount(raw, cells, line, amount, why);
    if (is_total(raw, cells)) {
        *verdict = TOTAL;
        return KAM_OK;
    }
    if (status)
        return KAM_OK;
    if (read_id(raw, &id))
        return KAM_NOMEM;
    if (id.len == 0) {
        struct kam_error *e = why;
        bad_cell(raw, line, raw->account, "no account id", cells[raw->account], e);
        return KAM_OK;
    }
    out->month = options->period;
    if (raw->month != KAM_NO_COLUMN) {
        status = read_month(raw, cells[raw->month], &out->month);
        if (status == KAM_DATA) {
            bad_cell(raw, line, raw->month, "not a month", cells[raw->month], why);
            return KAM_OK;
        }
        if (status)
            return status;
    }
    status = read_rest(raw, cells, line, why);
    if (status)
        return status == KAM_NOMEM ? status : KAM_OK;
    out->amount = *amount;
    out->attributes_hash = hash_attributes(out->attributes, raw->layout->attribute_count);
    raw->ids[raw->count] = id;
    raw->numbers[raw->count] = line;
    *verdict =
        out->month < kam_import_first_month(options) || out->month > kam_import_last_month(options)
            ? OUTSIDE
            : GOOD;
    return KAM_OK;
}

/* ---- the lines of one file ------------------------------------------------------------------- */

/*
 * A total line is a checksum: it has to equal the sum of the lines above it, or of those since the
 * total line before. Lines that were rejected in between make that a mere warning.
 */
static enum kam_status check_total(struct raw *raw, uint64_t line, struct kam_decimal stated,
                                   struct kam_error *error)
{
    struct kam_import *import = raw->import;
    struct kam_place place = kam_reader_place(raw->reader, line, NULL);
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
        if (import->warn)
            import->warn(import->warn_context, &warning);
        return KAM_OK;
    }
    if (error)
        *error = warning;
    return status;
}

static enum kam_status take_total(struct raw *raw, uint64_t line, bool readable,
                                  struct kam_decimal stated, struct kam_error *error)
{
    enum kam_status status = readable ? check_total(raw, line, stated, error) : KAM_OK;

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

static enum kam_status take_row(struct raw *raw, const struct kam_text *cells, uint64_t line,
                                struct kam_error *error)
{
    struct kam_import *import = raw->import;
    enum verdict verdict;
    struct kam_amount amount;
    struct kam_error why = {.status = KAM_OK};
    enum kam_status status = read_line(raw, cells, line, &verdict, &amount, &why);

    if (status)
        return kam_error_nomem(error);
    switch (verdict) {
    case GOOD:
        add_to_totals(raw, amount.exact);
        status = kam_import_count(import, raw->index, KAM_FATE_USED, raw->lines[raw->count].month,
                                  1, amount.exact, error);
        raw->count++;
        return status;
    case OUTSIDE:
        add_to_totals(raw, amount.exact);
        return kam_import_count(import, raw->index, KAM_FATE_OUTSIDE, raw->lines[raw->count].month,
                                1, amount.exact, error);
    case TOTAL:
        return take_total(raw, line, why.status == KAM_OK, amount.exact, error);
    case BAD:
        break;
    }
    return kam_import_reject(import, raw->index, cells, raw->width, amount.exact, &why, error);
}

static enum kam_status take_fault(struct raw *raw, const struct kam_csv_fault *fault,
                                  struct kam_error *error)
{
    struct kam_place place = kam_reader_place(raw->reader, fault->line, NULL);
    struct kam_error why;

    if (fault->field_count && kam_heading_is_total(fault->fields[0]))
        return take_total(raw, fault->line, false, KAM_DECIMAL_ZERO, error);
    if (fault->field_count)
        kam_error_at(&why, KAM_DATA, &place, "%s: %zu instead of %zu", fault->reason,
                     fault->field_count, raw->file->width);
    else
        kam_error_at(&why, KAM_DATA, &place, "%s: %s", fault->reason, kam_show(fault->fields[0]).s);
    return kam_import_reject(raw->import, raw->index, fault->fields,
                             fault->field_count ? fault->field_count : 1, KAM_DECIMAL_ZERO, &why,
                             error);
}

/* The records and faults of BATCH in the order of their lines. */
static enum kam_status take_batch(struct raw *raw, const struct kam_csv_batch *batch,
                                  struct kam_error *error)
{
    size_t r = 0, f = 0, failed = 0;
    enum kam_status status = KAM_OK;

    raw->count = 0;
    kam_arena_reset(&raw->strings);
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
    status =
        kam_store_add_lines(raw->import->store, raw->ids, raw->lines, raw->count, &failed, error);
    if (status == KAM_DATA && error) {
        struct kam_place place = kam_reader_place(raw->reader, raw->numbers[failed], NULL);
        error->file = place.file;
        error->order = place.order;
        error->line = place.line;
    }
    return status;
}

enum kam_status kam_import_raw(struct kam_import *import, size_t file, struct kam_reader *reader,
                               struct kam_error *error)
{
    struct raw raw = {.import = import,
                      .file = &import->plan->files[file],
                      .layout = &import->plan->layout,
                      .index = file,
                      .reader = reader};
    struct kam_csv_batch batch;
    enum kam_status status = set_up(&raw, error);

    while (!status && !(status = kam_reader_next(reader, &batch, error)))
        status = take_batch(&raw, &batch, error);
    kam_buffer_free(&raw.last_month_text);
    kam_arena_free(&raw.strings);
    kam_arena_free(&raw.arena);
    return status == KAM_END ? KAM_OK : status;
}
