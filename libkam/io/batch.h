/*
 * batch: a batch of records while it is being filled, and as it is handed out.
 *
 * Fields come one by one, copied into the batch's text, or as slices of a block that stays where
 * it is until the batch has been used. A record that is only half read when a batch is handed out
 * moves on to the next one.
 */
#ifndef KAM_IO_BATCH_H
#define KAM_IO_BATCH_H

#include "io/csv.h"
#include "io/rows.h"

/* A field: in a block, or in the batch's text, which may still move. */
struct kam_span {
    const char *ptr; /* NULL: at `start` in the text */
    size_t start, len;
};

struct kam_spans {
    struct kam_span *items;
    size_t count, capacity;
};

struct kam_batch_fault;

/* Zero-initialised it is empty. */
struct kam_batch {
    struct kam_buffer text;
    struct kam_spans record; /* all fields of the record being read */
    size_t record_text;      /* where in `text` it began */
    struct kam_spans cells;
    size_t rows;
    uint64_t *lines;
    size_t lines_capacity;
    struct kam_spans fault_spans;
    struct kam_batch_fault *faults;
    size_t fault_count, faults_capacity;
    bool taken;
    /* what was handed out */
    struct kam_text *out_cells;
    size_t out_cells_capacity;
    struct kam_csv_fault *out_faults;
    size_t out_faults_capacity;
};

/* Forget what was handed out, if it was; the record being read stays. */
void kam_batch_begin(struct kam_batch *batch);

/* The next field of the record being read, copied. False when memory ran out, as in all below. */
KAM_MUST_CHECK bool kam_batch_add_field(struct kam_batch *batch, struct kam_text field);

/*
 * The record being read, which began at LINE, is complete: its fields COLUMNS[COUNT] become a row,
 * or all of them.
 */
KAM_MUST_CHECK bool kam_batch_add_row(struct kam_batch *batch, uint64_t line, const size_t *columns,
                                      size_t count);

KAM_MUST_CHECK bool kam_batch_add_whole_row(struct kam_batch *batch, uint64_t line);

/* It is complete, and not wanted. */
void kam_batch_drop(struct kam_batch *batch);

/* It is complete, and a fault because of REASON, a literal. */
KAM_MUST_CHECK bool kam_batch_add_ragged(struct kam_batch *batch, uint64_t line,
                                         const char *reason);

/* It is given up because of REASON: its bytes RAW are the fault's one field. */
KAM_MUST_CHECK bool kam_batch_add_broken(struct kam_batch *batch, enum kam_csv_fault_kind kind,
                                         uint64_t line, const char *reason, struct kam_text raw);

/* The regular record ROW at LINE: the fields COLUMNS[COUNT] are a row, slices of its bytes. */
KAM_MUST_CHECK bool kam_batch_add_regular(struct kam_batch *batch, uint64_t line,
                                          const struct kam_row *row, const size_t *columns,
                                          size_t count);

/* Hand out what there is. */
KAM_MUST_CHECK bool kam_batch_take(struct kam_batch *batch, struct kam_csv_batch *out);

void kam_batch_free(struct kam_batch *batch);

#endif
