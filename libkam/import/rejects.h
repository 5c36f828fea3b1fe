/*
 * rejects: the lines an import set aside, in a file that a person repairs and feeds in again.
 *
 * file,line,column,reason and then the line's own columns. Where the next rejected line has
 * another header, that header is written before it.
 */
#ifndef KAM_IMPORT_REJECTS_H
#define KAM_IMPORT_REJECTS_H

#include "io/writer.h"

struct kam_rejects {
    struct kam_output *output;
    struct kam_writer writer;
    const struct kam_text *names; /* the header last written; NULL: none yet */
    size_t width;
};

/* Rejected lines go to PATH from now on. */
KAM_MUST_CHECK enum kam_status kam_rejects_open(struct kam_rejects *rejects, const char *path,
                                                struct kam_error *error);

/* A line with FIELDS[COUNT] of a file with the header NAMES[WIDTH] is rejected because of WHY. */
void kam_rejects_add(struct kam_rejects *rejects, const struct kam_text *names, size_t width,
                     const struct kam_text *fields, size_t count, const struct kam_error *why);

/*
 * Done: put the file in place, also where the run failed, since it says why. A run without
 * rejected lines gives a file with the first four columns and no row.
 */
KAM_MUST_CHECK enum kam_status kam_rejects_close(struct kam_rejects *rejects,
                                                 struct kam_error *error);

#endif
