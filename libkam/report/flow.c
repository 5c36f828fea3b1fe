#include "report/flow.h"

enum kam_status kam_reportflow_make(struct kam_reportflow *flow,
                                    const struct kam_reportsource *source,
                                    const struct kam_reportscope *scope, struct kam_error *error)
{
    (void)source, (void)scope, (void)error;
    flow->lack = kam_lack_of(KAM_LABEL_LACK_MOVES);
    return KAM_OK;
}

void kam_reportflow_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                          struct kam_reporttable *table)
{
    (void)flow, (void)speech, (void)table;
}

void kam_reportbridge_table(const struct kam_reportflow *flow, struct kam_speech *speech,
                            struct kam_reporttable *table)
{
    (void)flow, (void)speech, (void)table;
}

enum kam_label kam_reportbridge_label(enum kam_bridge_step step)
{
    (void)step;
    return KAM_LABEL_STEP_NEW;
}

void kam_reportflow_free(struct kam_reportflow *flow)
{
    (void)flow;
}
