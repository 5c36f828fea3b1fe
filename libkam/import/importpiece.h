/*
 * importpiece: a batch of records of a raw export and what they say by themselves. Several pieces
 * of one export may be read at once, by as many threads.
 */
#ifndef KAM_IMPORT_IMPORTPIECE_H
#define KAM_IMPORT_IMPORTPIECE_H

#include "import/importline.h"
#include "io/batch.h"

/* A record, or what is wrong with it; in the order of the lines. */
struct kam_piece_entry {
    struct kam_reading *reading;       /* NULL: there is nothing to read in it, but a fault */
    const struct kam_csv_fault *fault; /* of the record */
};

struct kam_import_piece {
    struct kam_batch *batch;
    struct kam_line_reader lines;
    struct kam_piece_entry entries[KAM_CSV_BATCH_ROWS];
    size_t count;
    /* those that are good, once that is judged */
    const struct kam_line *good[KAM_CSV_BATCH_ROWS];
    size_t good_count;
};

/* A piece for the lines of FILE, read through READER. Close it in any case. */
KAM_MUST_CHECK enum kam_status kam_import_piece_open(struct kam_import_piece *piece,
                                                     struct kam_import *import,
                                                     struct kam_import_file *file,
                                                     struct kam_reader *reader,
                                                     struct kam_error *error);

/* Read all that is in piece->batch. Fails only with KAM_NOMEM. */
KAM_MUST_CHECK enum kam_status kam_import_piece_read(struct kam_import_piece *piece,
                                                     struct kam_error *error);

/* The reading that DATA is part of. */
const struct kam_reading *kam_import_piece_reading(const struct kam_import_piece *piece,
                                                   const struct kam_line *data);

void kam_import_piece_close(struct kam_import_piece *piece);

#endif
