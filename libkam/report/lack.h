/*
 * lack: what a section of a report can't do without and doesn't have.
 *
 * Such a section isn't left out: it stands in its place and says what is missing and how to get it.
 */
#ifndef KAM_REPORT_LACK_H
#define KAM_REPORT_LACK_H

#include "base/arena.h"
#include "language/speech.h"
#include "table/table.h"

/* Zero-initialised nothing is lacking. */
struct kam_lack {
    bool is;
    enum kam_label label; /* what is said, with the values {columns} and {file} where it has them */
    struct kam_text columns; /* "score, reason" */
    const char *file;        /* that lacks them; borrowed */
};

/* That LABEL, which has no values, is what is lacking. */
struct kam_lack kam_lack_of(enum kam_label label);

/*
 * *LACK: what of NAMES[COUNT] isn't among the columns of TABLE, the file PATH, as LABEL says it;
 * nothing, if all are. ARENA gets the names. KAM_NOMEM alone.
 */
KAM_MUST_CHECK enum kam_status kam_lack_of_columns(struct kam_lack *lack,
                                                   const struct kam_table *table, const char *path,
                                                   const struct kam_text *names, size_t count,
                                                   enum kam_label label, struct kam_arena *arena,
                                                   struct kam_error *error);

/* LACK as a sentence. */
struct kam_text kam_lack_say(const struct kam_lack *lack, struct kam_speech *speech);

#endif
