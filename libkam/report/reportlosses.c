#include "report/reportlosses.h"
#include "report/reportmatch.h"

#include <stdlib.h>

static enum kam_status match(const struct kam_reportsource *source, size_t account_id,
                             struct kam_error *error)
{
    const struct kam_reportmatch match = {
        .list = &source->risks,
        .snapshot = &source->now.snapshot,
        .id = account_id,
        .former = KAM_NO_COLUMN,
        .tier = kam_table_find(&source->risks, KAM_TEXT("tier")),
        .elsewhere = KAM_NO_COLUMN,
        .maker = "kam-diff --at-risk",
    };

    return kam_reportmatch_check(&match, error);
}

enum kam_status kam_reportlosses_take(struct kam_reportsource *source, struct kam_error *error)
{
    const struct kam_table *risks = &source->risks;
    size_t account_id = kam_table_find(risks, KAM_TEXT("account_id"));
    size_t loss = kam_table_find(risks, KAM_TEXT("loss"));
    bool empty;

    if (account_id == KAM_NO_COLUMN || loss == KAM_NO_COLUMN ||
        kam_table_find(risks, KAM_TEXT("risks")) == KAM_NO_COLUMN)
        return KAM_OK;
    source->losses = malloc((risks->count + 1) * sizeof *source->losses);
    if (!source->losses)
        return kam_error_nomem(error);
    enum kam_status status = match(source, account_id, error);
    for (size_t row = 0; row < risks->count && !status; row++)
        status = kam_table_number(risks, row, loss, &source->losses[row], &empty, error);
    return status;
}
