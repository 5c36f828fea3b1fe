#include "io/csv.h"
#include "io/batch.h"
#include "io/lineend.h"
#include "io/rows.h"
#include "io/swallow.h"

#include <csv.h>
#include <stdlib.h>

enum {
    FIELD_GROWTH = 64 * 1024, /* libcsv's 128 bytes make a long field quadratic */
    BATCH_TEXT = 1024 * 1024, /* a batch with more text than this is full */
};

struct kam_csv {
    struct csv_parser parser;
    char delimiter;
    bool lax;           /* the parser is, to the end of a field that began without a quote */
    bool out_of_memory; /* in a callback, which can't say so */

    /* Where in the file. */
    uint64_t line; /* of the next byte */
    enum kam_csv_blank blank;
    uint64_t blank_lines;
    bool after_cr;         /* a LF now belongs to the CR before it */
    bool in_record;        /* the last bytes belong to a record that isn't complete */
    uint64_t record_line;  /* where the record began */
    size_t record_bytes;   /* of it in earlier pieces */
    bool only_delimiters;  /* so far, where such a line is blank */
    bool too_wide;         /* it has more fields than it may; those beyond are not kept */
    bool skipping;         /* the physical line goes on, but its record is given up already */
    struct kam_buffer raw; /* these bytes themselves, up to the longest record */
    const char *broken;    /* why it is given up when its physical line ends; NULL: it is not */

    uint64_t swallowing, swallowing_line; /* see kam_csv_swallowing */

    struct kam_selection selection;

    struct kam_rows *rows; /* regular records in what is pushed; NULL until there may be some */
    enum kam_vectors vectors;

    bool record_done;         /* in a callback */
    struct kam_record record; /* that libcsv delivers */
    struct kam_batch *batch;  /* being filled, or handed out */
};

/* Why a record is given up. */
static const char BEHIND_A_QUOTE[] =
    "bytes behind a closing quote: double the quotes within a quoted field";
static const char TOO_LONG[] = "a record longer than 16 MiB: a quote that is never closed?";
static const char TOO_WIDE[] = "a record of more than 65536 fields: is the delimiter right?";
static const char NEVER_CLOSED[] = "a quote that is never closed";

/* libcsv would trim unquoted fields of "space", among which it counts TAB. */
static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static bool start_parser(struct kam_csv *csv)
{
    csv->lax = false;
    if (csv_init(&csv->parser, CSV_STRICT) != 0)
        return false;
    csv_set_blk_size(&csv->parser, FIELD_GROWTH);
    csv_set_delim(&csv->parser, (unsigned char)csv->delimiter);
    csv_set_space_func(&csv->parser, no_space);
    return true;
}

enum kam_status kam_csv_open(struct kam_csv **out, char delimiter, uint64_t line,
                             struct kam_error *error)
{
    struct kam_csv *csv = calloc(1, sizeof *csv);

    if (!csv)
        return kam_error_nomem(error);
    csv->delimiter = delimiter;
    csv->line = line;
    csv->vectors = kam_vectors_best();
    csv->batch = calloc(1, sizeof *csv->batch);
    if (!csv->batch || !start_parser(csv)) {
        free(csv->batch);
        free(csv);
        return kam_error_nomem(error);
    }
    *out = csv;
    return KAM_OK;
}

void kam_csv_set_blank(struct kam_csv *csv, enum kam_csv_blank blank)
{
    csv->blank = blank;
}

enum kam_status kam_csv_select(struct kam_csv *csv, size_t fields, const size_t *columns,
                               size_t count, struct kam_error *error)
{
    struct kam_selection *selection = &csv->selection;

    if (!kam_array_reserve(&selection->columns, &selection->capacity, count, sizeof *columns))
        return kam_error_nomem(error);
    if (count)
        memcpy(selection->columns, columns, count * sizeof *columns);
    selection->count = count;
    selection->fields = fields;
    return KAM_OK;
}

