#include "report/lorenz.h"

enum kam_status kam_reportlorenz_make(struct kam_reportlorenz *lorenz,
                                      const struct kam_reportsource *source,
                                      const struct kam_reportscope *scope, struct kam_error *error)
{
    (void)lorenz, (void)source, (void)scope, (void)error;
    return KAM_OK;
}

void kam_reportlorenz_table(const struct kam_reportlorenz *lorenz, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    (void)lorenz, (void)speech, (void)table;
}
