/*
 * excerpt: the records around the header of an input, as they stand there, for who inspects it.
 */
#ifndef KAM_IMPORT_EXCERPT_H
#define KAM_IMPORT_EXCERPT_H

#include "base/arena.h"
#include "io/reader.h"

enum { KAM_EXCERPT_TITLES = 8, KAM_EXCERPT_ROWS = 3 };

struct kam_excerpt_record {
    uint64_t line;
    struct kam_text *cells;
    size_t count;
};

/* Zero-initialised it is empty. */
struct kam_excerpt {
    struct kam_excerpt_record titles[KAM_EXCERPT_TITLES]; /* the first ones above the header */
    struct kam_excerpt_record rows[KAM_EXCERPT_ROWS];     /* the first ones below it */
    size_t title_count, row_count;
    uint64_t more_titles; /* further ones */
};

/*
 * Take the excerpt from the first block of READER, split at DELIMITER; the header stands in the
 * lines FIRST to LAST (0: there is none). Blank records and those that can't be read are left out.
 * The cells are ARENA's. Fails only with KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_excerpt_take(struct kam_excerpt *excerpt,
                                                const struct kam_reader *reader, char delimiter,
                                                uint64_t first, uint64_t last,
                                                struct kam_arena *arena, struct kam_error *error);

#endif
