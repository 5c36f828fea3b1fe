#include "import/importpiece.h"

#include <stdlib.h>

enum kam_status kam_import_piece_open(struct kam_import_piece *piece, struct kam_import *import,
                                      struct kam_import_file *file, struct kam_reader *reader,
                                      struct kam_error *error)
{
    memset(piece, 0, sizeof *piece);
    piece->batch = calloc(1, sizeof *piece->batch);
    if (!piece->batch)
        return kam_error_nomem(error);
    return kam_line_reader_open(&piece->lines, import, file, reader, error);
}

/*
 * Spare delimiters at the end of a line, or of the header, are no columns: the cells of FAULT that
 * are wanted, or NULL if there is something in a spare cell, or a column is missing. False when
 * memory ran out.
 */
static bool put_right(struct kam_line_reader *lines, const struct kam_csv_fault *fault,
                      const struct kam_text **cells)
{
    const struct kam_import_file *file = lines->file;
    struct kam_text *wanted;

    *cells = NULL;
    for (size_t i = file->width; i < fault->field_count; i++)
        if (kam_text_trim(fault->fields[i]).len)
            return true;
    for (size_t i = fault->field_count; i < file->width; i++)
        if (file->names[i].len)
            return true;
    *cells = wanted = kam_arena_calloc(&lines->strings, lines->width, sizeof *wanted);
    for (size_t i = 0; wanted && i < lines->width; i++) {
        size_t column = lines->selected[i];
        wanted[i] = column < fault->field_count ? fault->fields[column] : KAM_TEXT("");
    }
    return wanted != NULL;
}

/* The next entry: a record of CELLS. */
static bool add_record(struct kam_import_piece *piece, const struct kam_text *cells, uint64_t line)
{
    struct kam_reading *reading = &piece->lines.readings[piece->count];

    piece->entries[piece->count++] = (struct kam_piece_entry){reading, NULL};
    return kam_line_read(&piece->lines, cells, line, reading) == KAM_OK;
}

static bool add_fault(struct kam_import_piece *piece, const struct kam_csv_fault *fault)
{
    const struct kam_text *cells = NULL;

    if (fault->kind == KAM_FAULT_RAGGED && !put_right(&piece->lines, fault, &cells))
        return false;
    if (cells)
        return add_record(piece, cells, fault->line);
    piece->entries[piece->count++] = (struct kam_piece_entry){NULL, fault};
    return true;
}

enum kam_status kam_import_piece_read(struct kam_import_piece *piece, struct kam_error *error)
{
    struct kam_csv_batch batch;
    size_t r = 0, f = 0;
    bool ok = kam_batch_take(piece->batch, &batch);

    kam_line_reader_begin(&piece->lines);
    piece->count = piece->good_count = 0;
    while (ok && (r < batch.count || f < batch.fault_count)) {
        bool fault =
            f < batch.fault_count && (r == batch.count || batch.faults[f].line < batch.lines[r]);
        if (fault) {
            ok = add_fault(piece, &batch.faults[f++]);
        } else {
            ok = add_record(piece, batch.cells + r * batch.width, batch.lines[r]);
            r++;
        }
    }
    return ok ? KAM_OK : kam_error_nomem(error);
}

const struct kam_reading *kam_import_piece_reading(const struct kam_import_piece *piece,
                                                   const struct kam_line *data)
{
    size_t i = 0;

    while (!piece->entries[i].reading || &piece->entries[i].reading->data != data)
        i++;
    return piece->entries[i].reading;
}

void kam_import_piece_close(struct kam_import_piece *piece)
{
    if (piece->batch)
        kam_batch_free(piece->batch);
    free(piece->batch);
    kam_line_reader_close(&piece->lines);
}
