/*
 * reportparts: what the pages of a report are about: one page about all, or one for each value of a
 * column, with the rows of each file that belong to it.
 *
 * A customer belongs to the value that it has in the snapshot it stands in. A movement and a risk
 * belong where their customer is now; who isn't there any more, where it was before; and who is in
 * neither file, to the value that the list itself has, if it has the column, and else to the empty
 * one.
 */
#ifndef KAM_REPORT_REPORTPARTS_H
#define KAM_REPORT_REPORTPARTS_H

#include "report/reportsource.h"

enum { KAM_REPORTPARTS_MOST = 1000 };

/* Zero-initialised it is empty. */
struct kam_reportparts {
    struct kam_reportscope *items; /* by value, in byte order */
    size_t count;
    uint32_t *rows;         /* of all items */
    struct kam_arena arena; /* of the values */
};

/*
 * The parts of SOURCE, which has to outlive them: one of all, or, where its files are by a column,
 * of each value. KAM_DATA if the snapshot has no such column, or it has more than
 * KAM_REPORTPARTS_MOST values. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_reportparts_make(struct kam_reportparts *parts,
                                                    const struct kam_reportsource *source,
                                                    struct kam_error *error);

void kam_reportparts_free(struct kam_reportparts *parts);

#endif
