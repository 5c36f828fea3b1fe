/*
 * textfit: which of some columns fit beside each other in a line, and how wide each of them is.
 */
#ifndef KAM_REPORT_TEXTFIT_H
#define KAM_REPORT_TEXTFIT_H

#include <stddef.h>

struct kam_textfit {
    size_t natural; /* how wide it would be; at least 1 */
    size_t least;   /* how narrow it may become; at most `natural` */
    unsigned rank;  /* the one with the highest is left out first; 0: never */
    size_t width;   /* what comes out; 0: it is left out */
};

/*
 * Fit COLUMNS[COUNT], GAP between two of them, into WIDTH: as many as there is room for where each
 * is as narrow as it may be; what is left goes to those that want more, the lowest rank first, the
 * narrowest of one rank. Where those that are never left out want too much, the widest of them
 * gives.
 */
void kam_textfit(struct kam_textfit *columns, size_t count, size_t gap, size_t width);

/* How wide they are side by side as they came out. */
size_t kam_textfit_width(const struct kam_textfit *columns, size_t count, size_t gap);

#endif
