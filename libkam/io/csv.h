/*
 * csv: records out of blocks. The only place that knows libcsv.
 *
 * Blocks of any size are pushed in, batches of records come out. The rules are RFC 4180 with any
 * one-byte delimiter: fields are taken as they are (no trimming), a quoted field may hold
 * delimiters, line ends and doubled quotes, LF, CRLF and CR all end a record, blank lines are
 * counted and skipped. A quote only quotes at the very beginning of a field; in a field that
 * began without one it is a byte like any other (12" pipe, ="00123"), and such a field always
 * ends at the next delimiter or line end.
 *
 * What breaks the rules (bytes between a closing quote and the delimiter, a quote never closed, a
 * record with too few or too many fields, or beyond the limits below) is a fault: a value with its
 * line, handed on beside the good records, never a dropped row. After a broken record, parsing goes
 * on at the next physical line. How the bytes are cut into blocks makes no difference to anything.
 *
 * Only the fields asked for are kept. Regular records (rows.h) are sliced where they stand, all
 * others are libcsv's: nothing above this interface sees who read a record.
 */
#ifndef KAM_IO_CSV_H
#define KAM_IO_CSV_H

#include "base/text.h"

/* What holds memory down, whatever a file is: past it a quote was never closed, or it is no table.
 */
enum {
    KAM_CSV_LONGEST_RECORD = 16 * 1024 * 1024, /* bytes, without the line end */
    KAM_CSV_MOST_FIELDS = 65536,
};

/* What is wrong with a record. */
enum kam_csv_fault_kind {
    KAM_FAULT_RAGGED,  /* too few or too many fields */
    KAM_FAULT_QUOTE,   /* bytes behind a closing quote */
    KAM_FAULT_WIDE,    /* more fields than any record may have */
    KAM_FAULT_ENDLESS, /* a quote never closed, or the longest record exceeded: who knows how many
                          records are in it */
};

/* Something wrong with one record. The texts are valid as long as the batch. */
struct kam_csv_fault {
    enum kam_csv_fault_kind kind;
    uint64_t line;                 /* physical line the record starts at */
    const char *reason;            /* a literal: what is wrong, and what to do */
    size_t field_count;            /* of a ragged record; 0 for any other fault */
    const struct kam_text *fields; /* then fields[0] are the bytes of the lines given up, without
                                      the last line end, as far as a record may be long */
};

/*
 * Good records in input order: cell (row, column) is cells[row * width + column] for the columns
 * selected. Valid until the csv is pushed or taken from again, and as long as the blocks that were
 * pushed since the last batch are: cells may be slices of them.
 */
struct kam_csv_batch {
    size_t count;
    size_t width;
    const struct kam_text *cells;
    const uint64_t *lines; /* physical line each record starts at */
    size_t fault_count;
    const struct kam_csv_fault *faults;
};

enum { KAM_CSV_BATCH_ROWS = 512 };

/* Which physical lines are blank: counted and skipped, wherever no record is going on. */
enum kam_csv_blank {
    KAM_BLANK_LINES,   /* those of no bytes */
    KAM_BLANK_RECORDS, /* and those of nothing but delimiters, which spreadsheets leave behind */
};

struct kam_csv;

/* A parser of records separated by DELIMITER, the first line being number LINE (from 1). */
KAM_MUST_CHECK enum kam_status kam_csv_open(struct kam_csv **csv, char delimiter, uint64_t line,
                                            struct kam_error *error);

/* What counts as blank from the next record on; KAM_BLANK_LINES until this is called. */
void kam_csv_set_blank(struct kam_csv *csv, enum kam_csv_blank blank);

/*
 * From the next record on: each has FIELDS fields (0: any number, then all are kept, the batch
 * holds one record, and its width is that record's), of which COLUMNS[COUNT] (ascending) are kept.
 */
KAM_MUST_CHECK enum kam_status kam_csv_select(struct kam_csv *csv, size_t fields,
                                              const size_t *columns, size_t count,
                                              struct kam_error *error);

/*
 * Parse from BLOCK until the batch is full or the block is used up; BLOCK is moved past what was
 * used. AT_END says that no block follows this one (BLOCK may be empty then). *FULL says that the
 * batch is to be taken now. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_csv_push(struct kam_csv *csv, struct kam_text *block,
                                            bool at_end, bool *full, struct kam_error *error);

/* True if the batch has a record or a fault by now. */
bool kam_csv_has_records(const struct kam_csv *csv);

/* What has been parsed so far; the csv starts an empty batch with the next push. */
KAM_MUST_CHECK enum kam_status kam_csv_take(struct kam_csv *csv, struct kam_csv_batch *batch,
                                            struct kam_error *error);

/*
 * Another way to take it: what has been parsed so far becomes *BATCH, which nobody else knows then,
 * and the csv goes on with the one that was there.
 */
struct kam_batch;
void kam_csv_exchange(struct kam_csv *csv, struct kam_batch **batch);

/*
 * Records with a quoted field of several lines that look like records, see swallow.h: it may have
 * swallowed some because a quote is missing. Their number, and the line of the first.
 */
uint64_t kam_csv_swallowing(const struct kam_csv *csv, uint64_t *line);

/* The physical line the next byte pushed belongs to, and the blank lines skipped so far. */
uint64_t kam_csv_line(const struct kam_csv *csv);
uint64_t kam_csv_blank_lines(const struct kam_csv *csv);

void kam_csv_close(struct kam_csv *csv);

#endif
