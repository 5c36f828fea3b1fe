/*
 * near: the customers that are close to a line between two tiers.
 *
 * A row per customer and side on which it is near:
 *
 * account_id    the customer
 * account_name  if the table has it
 * tier          where it is
 * tier_cut      where the cut puts it; the lines are those of this tier
 * side          up or down
 * next          the tier on the other side of the line, by the cut
 * by            the name of the ranked column
 * figure        the customer's, in it
 * limit         the figure of the line, as limit_up and limit_down (tiercolumns.h) say it
 * gap           how far away that is, never negative
 * gap_rate      gap / |limit|, four places
 * revenue       the customer's
 *
 * by gap_rate as it is written, then rank; of one customer up comes first.
 */
#ifndef KAM_TIER_NEAR_H
#define KAM_TIER_NEAR_H

#include "io/writer.h"
#include "tier/tier.h"

struct kam_nearness;

/* Zero-initialised it is empty. It takes memory by the rows it has. */
struct kam_near {
    const struct kam_tiering *tiering; /* borrowed */
    const struct kam_table *table;     /* borrowed */
    size_t id, name;                   /* columns; the latter may be KAM_NO_COLUMN */
    struct kam_nearness *items;
    size_t count, capacity;
    uint32_t *sorted;
};

/*
 * Find whose figure in TIERING, which is of TABLE, is at most RATE times |limit| away from the
 * limit, exactly; a limit of 0 has nobody near. To be freed whatever the status; what is given has
 * to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_near_find(struct kam_near *near,
                                             const struct kam_tiering *tiering,
                                             const struct kam_table *table, struct kam_decimal rate,
                                             struct kam_error *error);

/* Header and rows. Failures are the output's, at commit. */
void kam_near_write(const struct kam_near *near, struct kam_writer *writer);

void kam_near_free(struct kam_near *near);

#endif
