/*
 * rows: where the fields of regular records end, many records at a time.
 *
 * A record is regular if it is one physical line that ends in LF or CRLF, and every field in it is
 * without any quote or begins and ends with one, quotes within doubled. What is regular means the
 * same by all rules of csv.h. The scan stops before the first record that isn't: that one is
 * libcsv's, and behind it the scan begins anew.
 */
#ifndef KAM_IO_ROWS_H
#define KAM_IO_ROWS_H

#include "base/text.h"
#include "base/vectors.h"

enum {
    KAM_ROWS_MOST = 512,             /* records found by one scan */
    KAM_ROWS_WINDOW = 64 * 1024 - 1, /* bytes it looks at; a longer record isn't regular */
};

/* What a scan found. It is large: make it once. */
struct kam_rows {
    size_t count;
    bool has_doubled; /* quotes within quotes, in some field */
    /* The fields of row r end at ends[first[r]] to ends[first[r + 1] - 1], in bytes from the
     * beginning: at a delimiter each, the last one at the LF. There is room for what one step of
     * the scan finds beyond the most. */
    uint32_t first[KAM_ROWS_MOST + 64 + 1];
    uint32_t ends[KAM_ROWS_WINDOW + 1];
};

/* Where record number ROW of those found begins, or the bytes behind the last of them. */
static inline size_t kam_rows_begin(const struct kam_rows *rows, size_t row)
{
    return row ? (size_t)rows->ends[rows->first[row] - 1] + 1 : 0;
}

/* How many fields it has. */
static inline size_t kam_rows_fields(const struct kam_rows *rows, size_t row)
{
    return rows->first[row + 1] - rows->first[row];
}

/*
 * Find the regular records that BYTES begin with, MOST of them at most and at most KAM_ROWS_MOST.
 * BYTES begin where a record does. VECTORS may be any that the processor has: all find the same.
 */
void kam_rows_find(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most,
                   enum kam_vectors vectors);

#endif