/* libcsv's callback for a field; the next one may be quoted, and is strict again. */
static void take_field(void *bytes, size_t len, void *context)
{
    struct kam_csv *csv = context;

    if (csv->lax)
        csv_set_opts(&csv->parser, CSV_STRICT);
    csv->lax = false;
    if (csv->record.count == KAM_CSV_MOST_FIELDS)
        csv->too_wide = true;
    else if (!kam_record_add(&csv->record, (struct kam_text){bytes, len}))
        csv->out_of_memory = true;
}

/* libcsv's callback for the end of a record. */
static void take_record(int terminator, void *context)
{
    struct kam_csv *csv = context;
    size_t count = csv->record.count, fields = csv->selection.fields;
    bool ok = true;

    (void)terminator;
    if (csv->too_wide)
        return;
    csv->record_done = true;
    if (csv->only_delimiters)
        csv->blank_lines++;
    else if (fields == 0 || count == fields)
        ok = kam_batch_add_row(csv->batch, csv->record_line, &csv->record);
    else
        ok = kam_batch_add_ragged(csv->batch, csv->record_line,
                                  count < fields ? "too few fields for the header"
                                                 : "too many fields for the header",
                                  &csv->record);
    kam_record_clear(&csv->record);
    if (!ok)
        csv->out_of_memory = true;
}

/*
 * Give up the record being read: its raw bytes become a fault, and a fresh parser goes on at the
 * next physical line. libcsv's csv_fini would deliver the half record, so it isn't called.
 */
static bool give_up(struct kam_csv *csv)
{
    struct kam_text bytes = kam_without_line_end(kam_buffer_text(&csv->raw));
    enum kam_csv_fault_kind kind = csv->broken == BEHIND_A_QUOTE ? KAM_FAULT_QUOTE
                                   : csv->broken == TOO_WIDE     ? KAM_FAULT_WIDE
                                                                 : KAM_FAULT_ENDLESS;

    if (!kam_batch_add_broken(csv->batch, kind, csv->record_line, csv->broken, bytes))
        return false;
    kam_record_clear(&csv->record);
    csv->too_wide = false;
    csv->raw.len = 0;
    csv->in_record = false;
    csv->broken = NULL;
    csv_free(&csv->parser);
    return start_parser(csv);
}

/*
 * Let libcsv have PIECE; the bytes it took. Strict, it stops at a quote in a field that began
 * without one, too. There such a quote is a byte like any other: libcsv has kept its state and
 * goes on with that byte, lax to the end of the field.
 */
static size_t parse_bytes(struct kam_csv *csv, struct kam_text piece)
{
    size_t used = csv_parse(&csv->parser, piece.ptr, piece.len, take_field, take_record, csv);

    while (used < piece.len && csv_error(&csv->parser) == CSV_EPARSE && !csv->parser.quoted) {
        csv_set_opts(&csv->parser, 0);
        csv->lax = true;
        used += csv_parse(&csv->parser, piece.ptr + used, piece.len - used, take_field, take_record,
                          csv);
    }
    return used;
}

/* The record that PIECE completes began on a line above: its quotes may hold records. */
static void note_swallowed(struct kam_csv *csv, struct kam_text piece)
{
    size_t fields = csv->selection.fields;

    if (csv->raw.len && fields > 1 &&
        kam_swallows_records(kam_buffer_text(&csv->raw), piece, csv->delimiter, fields - 1) &&
        csv->swallowing++ == 0)
        csv->swallowing_line = csv->record_line;
}

static void end_record(struct kam_csv *csv, struct kam_text piece)
{
    note_swallowed(csv, piece);
    csv->in_record = false;
    csv->raw.len = 0;
}

/* Parse PIECE, a physical line or, if not COMPLETE, what the block has of one. */
static bool parse_piece(struct kam_csv *csv, struct kam_text piece, bool complete)
{
    if (!csv->broken) {
        csv->record_done = false;
        size_t used = parse_bytes(csv, piece);
        if (csv->out_of_memory || (used != piece.len && csv_error(&csv->parser) != CSV_EPARSE))
            return false;
        if (csv->record_done) {
            end_record(csv, piece);
            return true;
        }
        if (csv->too_wide)
            csv->broken = TOO_WIDE;
        else if (used != piece.len)
            csv->broken = BEHIND_A_QUOTE;
    }
    csv->record_bytes += piece.len;
    if (piece.len > KAM_CSV_LONGEST_RECORD - csv->raw.len)
        piece.len = KAM_CSV_LONGEST_RECORD - csv->raw.len;
    if (!kam_buffer_add(&csv->raw, piece))
        return false;
    /* Nobody waits for the end of a line that is too long: there may be gigabytes of it. */
    csv->skipping = csv->broken == TOO_LONG && !complete;
    return !csv->broken || (!complete && !csv->skipping) || give_up(csv);
}

