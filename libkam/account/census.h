/*
 * census: how many accounts there are, and what all of them together have in each month.
 */
#ifndef KAM_ACCOUNT_CENSUS_H
#define KAM_ACCOUNT_CENSUS_H

#include "account/store.h"

struct kam_census {
    struct kam_months months;
    uint64_t accounts, with_lines;  /* in any month */
    struct kam_cells_total *totals; /* of each of the months */
};

/* One of nobody yet, over MONTHS. Free it in any case. */
KAM_MUST_CHECK enum kam_status kam_census_begin(struct kam_census *census, struct kam_months months,
                                                struct kam_error *error);

/* Count ACCOUNT, whose cells are within the months. */
void kam_census_count(struct kam_census *census, const struct kam_account *account);

/* Begin one, and count all accounts of STORE, which is finished. Of the failures see walk.h. */
KAM_MUST_CHECK enum kam_status kam_census_take(struct kam_census *census,
                                               const struct kam_store *store,
                                               struct kam_months months, struct kam_error *error);

void kam_census_free(struct kam_census *census);

#endif
