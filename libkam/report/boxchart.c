#include "report/boxchart.h"

enum kam_status kam_reportboxes_make(struct kam_reportboxes *boxes,
                                     const struct kam_reportsource *source,
                                     const struct kam_reportscope *scope, struct kam_arena *arena,
                                     struct kam_error *error)
{
    (void)source, (void)scope, (void)arena, (void)error;
    boxes->lack = kam_lack_of(KAM_LABEL_LACK_GRID);
    return KAM_OK;
}

void kam_reportboxes_table(const struct kam_reportboxes *boxes, struct kam_speech *speech,
                           struct kam_reporttable *table)
{
    (void)boxes, (void)speech, (void)table;
}
