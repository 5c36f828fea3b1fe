/*
 * toprecords: the records at the top of an export, where its header is looked for, and what two of
 * them are together.
 */
#ifndef KAM_IMPORT_TOPRECORDS_H
#define KAM_IMPORT_TOPRECORDS_H

#include "base/arena.h"

enum { KAM_HEADER_WITHIN = 100 }; /* records from the top of a file */

/* A record near the top: its cells, clean and copied. */
struct kam_top_record {
    struct kam_text *cells;
    size_t count;
    uint64_t line;
};

struct kam_top_records {
    struct kam_top_record items[KAM_HEADER_WITHIN];
    size_t count;
};

/*
 * Read the top records of BLOCK, the beginning of the file NAME, split at DELIMITER; where
 * LAST_LINE is further down, the last ones up to there. What can't be read as a record is no
 * header, and left out; ERROR tells of the last such. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_top_records_read(struct kam_top_records *top, const char *name,
                                                    struct kam_text block, char delimiter,
                                                    uint64_t last_line, struct kam_arena *arena,
                                                    struct kam_error *error);

/* Copy CELLS[COUNT] of LINE, clean, to RECORD. */
KAM_MUST_CHECK enum kam_status kam_top_record_copy(struct kam_top_record *record,
                                                   const struct kam_text *cells, size_t count,
                                                   uint64_t line, struct kam_arena *arena,
                                                   struct kam_error *error);

/* How two records are one header. */
enum kam_header_join {
    KAM_JOIN_BOTH, /* 客户 above 编号: 客户编号; an empty cell on top belongs to the one before it
                    */
    KAM_JOIN_BELOW, /* what is below counts, and only where that is empty what is above */
};

/* The names that ABOVE and BELOW give together. */
KAM_MUST_CHECK enum kam_status
kam_top_records_join(const struct kam_top_record *above, const struct kam_top_record *below,
                     enum kam_header_join how, struct kam_top_record *joined,
                     struct kam_arena *arena, struct kam_error *error);

#endif
