/*
 * load: what each manager has to look after.
 *
 * manager    who it is; customers without one are the last row before the total, with an empty
 *            cell, if there are any
 * customers  how many
 * TIER...    a column per tier, the highest first: how many of them are in it
 * revenue    the exact sum of theirs
 * load       customers / span, four places: above 1 it is more than one can carry. Empty where the
 *            model doesn't say span, and for customers without a manager
 *
 * In byte order of the managers; the last row is "total", of all customers, and its load is that of
 * all managers together: customers / (managers * span).
 */
#ifndef KAM_TIER_LOAD_H
#define KAM_TIER_LOAD_H

#include "io/writer.h"
#include "tier/grouping.h"
#include "tier/managers.h"
#include "tier/pyramid.h"

/* Zero-initialised it is empty. */
struct kam_load {
    const struct kam_tiering *tiering; /* borrowed */
    struct kam_decimal span;           /* 0: not said */
    struct kam_grouping grouping;      /* by manager */
    struct kam_pyramids managers;
    struct kam_pyramids all; /* one pyramid */
    struct kam_capacity capacity;
};

/* Whether MODEL says who the managers are. KAM_USAGE where it has no `column` in [managers]. */
KAM_MUST_CHECK enum kam_status kam_load_check(const struct kam_model *model,
                                              struct kam_error *error);

/*
 * The load of the managers in TIERING, which is of TABLE under MODEL, which kam_load_check has
 * accepted. KAM_DATA where the column isn't there, or a sum is too large. To be freed whatever the
 * status; what is given has to outlive it.
 */
KAM_MUST_CHECK enum kam_status kam_load_make(struct kam_load *load,
                                             const struct kam_tiering *tiering,
                                             const struct kam_table *table,
                                             const struct kam_model *model,
                                             struct kam_error *error);

/* Header and rows. Failures are the output's, at commit. */
void kam_load_write(const struct kam_load *load, struct kam_writer *writer);

void kam_load_free(struct kam_load *load);

#endif
