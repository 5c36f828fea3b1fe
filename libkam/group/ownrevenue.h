/*
 * ownrevenue: the revenue that an account had by itself before it was merged: of a row that an
 * earlier run has merged its own_revenue, of any other row its revenue, nothing of an id that has
 * no row. Of an account that stands among the members of another row it isn't known any more.
 *
 * The revenue of a customer is its head's own and that of its branches, all the others, which add
 * up to it exactly.
 */
#ifndef KAM_GROUP_OWNREVENUE_H
#define KAM_GROUP_OWNREVENUE_H

#include "group/group.h"

struct kam_own_revenue {
    size_t revenue; /* columns of the table */
    size_t own;     /* KAM_NO_COLUMN: nothing in the table was merged before */
};

/* Find the columns. KAM_DATA if there is no revenue, or two of one name. */
KAM_MUST_CHECK enum kam_status kam_own_revenue_find(struct kam_own_revenue *columns,
                                                    const struct kam_table *table,
                                                    struct kam_error *error);

/*
 * The revenue of ACCOUNT as it is written (*CELL, empty where it isn't known) and as a number.
 * KAM_DATA with its place for what is no number.
 */
KAM_MUST_CHECK enum kam_status kam_own_revenue_of(const struct kam_own_revenue *columns,
                                                  const struct kam_table *table,
                                                  const struct kam_groups *groups, uint32_t account,
                                                  struct kam_text *cell, struct kam_decimal *value,
                                                  struct kam_error *error);

/* Whether all revenue of CUSTOMER is what the row of its head says: there is no other account. */
static inline bool kam_own_revenue_is_all(const struct kam_own_revenue *columns,
                                          const struct kam_groups *groups, uint32_t customer)
{
    return columns->own == KAM_NO_COLUMN && kam_groups_size(groups, customer) == 1;
}

/* What the revenue of a customer is made of. */
struct kam_revenue {
    struct kam_decimal total, own, branch; /* OWN and BRANCH add up to TOTAL */
    struct kam_text own_cell; /* OWN as it is written, where it is in one cell; else NULL */
};

/*
 * The revenue of CUSTOMER: its head's own, under all the ids that the head has had, and the rest.
 * KAM_DATA for what is no number or becomes too large.
 */
KAM_MUST_CHECK enum kam_status kam_own_revenue_split(const struct kam_own_revenue *columns,
                                                     const struct kam_table *table,
                                                     const struct kam_groups *groups,
                                                     uint32_t customer, struct kam_revenue *revenue,
                                                     struct kam_error *error);

#endif
