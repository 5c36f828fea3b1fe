#include "report/reportlists.h"

enum kam_status kam_reportlist_risks(struct kam_reportlist *list,
                                     const struct kam_reportsource *source,
                                     const struct kam_reportscope *scope, size_t most,
                                     struct kam_arena *arena, struct kam_error *error)
{
    (void)source, (void)scope, (void)most, (void)arena, (void)error;
    list->lack = kam_lack_of(KAM_LABEL_LACK_RISKS);
    return KAM_OK;
}

void kam_reportlist_risks_table(const struct kam_reportlist *list,
                                const struct kam_reportsource *source, struct kam_speech *speech,
                                struct kam_reporttable *table)
{
    (void)list, (void)source, (void)speech, (void)table;
}
