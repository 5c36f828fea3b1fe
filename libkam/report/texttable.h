/*
 * texttable: a table of a report in the columns of a terminal: those of its own columns that matter
 * there, and of them as many, and as much of each, as there is room for.
 */
#ifndef KAM_REPORT_TEXTTABLE_H
#define KAM_REPORT_TEXTTABLE_H

#include "report/reporttable.h"
#include "report/textpage.h"

/* How a cell is shown. */
enum kam_textform {
    KAM_TEXTFORM_CELL,  /* as it is */
    KAM_TEXTFORM_SHORT, /* an amount, rounded */
    KAM_TEXTFORM_DELTA, /* likewise, with its sign */
    KAM_TEXTFORM_STEP,  /* likewise, but for the first row and totals; rows of 0 are left out */
    KAM_TEXTFORM_TIER,  /* as it is, in the colour of the tier */
    KAM_TEXTFORM_MOVE,  /* as it is, in that of up or down, by its mark */
    KAM_TEXTFORM_BAR,   /* the largest of its column fills it */
    KAM_TEXTFORM_LINE,  /* a sparkline */
};

struct kam_textcolumn {
    enum kam_label label; /* the title of the column of the table */
    enum kam_textform form;
    unsigned least; /* how narrow it may become; 0: no narrower than its cells */
    unsigned most;  /* how wide it may be; 0: as wide as its cells */
    unsigned rank;  /* as in struct kam_textfit */
};

enum { KAM_TEXTTABLE_MOST = 16 }; /* columns */

/*
 * Write the first ROWS of TABLE, and its totals, in those of COLUMNS[COUNT] that it has; nothing,
 * if it has no rows.
 */
void kam_texttable_write(const struct kam_reporttable *table, const struct kam_textcolumn *columns,
                         size_t count, size_t rows, struct kam_textpage *page);

/* TEXT, with an ellipsis as its end if it has more than COLUMNS. */
struct kam_text kam_texttable_cut(struct kam_text text, size_t columns, struct kam_speech *speech);

/* The titles of COUNT columns, at most three lines each, into the grid of PAGE. */
struct kam_texttitle {
    struct kam_text text;
    size_t width; /* of its column; 0: there is none */
    enum kam_grid_side side;
};
void kam_texttable_titles(const struct kam_texttitle *titles, size_t count,
                          struct kam_textpage *page);

#endif
