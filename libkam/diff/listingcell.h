/*
 * listingcell: the columns of the listing that kam itself makes, and their cells. A column is one
 * entry of a table in listingcell.c: its name, when it is there, and what its cells say.
 */
#ifndef KAM_DIFF_LISTINGCELL_H
#define KAM_DIFF_LISTINGCELL_H

#include "diff/detail.h"

/* What cells are made of. Zero-initialised, but for DETAILS, nothing was computed yet. */
struct kam_listingcell {
    const struct kam_details *details; /* borrowed */
    char text[KAM_DECIMAL_SIZE];       /* a cell that was computed stands in here, */
    struct kam_buffer longer;          /* or, if it is a sentence, in here */
    bool nomem;                        /* a cell is cut off, as memory ran out */
};

struct kam_listingcolumn {
    const char *name;
    /* NULL: always. */
    bool (*present)(const struct kam_diff *diff, const struct kam_details *details);
    /* Borrowed from DIFF, or from SCRATCH until the next one. */
    struct kam_text (*cell)(const struct kam_diff *diff, const struct kam_movement *movement,
                            struct kam_listingcell *scratch);
};

/* All there may be, in order. */
extern const struct kam_listingcolumn kam_listingcolumns[];
extern const size_t kam_listingcolumn_count;

void kam_listingcell_free(struct kam_listingcell *scratch);

#endif
