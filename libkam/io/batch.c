#include "io/batch.h"
#include "io/lineend.h"

#include <stdlib.h>

enum row_kind { COPIED, REGULAR };

struct kam_batch_row {
    uint64_t line;
    enum row_kind kind;
    uint32_t begin; /* of a regular record, in the block */
    uint32_t skew;  /* its ends are so much too great */
    size_t first;   /* in `ends`; of copied cells in `spans` */
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

static bool add_copy(struct kam_batch *batch, struct kam_text field)
{
    struct kam_spans *spans = &batch->spans;
    struct kam_span span = {batch->text.len, field.len};

    if (!kam_buffer_add(&batch->text, field) ||
        !kam_array_reserve(&spans->items, &spans->capacity, spans->count + 1, sizeof span))
        return false;
    spans->items[spans->count++] = span;
    return true;
}

static bool add_all(struct kam_batch *batch, const struct kam_record *record)
{
    bool ok = true;

    for (size_t i = 0; ok && i < record->count; i++)
        ok = add_copy(batch, kam_record_field(record, i));
    return ok;
}

static bool add_selected(struct kam_batch *batch, const struct kam_record *record)
{
    bool ok = true;

    for (size_t i = 0; ok && i < batch->width; i++)
        ok = add_copy(batch, kam_record_field(record, batch->selection->columns[i]));
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

bool kam_batch_add_row(struct kam_batch *batch, uint64_t line, const struct kam_record *record)
{
    struct kam_batch_row row = {.line = line, .kind = COPIED, .first = batch->spans.count};

    if (batch->selection->fields)
        return add_selected(batch, record) && add_entry(batch, row);
    batch->width = record->count;
    return add_all(batch, record) && add_entry(batch, row);
}

bool kam_batch_add_regular(struct kam_batch *batch, uint64_t line, const struct kam_row *row)
{
    if (batch->block.len == 0)
        batch->block.ptr = row->line.ptr;
    uint32_t begin = (uint32_t)(row->line.ptr - batch->block.ptr);
    uint32_t skew = (uint32_t)(row->line.ptr - row->bytes);
    struct kam_batch_row entry = {line, REGULAR, begin, skew, batch->end_count};
    if (!add_entry(batch, entry) ||
        !kam_array_reserve(&batch->ends, &batch->ends_capacity, batch->end_count + row->fields,
                           sizeof *batch->ends))
        return false;
    memcpy(batch->ends + batch->end_count, row->ends, row->fields * sizeof *batch->ends);
    batch->end_count += row->fields;
    batch->block.len = begin + row->line.len;
    batch->has_doubled |= row->has_doubled;
    return true;
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
                          const struct kam_record *record)
{
    return add_fault(batch, KAM_FAULT_RAGGED, line, reason, record->count) &&
           add_all(batch, record);
}

bool kam_batch_add_broken(struct kam_batch *batch, enum kam_csv_fault_kind kind, uint64_t line,
                          const char *reason, struct kam_text raw)
{
    return add_fault(batch, kind, line, reason, 0) && add_copy(batch, raw);
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

/* A field of a regular record without the quotes around it. */
static struct kam_text unquote(struct kam_batch *batch, struct kam_text field)
{
    struct kam_text inner = {field.ptr + 1, field.len - 2};

    if (batch->has_doubled && inner.len && memchr(inner.ptr, '"', inner.len))
        return undouble(batch, inner);
    return inner;
}

static void slice_row(struct kam_batch *batch, const struct kam_batch_row *row,
                      struct kam_text *cells)
{
    const struct kam_selection *selection = batch->selection;
    const uint32_t *ends = batch->ends + row->first;
    const char *line = batch->block.ptr + row->begin;

    for (size_t i = 0; i < batch->width; i++) {
        size_t c = selection->columns[i];
        const char *from = c ? line + (ends[c - 1] - row->skew) + 1 : line;
        const char *to = line + (ends[c] - row->skew);
        if (c + 1 == selection->fields && to > from && to[-1] == '\r')
            to--;
        cells[i] = (struct kam_text){from, (size_t)(to - from)};
        if (to > from && *from == '"')
            cells[i] = unquote(batch, cells[i]);
    }
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

bool kam_batch_take(struct kam_batch *batch, struct kam_csv_batch *out)
{
    size_t of_rows = batch->row_count * batch->width;
    size_t copies = batch->spans.count;

    if (!make_room(batch, of_rows + copies))
        return false;
    for (size_t r = 0; r < batch->row_count; r++) {
        const struct kam_batch_row *row = &batch->rows[r];
        struct kam_text *cells = batch->cells + r * batch->width;
        batch->lines[r] = row->line;
        if (row->kind == REGULAR)
            slice_row(batch, row, cells);
        else
            slice_copies(batch, row->first, batch->width, cells);
    }
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
