/*
 * batch: some records in a row: while it is being filled, and as it is handed out.
 *
 * Regular records are kept as the places where their fields end, in a block that stays where it is
 * until the batch has been used, or that the batch takes a copy of; others as copies of the
 * fields that are wanted. They become cells when they are handed out: whoever fills a batch and
 * whoever uses it may be different threads.
 */
#ifndef KAM_IO_BATCH_H
#define KAM_IO_BATCH_H

#include "io/csv.h"
#include "io/record.h"
#include "io/rows.h"

/* A field in the batch's text, which may still move. */
struct kam_span {
    size_t start, len;
};

struct kam_spans {
    struct kam_span *items;
    size_t count, capacity;
};

/* Which fields of a record are wanted. */
struct kam_selection {
    size_t fields; /* that it has; 0: any number, and all are wanted */
    size_t *columns;
    size_t count, capacity;
};

struct kam_batch_row;
struct kam_batch_fault;

/* Zero-initialised it is empty. */
struct kam_batch {
    const struct kam_selection *selection;
    size_t width;

    struct kam_text block; /* from the first regular record to the last */
    struct kam_buffer own; /* the batch's copy of it */
    uint32_t *ends;        /* of the fields that scans found, before those of each scan one more */
    size_t end_count, ends_capacity;
    bool has_doubled; /* quotes within quotes, perhaps */

    const struct kam_rows *scan; /* the one that rows are being taken from, */
    uint32_t scan_at;            /* where what was scanned begins in the block, */
    size_t scan_ends;            /* and its ends in ENDS */

    struct kam_buffer text; /* of all that isn't a slice of the block */
    struct kam_spans spans;
    struct kam_batch_row *rows;
    size_t row_count, rows_capacity;
    struct kam_batch_fault *faults;
    size_t fault_count, faults_capacity;
    bool taken;

    /* what was handed out */
    struct kam_text *cells;
    size_t cells_capacity;
    uint64_t *lines;
    size_t lines_capacity;
    struct kam_csv_fault *out_faults;
    size_t out_faults_capacity;
};

/* Forget what was handed out, if it was. SELECTION, borrowed, is what is wanted of what follows. */
void kam_batch_begin(struct kam_batch *batch, const struct kam_selection *selection);

/*
 * RECORD, which began at LINE, is a row; it is cleared. False when memory ran out, as in all below.
 */
KAM_MUST_CHECK bool kam_batch_add_row(struct kam_batch *batch, uint64_t line,
                                      struct kam_record *record);

/* It is a fault because of REASON, a literal; cleared, too. */
KAM_MUST_CHECK bool kam_batch_add_ragged(struct kam_batch *batch, uint64_t line, const char *reason,
                                         struct kam_record *record);

/* A record that is given up because of REASON: its bytes RAW are the fault's one field. */
KAM_MUST_CHECK bool kam_batch_add_broken(struct kam_batch *batch, enum kam_csv_fault_kind kind,
                                         uint64_t line, const char *reason, struct kam_text raw);

/*
 * Regular records follow: some of those that SCAN found in BYTES, both borrowed as long as they do.
 * All regular records of a batch lie in one block, each behind the one before.
 */
KAM_MUST_CHECK bool kam_batch_begin_scan(struct kam_batch *batch, const struct kam_rows *scan,
                                         const char *bytes);

/* Record number ROW of the scan is a row, which stands at LINE. */
void kam_batch_add_regular(struct kam_batch *batch, uint64_t line, size_t row);

/* No record number ROW or behind it is. */
void kam_batch_end_scan(struct kam_batch *batch, size_t row);

/* From now on the block isn't needed any more. */
KAM_MUST_CHECK bool kam_batch_own(struct kam_batch *batch);

/* Hand out what there is. */
KAM_MUST_CHECK bool kam_batch_take(struct kam_batch *batch, struct kam_csv_batch *out);

void kam_batch_free(struct kam_batch *batch);

#endif
