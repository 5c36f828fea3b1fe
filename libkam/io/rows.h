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

/* One of them. */
struct kam_row {
    struct kam_text line; /* with its line end */
    const char *bytes;    /* that were scanned */
    const uint32_t *ends; /* of its fields, in BYTES */
    size_t fields;
    bool has_doubled; /* maybe */
};

/* Record number ROW of those found in BYTES. */
static inline struct kam_row kam_rows_get(const struct kam_rows *rows, const char *bytes,
                                          size_t row)
{
    uint32_t first = rows->first[row], next = rows->first[row + 1];
    const char *begin = row ? bytes + rows->ends[first - 1] + 1 : bytes;
    const char *end = bytes + rows->ends[next - 1] + 1;

    return (struct kam_row){
        {begin, (size_t)(end - begin)}, bytes, rows->ends + first, next - first, rows->has_doubled};
}

/*
 * Find the regular records that BYTES begin with, MOST of them at most and at most KAM_ROWS_MOST.
 * BYTES begin where a record does. VECTORS may be any that the processor has: all find the same.
 */
void kam_rows_find(struct kam_rows *rows, struct kam_text bytes, char delimiter, size_t most,
                   enum kam_vectors vectors);

#endif
