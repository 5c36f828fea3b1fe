/*
 * writer: rows of cells as CSV or TSV.
 *
 * UTF-8, LF, RFC 4180 quoting only where needed (also with TAB as the delimiter). With excel: a
 * byte order mark, CRLF, ids and months as ="00123" (so that a spreadsheet keeps leading zeros, and
 * a column called 2026-10 doesn't become Oct-26),
 * and text cells that a spreadsheet would run as a formula made safe with a leading apostrophe;
 * numbers are untouched. kam-import reads all of it back.
 */
#ifndef KAM_IO_WRITER_H
#define KAM_IO_WRITER_H

#include "io/output.h"

enum kam_cell_kind {
    KAM_CELL_TEXT,   /* anything; a plain number in it is left a number */
    KAM_CELL_ID,     /* an id */
    KAM_CELL_MONTH,  /* YYYY-MM */
    KAM_CELL_NUMBER, /* written by kam, plain; never needs quotes */
};

struct kam_writer_options {
    char delimiter; /* ',' or '\t' */
    bool excel;
};

struct kam_writer {
    struct kam_output *output; /* borrowed */
    struct kam_writer_options options;
    size_t cells_in_row;
    bool row_empty; /* the row so far is one empty cell */
};

/*
 * Write to OUTPUT, which outlives the writer and is empty so far; failures are OUTPUT's to report
 * at commit.
 */
void kam_writer_init(struct kam_writer *writer, struct kam_output *output,
                     const struct kam_writer_options *options);

void kam_writer_cell(struct kam_writer *writer, struct kam_text text, enum kam_cell_kind kind);

/* End the row. A row of one empty cell is written as "" so that it isn't a blank line. */
void kam_writer_end_row(struct kam_writer *writer);

/*
 * True if a spreadsheet would run TEXT, its leading apostrophes aside, as a formula: the cells that
 * excel gives one more apostrophe. So a cell that begins with an apostrophe is read back without
 * it if this holds for what follows, and as it is otherwise.
 */
bool kam_writer_begins_formula(struct kam_text text);

#endif