static bool all_delimiters(const struct kam_csv *csv, struct kam_text text)
{
    text = kam_without_line_end(text);
    while (text.len && text.ptr[text.len - 1] == csv->delimiter)
        text.len--;
    return text.len == 0;
}

/* PIECE begins or goes on with a physical line, and perhaps a record. */
static bool take_piece(struct kam_csv *csv, struct kam_text piece, bool complete)
{
    if (!csv->in_record) {
        csv->record_line = csv->line;
        csv->record_bytes = 0;
        csv->in_record = true;
        csv->only_delimiters = csv->blank == KAM_BLANK_RECORDS;
    }
    csv->only_delimiters = csv->only_delimiters && all_delimiters(csv, piece);
    /* Without the line end, which may be cut: where a fault begins mustn't depend on blocks. */
    if (csv->record_bytes + kam_without_line_end(piece).len > KAM_CSV_LONGEST_RECORD)
        csv->broken = TOO_LONG;
    return parse_piece(csv, piece, complete);
}

/* True if LINE is blank; most lines show by their first byte that they aren't. */
static bool is_blank(const struct kam_csv *csv, struct kam_text line)
{
    if (*line.ptr != '\n' && *line.ptr != '\r' && *line.ptr != csv->delimiter)
        return false;
    line = kam_without_line_end(line);
    return line.len == 0 || (csv->blank == KAM_BLANK_RECORDS && all_delimiters(csv, line));
}

static bool is_full(const struct kam_csv *csv)
{
    size_t records = csv->batch->row_count + csv->batch->fault_count;

    return records >= (csv->selection.fields ? KAM_CSV_BATCH_ROWS : 1) ||
           csv->batch->text.len >= BATCH_TEXT;
}

/* ---- regular records ------------------------------------------------------------------------- */

/* Whether the next byte begins a record, whose fields are known in number. */
static bool may_be_regular(const struct kam_csv *csv)
{
    return !csv->in_record && !csv->skipping && !csv->after_cr && csv->selection.fields &&
           csv->selection.fields <= KAM_CSV_MOST_FIELDS;
}

/* Record number ROW of those found in BYTES is the next one; false when memory ran out. */
static bool take_row(struct kam_csv *csv, const char *bytes, size_t row)
{
    size_t begin = kam_rows_begin(csv->rows, row);
    struct kam_text line = {bytes + begin, kam_rows_begin(csv->rows, row + 1) - begin};
    bool ok = true;

    if (is_blank(csv, line))
        csv->blank_lines++;
    else if (kam_rows_fields(csv->rows, row) == csv->selection.fields)
        kam_batch_add_regular(csv->batch, csv->line, row);
    else
        ok = take_piece(csv, line, true);
    csv->line++;
    return ok;
}

/*
 * The regular records that BLOCK begins with, as slices of it: libcsv has nothing to add. Those
 * with too few or too many fields are libcsv's to report. False when memory ran out.
 */
static bool take_rows(struct kam_csv *csv, struct kam_text *block)
{
    const char *bytes = block->ptr;
    size_t taken = csv->batch->row_count + csv->batch->fault_count, row = 0;

    if (!csv->rows && !(csv->rows = malloc(sizeof *csv->rows)))
        return false;
    kam_rows_find(csv->rows, *block, csv->delimiter, KAM_CSV_BATCH_ROWS - taken, csv->vectors);
    if (!kam_batch_begin_scan(csv->batch, csv->rows, bytes))
        return false;
    while (row < csv->rows->count && !is_full(csv))
        if (!take_row(csv, bytes, row++))
            return false;
    kam_batch_end_scan(csv->batch, row);
    block->ptr += kam_rows_begin(csv->rows, row);
    block->len -= kam_rows_begin(csv->rows, row);
    return true;
}

