/*
 * sides: one customer in both snapshots, as the sections of its story see it.
 */
#ifndef KAM_DIFF_SIDES_H
#define KAM_DIFF_SIDES_H

#include "diff/diff.h"
#include "explain/subject.h"
#include "model/model.h"

struct kam_story_side {
    const struct kam_snapshot *snapshot; /* borrowed */
    const struct kam_roster *roster;     /* borrowed */
    uint32_t row;                        /* KAM_NONE: it isn't there */
    struct kam_text month;               /* the snapshot's period, in words */
};

struct kam_sides {
    const struct kam_diff *diff;         /* borrowed */
    const struct kam_model *model;       /* borrowed; what it doesn't say is zero */
    const struct kam_movement *movement; /* one of the diff's */
    struct kam_story_side old, new;
    struct kam_story *story;
};

static inline bool kam_sides_are_both(const struct kam_sides *sides)
{
    return sides->old.row != KAM_NONE && sides->new.row != KAM_NONE;
}

/* Its cell in COLUMN; empty where it isn't there, or the snapshot has no such column. */
struct kam_text kam_side_cell(const struct kam_story_side *side, const char *column);
struct kam_text kam_side_cell_in(const struct kam_story_side *side, struct kam_text column);

/* The number in COLUMN; false where there is none. */
KAM_MUST_CHECK bool kam_side_number(const struct kam_story_side *side, const char *column,
                                    struct kam_decimal *number);

/* The column that is compared; the months of each snapshot's period are period_revenue. */
struct kam_text kam_sides_measure(const struct kam_sides *sides);

/* The step of the ladder that the tier in COLUMN is; KAM_NONE where there is none. */
uint32_t kam_sides_step(const struct kam_sides *sides, const struct kam_story_side *side,
                        const char *column);

/* What the tier of a step is called. */
struct kam_text kam_sides_tier(const struct kam_sides *sides, uint32_t step);

/* Name and id of the customer in ROW of a snapshot. */
struct kam_text kam_sides_name(const struct kam_sides *sides, const struct kam_snapshot *snapshot,
                               uint32_t row);

#endif
