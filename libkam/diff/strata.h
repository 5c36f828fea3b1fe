/*
 * strata: the customers of a diff in groups, by what they have in a column of the snapshots, or by
 * their tier, for --by.
 *
 * A customer may be in one stratum before and in another one afterwards. What only one snapshot
 * says, holds for both: a column that only one has, for customers who are in both, so that nobody
 * seems to have changed; who is in the other snapshot alone has an empty cell then. An empty cell
 * is a value like any other. Strata are in the order in which they are written: tiers as on the
 * ladder, all of them; values in byte order.
 */
#ifndef KAM_DIFF_STRATA_H
#define KAM_DIFF_STRATA_H

#include "diff/diff.h"
#include "io/writer.h"

/* Zero-initialised there are none. It takes 8 bytes a movement. */
struct kam_strata {
    const struct kam_diff *diff;  /* borrowed */
    struct kam_text name;         /* of the column; borrowed */
    size_t columns[KAM_SIDES];    /* KAM_NO_COLUMN: that snapshot hasn't it */
    struct kam_text *values;      /* of each stratum */
    size_t count;                 /* of strata */
    uint32_t *members[KAM_SIDES]; /* of each movement: its stratum; KAM_NONE: not there */
    struct kam_map texts;         /* what the values are borrowed from, unless it is the ladder */
};

/*
 * Those of DIFF, which has to outlive them, by the column NAME; "tier": by the tiers. KAM_DATA if
 * neither snapshot has it, or if a value or a tier is "total", as the sum of all strata is called.
 * To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_strata_make(struct kam_strata *strata,
                                               const struct kam_diff *diff, struct kam_text name,
                                               struct kam_error *error);

void kam_strata_free(struct kam_strata *strata);

/* KAM_USAGE if one of the columns HEADER[COUNT] of a view is called NAME, as that of --by. */
KAM_MUST_CHECK enum kam_status kam_strata_check_name(struct kam_text name,
                                                     const char *const *header, size_t count,
                                                     struct kam_error *error);

/* The stratum of movement number MOVEMENT on SIDE; KAM_NONE if it isn't in that snapshot. */
static inline uint32_t kam_stratum_on(const struct kam_strata *strata, size_t movement,
                                      enum kam_side side)
{
    return strata->members[side][movement];
}

/* Where a movement counts, see kam_movement_side. */
static inline uint32_t kam_stratum_of(const struct kam_strata *strata, size_t movement)
{
    return kam_stratum_on(strata, movement, kam_movement_side(&strata->diff->movements[movement]));
}

/* The stratum it was in before, or is in, if it wasn't there. */
static inline uint32_t kam_stratum_before(const struct kam_strata *strata, size_t movement)
{
    uint32_t before = kam_stratum_on(strata, movement, KAM_SIDE_OLD);

    return before == KAM_NONE ? kam_stratum_on(strata, movement, KAM_SIDE_NEW) : before;
}

/* The cell of a row of STRATUM; number `count` is the total. */
void kam_stratum_write(const struct kam_strata *strata, size_t stratum, struct kam_writer *writer);

#endif
