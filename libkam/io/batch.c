#include "io/batch.h"
#include "io/lineend.h"

#include <stdlib.h>

struct kam_batch_fault {
    enum kam_csv_fault_kind kind;
    uint64_t line;
    const char *reason;
    size_t first, count; /* in `fault_spans`; a count of 0 has one all the same */
};

void kam_batch_begin(struct kam_batch *batch)
{
    size_t half = batch->text.len - batch->record_text;

    if (!batch->taken)
        return;
    if (half)
        memmove(batch->text.ptr, batch->text.ptr + batch->record_text, half);
    for (size_t i = 0; i < batch->record.count; i++)
        batch->record.items[i].start -= batch->record_text;
    batch->text.len = half;
    batch->record_text = 0;
    batch->cells.count = batch->rows = batch->fault_spans.count = batch->fault_count = 0;
    batch->taken = false;
}

static bool add_span(struct kam_spans *spans, struct kam_span span)
{
    if (!kam_array_reserve(&spans->items, &spans->capacity, spans->count + 1, sizeof span))
        return false;
    spans->items[spans->count++] = span;
    return true;
}

bool kam_batch_add_field(struct kam_batch *batch, struct kam_text field)
{
    struct kam_span span = {NULL, batch->text.len, field.len};

    return kam_buffer_add(&batch->text, field) && add_span(&batch->record, span);
}

static void end_record(struct kam_batch *batch)
{
    batch->record.count = 0;
    batch->record_text = batch->text.len;
}

void kam_batch_drop(struct kam_batch *batch)
{
    batch->text.len = batch->record_text;
    end_record(batch);
}

/* Room for a row of COUNT cells at LINE; it counts once keep_row is called. */
static struct kam_span *begin_row(struct kam_batch *batch, uint64_t line, size_t count)
{
    if (!kam_array_reserve(&batch->lines, &batch->lines_capacity, batch->rows + 1,
                           sizeof *batch->lines) ||
        !kam_array_reserve(&batch->cells.items, &batch->cells.capacity,
                           batch->cells.count + count + 1, sizeof *batch->cells.items))
        return NULL;
    batch->lines[batch->rows] = line;
    return batch->cells.items + batch->cells.count;
}

static void keep_row(struct kam_batch *batch, size_t count)
{
    batch->cells.count += count;
    batch->rows++;
}

/* Make FIELD, in which all quotes are doubled, a cell with single ones. */
static bool undouble(struct kam_batch *batch, struct kam_text field, struct kam_span *cell)
{
    size_t start = batch->text.len;
    bool ok = kam_buffer_reserve(&batch->text, field.len);

    while (ok && field.len) {
        const char *quote = memchr(field.ptr, '"', field.len);
        size_t n = quote ? (size_t)(quote - field.ptr) + 1 : field.len;
        ok = kam_buffer_add(&batch->text, (struct kam_text){field.ptr, n});
        n += quote != NULL;
        field = (struct kam_text){field.ptr + n, field.len - n};
    }
    *cell = (struct kam_span){NULL, start, batch->text.len - start};
    batch->record_text = batch->text.len;
    return ok;
}

/* The field FROM to TO of a regular record, without the quotes around it. */
static bool slice(struct kam_batch *batch, const char *from, const char *to, bool has_doubled,
                  struct kam_span *cell)
{
    if (from == to || *from != '"') {
        *cell = (struct kam_span){from, 0, (size_t)(to - from)};
        return true;
    }
    struct kam_text inner = {from + 1, (size_t)(to - from) - 2};
    if (has_doubled && inner.len && memchr(inner.ptr, '"', inner.len))
        return undouble(batch, inner, cell);
    *cell = (struct kam_span){inner.ptr, 0, inner.len};
    return true;
}

bool kam_batch_add_regular(struct kam_batch *batch, uint64_t line, const struct kam_row *row,
                           const size_t *columns, size_t count)
{
    struct kam_text text = kam_without_line_end(row->line);
    struct kam_span *cells = begin_row(batch, line, count);
    bool ok = cells != NULL;

    for (size_t i = 0; ok && i < count; i++) {
        size_t c = columns[i];
        const char *from = c ? row->bytes + row->ends[c - 1] + 1 : text.ptr;
        const char *to = c + 1 < row->fields ? row->bytes + row->ends[c] : text.ptr + text.len;
        ok = slice(batch, from, to, row->has_doubled, &cells[i]);
    }
    if (ok)
        keep_row(batch, count);
    return ok;
}

