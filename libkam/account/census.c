#include "account/census.h"
#include "account/walk.h"

#include <stdlib.h>

enum kam_status kam_census_begin(struct kam_census *census, struct kam_months months,
                                 struct kam_error *error)
{
    *census = (struct kam_census){.months = months};
    census->totals = calloc(months.count + (size_t)1, sizeof *census->totals);
    return census->totals ? KAM_OK : kam_error_nomem(error);
}

void kam_census_count(struct kam_census *census, const struct kam_account *account)
{
    kam_cells_add_up(&account->revenue, census->months.first, census->totals);
    census->accounts++;
    census->with_lines += account->revenue.count > 0;
}

enum kam_status kam_census_take(struct kam_census *census, const struct kam_store *store,
                                struct kam_months months, struct kam_error *error)
{
    struct kam_walk_batch batch = {.count = 0};
    struct kam_walk *walk = NULL;
    enum kam_status status = kam_census_begin(census, months, error);

    if (!status)
        status = kam_walk_open(&walk, store, KAM_WALK_ANY, error);
    while (!status && !(status = kam_walk_next(walk, &batch, error)))
        for (size_t i = 0; i < batch.count; i++)
            kam_census_count(census, kam_walk_account(&batch, i));
    kam_walk_batch_free(&batch);
    kam_walk_close(walk);
    return status == KAM_END ? KAM_OK : status;
}

void kam_census_free(struct kam_census *census)
{
    free(census->totals);
    *census = (struct kam_census){.totals = NULL};
}
