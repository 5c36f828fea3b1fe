/*
 * reportrules: under which rules a snapshot was made: its period, window, currency and model, where
 * its tiers are cut, how long a customer is held, how each tier is served (reportpolicy.c); and of
 * what files a report is.
 */
#ifndef KAM_REPORT_REPORTRULES_H
#define KAM_REPORT_REPORTRULES_H

#include "report/reportsource.h"
#include "report/reporttable.h"

/*
 * A row per fact, its name and what it says; what isn't known has no row. Customers are those
 * of SCOPE: who gets a page of a part needn't know how large the whole is.
 */
void kam_reportrules_table(const struct kam_reportsource *source,
                           const struct kam_reportscope *scope, struct kam_speech *speech,
                           struct kam_reporttable *table);

/*
 * Find the policies of SOURCE, which has its snapshot, steps and ladder; once for all pages, as it
 * looks at each row. False when memory ran out; they are the source's all the same.
 */
KAM_MUST_CHECK bool kam_reportpolicies_find(struct kam_reportsource *source);

/*
 * How each tier is served: a row per tier, a column per key of [policy], as the model has it;
 * without one as all customers of a tier have it. No column: not known.
 */
void kam_reportpolicy_table(const struct kam_reportsource *source, struct kam_speech *speech,
                            struct kam_reporttable *table);

#endif
