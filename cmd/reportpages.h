/*
 * reportpages: kam-report --by: a page for each value of a column, and an index of them.
 */
#ifndef KAM_REPORTPAGES_H
#define KAM_REPORTPAGES_H

#include "front.h"
#include "language/language.h"
#include "report/report.h"
#include "report/reportparts.h"

/*
 * Write the pages of PARTS of SOURCE into the directory that -o names, which is made if it isn't
 * there. Each page is replaced as a whole, and the index, the last of them, once all others are in
 * place; what else is in the directory stays.
 */
KAM_MUST_CHECK enum kam_status
kam_reportpages_write(struct kam_front *front, const struct kam_reportsource *source,
                      const struct kam_reportparts *parts, const struct kam_report_options *options,
                      const struct kam_language *language, struct kam_error *error);

#endif
