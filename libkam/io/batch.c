#include "io/batch.h"
#include "io/lineend.h"

#include <stdlib.h>

enum row_kind { COPIED, REGULAR };

struct kam_batch_row {
    uint64_t line;
    enum row_kind kind;
    uint32_t at;  /* of a regular one: where the bytes begin in the block that ends count from */
    size_t first; /* in `spans`; of a regular one in `ends`, where the one before it has its last */
};

struct kam_batch_fault {
    enum kam_csv_fault_kind kind;
    uint64_t line;
    const char *reason;
    size_t first, count; /* in `spans`; a count of 0 has one all the same */
};

void kam_batch_begin(struct kam_batch *batch, const struct kam_selection *selection)
{
    if (batch->taken) {
        batch->block = KAM_TEXT("");
        batch->text.len = 0;
        batch->end_count = batch->row_count = batch->spans.count = batch->fault_count = 0;
        batch->has_doubled = batch->taken = false;
    }
    batch->selection = selection;
    if (selection->fields)
        batch->width = selection->count;
}

static bool add_span(struct kam_batch *batch, struct kam_span span)
{
    struct kam_spans *spans = &batch->spans;

    if (!kam_array_reserve(&spans->items, &spans->capacity, spans->count + 1, sizeof span))
        return false;
    spans->items[spans->count++] = span;
    return true;
}

/* The text of RECORD goes to the batch's, where it begins at *AT. */
static bool add_text(struct kam_batch *batch, struct kam_record *record, size_t *at)
{
    struct kam_buffer text = record->text;

    *at = batch->text.len;
    if (*at)
        return kam_buffer_add(&batch->text, kam_buffer_text(&text));
    /* It may be long: no copy of it where none is needed. */
    record->text = batch->text;
    batch->text = text;
    return true;
}

/* The fields COLUMNS[COUNT] of RECORD; NULL: the first so many. */
static bool add_fields(struct kam_batch *batch, struct kam_record *record, const size_t *columns,
                       size_t count)
{
    size_t at;
    bool ok = add_text(batch, record, &at);

    for (size_t i = 0; ok && i < count; i++) {
        size_t c = columns ? columns[i] : i;
        size_t start = c ? record->ends[c - 1] : 0;
        ok = add_span(batch, (struct kam_span){at + start, record->ends[c] - start});
    }
    kam_record_clear(record);
    return ok;
}

static bool add_entry(struct kam_batch *batch, struct kam_batch_row row)
{
    if (!kam_array_reserve(&batch->rows, &batch->rows_capacity, batch->row_count + 1,
                           sizeof *batch->rows))
        return false;
    batch->rows[batch->row_count++] = row;
    return true;
}

bool kam_batch_add_row(struct kam_batch *batch, uint64_t line, struct kam_record *record)
{
    const struct kam_selection *selection = batch->selection;
    struct kam_batch_row row = {.line = line, .kind = COPIED, .first = batch->spans.count};

    if (!selection->fields)
        batch->width = record->count;
    return add_fields(batch, record, selection->fields ? selection->columns : NULL, batch->width) &&
           add_entry(batch, row);
}

bool kam_batch_begin_scan(struct kam_batch *batch, const struct kam_rows *scan, const char *bytes)
{
    size_t count = scan->first[scan->count];

    if (!kam_array_reserve(&batch->rows, &batch->rows_capacity, batch->row_count + scan->count,
                           sizeof *batch->rows) ||
        !kam_array_reserve(&batch->ends, &batch->ends_capacity, batch->end_count + 1 + count,
                           sizeof *batch->ends))
        return false;
    if (batch->block.len == 0)
        batch->block.ptr = bytes;
    batch->scan = scan;
    batch->scan_at = (uint32_t)(bytes - batch->block.ptr);
    batch->scan_ends = batch->end_count;
    batch->ends[batch->end_count++] = UINT32_MAX; /* the byte before the first field */
    memcpy(batch->ends + batch->end_count, scan->ends, count * sizeof *scan->ends);
    batch->end_count += count;
    batch->has_doubled |= scan->has_doubled;
    return true;
}

void kam_batch_add_regular(struct kam_batch *batch, uint64_t line, size_t row)
{
    batch->rows[batch->row_count++] = (struct kam_batch_row){
        line, REGULAR, batch->scan_at, batch->scan_ends + batch->scan->first[row]};
}

void kam_batch_end_scan(struct kam_batch *batch, size_t row)
{
    if (batch->row_count)
        batch->block.len = batch->scan_at + kam_rows_begin(batch->scan, row);
    else /* there is no block yet, the first row may lie in another one; nor need its ends stay */
        batch->end_count = batch->scan_ends;
}

static bool add_fault(struct kam_batch *batch, enum kam_csv_fault_kind kind, uint64_t line,
                      const char *reason, size_t count)
{
    if (!kam_array_reserve(&batch->faults, &batch->faults_capacity, batch->fault_count + 1,
                           sizeof *batch->faults))
        return false;
    batch->faults[batch->fault_count++] =
        (struct kam_batch_fault){kind, line, reason, batch->spans.count, count};
    return true;
}

bool kam_batch_add_ragged(struct kam_batch *batch, uint64_t line, const char *reason,
                          struct kam_record *record)
{
    size_t count = record->count;

    return add_fault(batch, KAM_FAULT_RAGGED, line, reason, count) &&
           add_fields(batch, record, NULL, count);
}

bool kam_batch_add_broken(struct kam_batch *batch, enum kam_csv_fault_kind kind, uint64_t line,
                          const char *reason, struct kam_text raw)
{
    struct kam_span span = {batch->text.len, raw.len};

    return add_fault(batch, kind, line, reason, 0) && kam_buffer_add(&batch->text, raw) &&
           add_span(batch, span);
}

