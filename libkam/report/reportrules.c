#include "report/reportrules.h"

void kam_reportrules_table(const struct kam_reportsource *source, struct kam_speech *speech,
                           struct kam_reporttable *table)
{
    (void)source, (void)speech, (void)table;
}

void kam_reportpolicy_table(const struct kam_reportsource *source, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    (void)source, (void)speech, (void)table;
}