bool kam_batch_add_row(struct kam_batch *batch, uint64_t line, const size_t *columns, size_t count)
{
    struct kam_span *cells = begin_row(batch, line, count);

    if (!cells)
        return false;
    for (size_t i = 0; i < count; i++)
        cells[i] = batch->record.items[columns[i]];
    keep_row(batch, count);
    end_record(batch);
    return true;
}

bool kam_batch_add_whole_row(struct kam_batch *batch, uint64_t line)
{
    size_t count = batch->record.count;
    struct kam_span *cells = begin_row(batch, line, count);

    if (!cells)
        return false;
    memcpy(cells, batch->record.items, count * sizeof *cells);
    keep_row(batch, count);
    end_record(batch);
    return true;
}

static bool add_fault(struct kam_batch *batch, enum kam_csv_fault_kind kind, uint64_t line,
                      const char *reason, size_t count)
{
    if (!kam_array_reserve(&batch->faults, &batch->faults_capacity, batch->fault_count + 1,
                           sizeof *batch->faults))
        return false;
    batch->faults[batch->fault_count++] =
        (struct kam_batch_fault){kind, line, reason, batch->fault_spans.count, count};
    return true;
}

bool kam_batch_add_ragged(struct kam_batch *batch, uint64_t line, const char *reason)
{
    bool ok = add_fault(batch, KAM_FAULT_RAGGED, line, reason, batch->record.count);

    for (size_t i = 0; ok && i < batch->record.count; i++)
        ok = add_span(&batch->fault_spans, batch->record.items[i]);
    end_record(batch);
    return ok;
}

bool kam_batch_add_broken(struct kam_batch *batch, enum kam_csv_fault_kind kind, uint64_t line,
                          const char *reason, struct kam_text raw)
{
    struct kam_span span = {NULL, batch->record_text, raw.len};

    batch->text.len = batch->record_text;
    bool ok = kam_buffer_add(&batch->text, raw) && add_fault(batch, kind, line, reason, 0) &&
              add_span(&batch->fault_spans, span);
    end_record(batch);
    return ok;
}

static struct kam_text text_of(const struct kam_batch *batch, const struct kam_span *span)
{
    const char *text = batch->text.ptr ? batch->text.ptr : "";

    return (struct kam_text){span->ptr ? span->ptr : text + span->start, span->len};
}

bool kam_batch_take(struct kam_batch *batch, struct kam_csv_batch *out)
{
    size_t cells = batch->cells.count, spans = batch->fault_spans.count;
    size_t width = batch->rows ? cells / batch->rows : 0;

    if (!kam_array_reserve(&batch->out_cells, &batch->out_cells_capacity, cells + spans,
                           sizeof *batch->out_cells) ||
        !kam_array_reserve(&batch->out_faults, &batch->out_faults_capacity, batch->fault_count,
                           sizeof *batch->out_faults))
        return false;
    for (size_t i = 0; i < cells; i++)
        batch->out_cells[i] = text_of(batch, &batch->cells.items[i]);
    for (size_t i = 0; i < spans; i++)
        batch->out_cells[cells + i] = text_of(batch, &batch->fault_spans.items[i]);
    for (size_t i = 0; i < batch->fault_count; i++) {
        const struct kam_batch_fault *f = &batch->faults[i];
        batch->out_faults[i] = (struct kam_csv_fault){f->kind, f->line, f->reason, f->count,
                                                      batch->out_cells + cells + f->first};
    }
    *out = (struct kam_csv_batch){
        batch->rows, width, batch->out_cells, batch->lines, batch->fault_count, batch->out_faults};
    batch->taken = true;
    return true;
}

void kam_batch_free(struct kam_batch *batch)
{
    kam_buffer_free(&batch->text);
    free(batch->record.items);
    free(batch->cells.items);
    free(batch->lines);
    free(batch->fault_spans.items);
    free(batch->faults);
    free(batch->out_cells);
    free(batch->out_faults);
    memset(batch, 0, sizeof *batch);
}
