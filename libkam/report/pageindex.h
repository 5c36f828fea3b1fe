/*
 * pageindex: the page that leads to several: a table with a row for each of them.
 */
#ifndef KAM_REPORT_PAGEINDEX_H
#define KAM_REPORT_PAGEINDEX_H

#include "report/report.h"

/* A page. Texts are borrowed. */
struct kam_pageindex_entry {
    const char *file;      /* its name, beside the index */
    struct kam_text value; /* of the column, that it is about; may be empty */
    struct kam_reportlayer all, key;
};

/* That of REPORT in FILE; the scope of the report has to outlive it. */
struct kam_pageindex_entry kam_pageindex_entry_of(const struct kam_report *report,
                                                  const char *file);

/*
 * Write the index of ENTRIES[COUNT], which are by the column that the files of SOURCE are by.
 * KAM_NOMEM alone; other failures are the output's.
 */
KAM_MUST_CHECK enum kam_status
kam_pageindex_write(const struct kam_pageindex_entry *entries, size_t count,
                    const struct kam_reportsource *source, const struct kam_report_options *options,
                    struct kam_speech *speech, struct kam_output *output, struct kam_error *error);

#endif
