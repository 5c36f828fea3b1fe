/*
 * managers: who answers for the customers, [managers] of the model: how many there are, and how
 * many customers they can carry.
 */
#ifndef KAM_TIER_MANAGERS_H
#define KAM_TIER_MANAGERS_H

#include "model/model.h"
#include "table/table.h"

/*
 * The number of managers: `count` of MANAGERS if it says it, else the different cells, empty ones
 * aside, of its column in ROWS[COUNT] of TABLE. KAM_DATA where there is no such column.
 */
KAM_MUST_CHECK enum kam_status kam_managers_count(const struct kam_model_managers *managers,
                                                  const struct kam_table *table,
                                                  const uint32_t *rows, size_t count,
                                                  uint64_t *number, struct kam_error *error);

/* How many customers all managers together can carry. */
struct kam_capacity {
    bool known; /* the model says `span`, and `count` or `column` */
    struct kam_decimal customers;
};

/* That of the managers of ROWS[COUNT], their number times `span`. Errors likewise. */
KAM_MUST_CHECK enum kam_status kam_managers_capacity(const struct kam_model_managers *managers,
                                                     const struct kam_table *table,
                                                     const uint32_t *rows, size_t count,
                                                     struct kam_capacity *capacity,
                                                     struct kam_error *error);

#endif
