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

#include "base/decimal.h"
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

/* Cells are written with a delimiter behind them, which the end of the row replaces. */
struct kam_writer {
    struct kam_output *output; /* borrowed */
    struct kam_writer_options options;
    char *at, *end;  /* what is left of the room that the output gave; NULL between rows */
    const char *row; /* where the row begins; NULL if that isn't in the room any more */
};

/*
 * Write to OUTPUT, which outlives the writer and is empty so far; failures are OUTPUT's to report
 * at commit.
 */
void kam_writer_init(struct kam_writer *writer, struct kam_output *output,
                     const struct kam_writer_options *options);

void kam_writer_cell(struct kam_writer *writer, struct kam_text text, enum kam_cell_kind kind);

/* Make sure of room for SIZE bytes, at most KAM_OUTPUT_ROOM. For kam_writer_begin. */
void kam_writer_reserve(struct kam_writer *writer, size_t size);

/*
 * A cell written in place that is known to be written as it is, such as a number: room for SIZE
 * bytes, KAM_WRITER_IN_PLACE at most. kam_writer_end follows, with where what was written ends, and
 * no other call in between.
 */
enum {
    KAM_WRITER_ROW_END = 4, /* the longest end of a row, "" and CRLF: there is always room for it */
    KAM_WRITER_IN_PLACE = KAM_OUTPUT_ROOM - KAM_WRITER_ROW_END,
};

static inline char *kam_writer_begin(struct kam_writer *writer, size_t size)
{
    if ((size_t)(writer->end - writer->at) < size + KAM_WRITER_ROW_END)
        kam_writer_reserve(writer, size + KAM_WRITER_ROW_END);
    return writer->at;
}

static inline void kam_writer_end(struct kam_writer *writer, char *end)
{
    *end = writer->options.delimiter;
    writer->at = end + 1;
}

/*
 * End the row, whose cells may not have been the output's until now. A row of one empty cell is
 * written as "" so that it isn't a blank line.
 */
void kam_writer_end_row(struct kam_writer *writer);

/*
 * True if a spreadsheet would run TEXT, its leading apostrophes aside, as a formula: the cells that
 * excel gives one more apostrophe. So a cell that begins with an apostrophe is read back without
 * it if this holds for what follows, and as it is otherwise.
 */
bool kam_writer_begins_formula(struct kam_text text);

#endif
