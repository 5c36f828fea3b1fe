/*
 * rejects: the lines an import set aside, in a file that a person repairs and feeds in again.
 *
 * file,line,column,reason,read_as and then the columns of all raw exports of the run; what several
 * of them call differently, such as the account, is one column. Complete lines have their cells
 * below their names; a line with too few or too many cells keeps that fault, so that it is found
 * again if nobody mends it. read_as says how the line would have been read, where the file it came
 * from said that elsewhere: see convention.h. A line that is rejected again keeps its first place.
 */
#ifndef KAM_IMPORT_REJECTS_H
#define KAM_IMPORT_REJECTS_H

#include "io/writer.h"

/* Its first columns, and how many of them are ours. */
enum {
    KAM_REJECTS_FILE,
    KAM_REJECTS_LINE,
    KAM_REJECTS_COLUMN,
    KAM_REJECTS_REASON,
    KAM_REJECTS_READ_AS,
    KAM_REJECTS_OWN
};

struct kam_rejects {
    struct kam_output *output;
    struct kam_writer writer;
    size_t width;                  /* columns of the exports */
    const struct kam_text **cells; /* of a row, while it is put together */
};

/* Rejected lines go to PATH from now on, below NAMES[WIDTH]. */
KAM_MUST_CHECK enum kam_status kam_rejects_open(struct kam_rejects *rejects, const char *path,
                                                const struct kam_text *names, size_t width,
                                                struct kam_error *error);

/* A line as its file has it: cell i belongs to column COLUMNS[i], SIZE_MAX for none. */
struct kam_rejected_line {
    const struct kam_text *cells;
    size_t count;
    const size_t *columns; /* WIDTH of them */
    size_t width;          /* cells of a complete line */
    struct kam_text fault; /* the column in which something is wrong, by its name there; or empty */
    struct kam_text read_as;
    bool is_again; /* the cells begin with those that rejects added before */
};

/* LINE is rejected because of WHY. */
void kam_rejects_add(struct kam_rejects *rejects, const struct kam_rejected_line *line,
                     const struct kam_error *why);

/* True if NAMES[COUNT] is the header of such a file. */
bool kam_rejects_are(const struct kam_text *names, size_t count);

/* True if it was one, but for read_as, which isn't in its place. */
bool kam_rejects_lack_read_as(const struct kam_text *names, size_t count);

/*
 * Done: put the file in place, also where the run failed, since it says why. A run without
 * rejected lines gives a header and no row.
 */
KAM_MUST_CHECK enum kam_status kam_rejects_close(struct kam_rejects *rejects,
                                                 struct kam_error *error);

#endif