/* A record whose line end is missing at the end of the file, or one in open quotes. */
static bool finish(struct kam_csv *csv)
{
    if (!csv->in_record)
        return true;
    if (csv->broken)
        return give_up(csv);
    csv->record_done = false;
    csv_parse(&csv->parser, "\n", 1, take_field, take_record, csv);
    if (csv->out_of_memory || csv_error(&csv->parser) == CSV_ENOMEM)
        return false;
    if (csv->record_done) {
        end_record(csv, KAM_TEXT(""));
        return true;
    }
    csv->broken = csv->too_wide ? TOO_WIDE : NEVER_CLOSED;
    return give_up(csv);
}

/* One physical line, or what the block has of it; false when memory ran out. */
static bool push_line(struct kam_csv *csv, struct kam_text *block, struct kam_line_ends *ends)
{
    const char *p = block->ptr, *end = p + block->len;
    const char *next = kam_line_end(p, end, ends);
    struct kam_text piece = {p, (size_t)((next ? next : end) - p)};
    bool terminator_only = *p == '\n' || *p == '\r';
    bool ok = true;

    if (csv->after_cr && *p == '\n') {
        /* The second half of a CRLF that a block boundary has cut. */
        csv->after_cr = false;
        piece.len = 1;
        if (csv->in_record)
            ok = parse_piece(csv, piece, true);
        *block = (struct kam_text){p + 1, block->len - 1};
        return ok;
    }
    if (csv->skipping)
        csv->skipping = !next;
    else if (!csv->in_record && terminator_only)
        csv->blank_lines++;
    else
        ok = take_piece(csv, piece, next != NULL);
    csv->after_cr = next && next == end && next[-1] == '\r';
    csv->line += next != NULL;
    *block = (struct kam_text){p + piece.len, block->len - piece.len};
    return ok;
}

enum kam_status kam_csv_push(struct kam_csv *csv, struct kam_text *block, bool at_end, bool *full,
                             struct kam_error *error)
{
    struct kam_line_ends ends = {NULL, NULL};

    kam_batch_begin(csv->batch, &csv->selection);
    while (block->len && !is_full(csv)) {
        size_t len = block->len;
        if (may_be_regular(csv) && !take_rows(csv, block))
            return kam_error_nomem(error);
        if (block->len < len && len > KAM_ROWS_WINDOW)
            continue; /* the scan may have seen only a part of the next record */
        if (block->len && !is_full(csv) && !push_line(csv, block, &ends))
            return kam_error_nomem(error);
    }
    if (at_end && block->len == 0 && !finish(csv))
        return kam_error_nomem(error);
    *full = is_full(csv);
    return KAM_OK;
}

bool kam_csv_has_records(const struct kam_csv *csv)
{
    return !csv->batch->taken && csv->batch->row_count + csv->batch->fault_count > 0;
}

enum kam_status kam_csv_take(struct kam_csv *csv, struct kam_csv_batch *batch,
                             struct kam_error *error)
{
    return kam_batch_take(csv->batch, batch) ? KAM_OK : kam_error_nomem(error);
}

void kam_csv_exchange(struct kam_csv *csv, struct kam_batch **batch)
{
    struct kam_batch *filled = csv->batch;

    (*batch)->taken = true;
    csv->batch = *batch;
    *batch = filled;
}

uint64_t kam_csv_swallowing(const struct kam_csv *csv, uint64_t *line)
{
    *line = csv->swallowing_line;
    return csv->swallowing;
}

uint64_t kam_csv_line(const struct kam_csv *csv)
{
    return csv->line;
}

uint64_t kam_csv_blank_lines(const struct kam_csv *csv)
{
    return csv->blank_lines;
}

void kam_csv_close(struct kam_csv *csv)
{
    if (!csv)
        return;
    csv_free(&csv->parser);
    kam_buffer_free(&csv->raw);
    free(csv->rows);
    free(csv->selection.columns);
    kam_record_free(&csv->record);
    kam_batch_free(csv->batch);
    free(csv->batch);
    free(csv);
}
