/*
 * textshape: which columns of a section's table a report as text shows, and which of them it leaves
 * out first where there is no room.
 */
#ifndef KAM_REPORT_TEXTSHAPE_H
#define KAM_REPORT_TEXTSHAPE_H

#include "report/report.h"
#include "report/texttable.h"

struct kam_textshape {
    const struct kam_textcolumn *columns;
    size_t count;
    bool is_short; /* a list of which the first few are enough */
};

/* That of SECTION; one without columns, where it is shown in another way. */
const struct kam_textshape *kam_textshape_of(enum kam_reportsection section);

#endif