bool kam_batch_own(struct kam_batch *batch)
{
    batch->own.len = 0;
    if (!kam_buffer_add(&batch->own, batch->block))
        return false;
    batch->block = kam_buffer_text(&batch->own);
    return true;
}

/* ---- handing out ----------------------------------------------------------------------------- */

/* FIELD, in which all quotes are doubled, with single ones. The batch's text has room. */
static struct kam_text undouble(struct kam_batch *batch, struct kam_text field)
{
    char *start = batch->text.ptr + batch->text.len, *to = start;

    while (field.len) {
        const char *quote = memchr(field.ptr, '"', field.len);
        size_t n = quote ? (size_t)(quote - field.ptr) + 1 : field.len;
        memcpy(to, field.ptr, n);
        to += n;
        n += quote != NULL;
        field = (struct kam_text){field.ptr + n, field.len - n};
    }
    batch->text.len += (size_t)(to - start);
    return (struct kam_text){start, (size_t)(to - start)};
}

/* Take the quotes away around those of CELLS[COUNT], of a regular record, that have them. */
static void unquote(struct kam_batch *batch, struct kam_text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (cells[i].len == 0 || *cells[i].ptr != '"')
            continue;
        cells[i] = (struct kam_text){cells[i].ptr + 1, cells[i].len - 2};
        if (batch->has_doubled && cells[i].len && memchr(cells[i].ptr, '"', cells[i].len))
            cells[i] = undouble(batch, cells[i]);
    }
}

/*
 * The COUNT cells that stand in COLUMNS of a regular record; ENDS are where its fields end in
 * BYTES, and before them where the one before it does. True if there are quotes around any. Not
 * inlined, so that the loop isn't mixed up with what is computed for it.
 */
static __attribute__((noinline)) bool slice(const char *bytes, const uint32_t *ends,
                                            const size_t *columns, size_t count,
                                            struct kam_text *cells)
{
    bool quoted = false;

    for (size_t i = 0; i < count; i++) {
        const uint32_t *end = ends + columns[i];
        uint32_t start = end[0] + 1;
        cells[i] = (struct kam_text){bytes + start, end[1] - start};
        quoted |= bytes[start] == '"'; /* there is at least the byte that ends it */
    }
    return quoted;
}

static void drop_cr(struct kam_text *cell)
{
    if (cell->len && cell->ptr[cell->len - 1] == '\r')
        cell->len--;
}

static void slice_copies(const struct kam_batch *batch, size_t first, size_t count,
                         struct kam_text *cells)
{
    const char *text = batch->text.ptr ? batch->text.ptr : "";

    for (size_t i = 0; i < count; i++) {
        const struct kam_span *span = &batch->spans.items[first + i];
        cells[i] = (struct kam_text){text + span->start, span->len};
    }
}

static bool make_room(struct kam_batch *batch, size_t cells)
{
    /* Less than all of the block becomes text: it doesn't move any more. */
    if (batch->has_doubled && !kam_buffer_reserve(&batch->text, batch->block.len))
        return false;
    return kam_array_reserve(&batch->cells, &batch->cells_capacity, cells, sizeof *batch->cells) &&
           kam_array_reserve(&batch->lines, &batch->lines_capacity, batch->row_count,
                             sizeof *batch->lines) &&
           kam_array_reserve(&batch->out_faults, &batch->out_faults_capacity, batch->fault_count,
                             sizeof *batch->out_faults);
}

/* The cells and lines of all rows. */
static void slice_rows(struct kam_batch *batch)
{
    const struct kam_selection *selection = batch->selection;
    const size_t *columns = selection->columns, width = batch->width;
    bool has_last = width && selection->fields && columns[width - 1] + 1 == selection->fields;
    struct kam_text *cells = batch->cells;

    for (size_t r = 0; r < batch->row_count; r++, cells += width) {
        const struct kam_batch_row *row = &batch->rows[r];
        batch->lines[r] = row->line;
        if (row->kind == COPIED) {
            slice_copies(batch, row->first, width, cells);
            continue;
        }
        bool quoted =
            slice(batch->block.ptr + row->at, batch->ends + row->first, columns, width, cells);
        if (has_last)
            drop_cr(&cells[width - 1]);
        if (quoted)
            unquote(batch, cells, width);
    }
}

bool kam_batch_take(struct kam_batch *batch, struct kam_csv_batch *out)
{
    size_t of_rows = batch->row_count * batch->width;
    size_t copies = batch->spans.count;

    if (!make_room(batch, of_rows + copies))
        return false;
    slice_rows(batch);
    slice_copies(batch, 0, batch->fault_count ? copies : 0, batch->cells + of_rows);
    for (size_t i = 0; i < batch->fault_count; i++) {
        const struct kam_batch_fault *f = &batch->faults[i];
        batch->out_faults[i] = (struct kam_csv_fault){f->kind, f->line, f->reason, f->count,
                                                      batch->cells + of_rows + f->first};
    }
    *out = (struct kam_csv_batch){batch->row_count,   batch->row_count ? batch->width : 0,
                                  batch->cells,       batch->lines,
                                  batch->fault_count, batch->out_faults};
    batch->taken = true;
    return true;
}

void kam_batch_free(struct kam_batch *batch)
{
    kam_buffer_free(&batch->own);
    kam_buffer_free(&batch->text);
    free(batch->ends);
    free(batch->spans.items);
    free(batch->rows);
    free(batch->faults);
    free(batch->cells);
    free(batch->lines);
    free(batch->out_faults);
    memset(batch, 0, sizeof *batch);
}
