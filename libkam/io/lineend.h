/*
 * lineend: where physical lines end: at LF, CRLF or CR.
 */
#ifndef KAM_IO_LINEEND_H
#define KAM_IO_LINEEND_H

#include "base/text.h"

/* LINE without the line end behind it, if there is one. */
static inline struct kam_text kam_without_line_end(struct kam_text line)
{
    if (line.len && line.ptr[line.len - 1] == '\n')
        line.len--;
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}

/* The next line ends of a block, as far as is known: NULL at first. */
struct kam_line_ends {
    const char *lf, *cr;
};

/* The end of the line at P, behind its line end; NULL where the block, up to END, doesn't have it.
 */
const char *kam_line_end(const char *p, const char *end, struct kam_line_ends *ends);

#endif
