/*
 * pagetable: a table of a report as one of a page.
 *
 * A number has its plain value beside it (data-value): the script sorts by it. Rows of totals are
 * the foot of the table. A table that is wider than the window scrolls in a region of its own,
 * which the keyboard reaches.
 */
#ifndef KAM_REPORT_PAGETABLE_H
#define KAM_REPORT_PAGETABLE_H

#include "report/markup.h"
#include "report/reporttable.h"

enum kam_pagetable_kind {
    KAM_PAGETABLE_FACTS,   /* read in its order */
    KAM_PAGETABLE_FIGURES, /* may be sorted */
    KAM_PAGETABLE_LIST,    /* and filtered */
};

/*
 * Write TABLE; ID is unique on the page, and begins those of its parts. One without rows is a
 * sentence, one without columns nothing.
 */
void kam_pagetable_write(const struct kam_reporttable *table, const char *id,
                         enum kam_pagetable_kind kind, struct kam_speech *speech,
                         const struct kam_markup *markup);

#endif
