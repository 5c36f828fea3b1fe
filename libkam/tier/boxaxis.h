/*
 * boxaxis: one axis of the grid: what rows have on it, where its limits are, how high each row is.
 *
 * From a limit up a row is above it. Limits by percentile are learned from the figures of
 * customers, not of prospects.
 */
#ifndef KAM_TIER_BOXAXIS_H
#define KAM_TIER_BOXAXIS_H

#include "model/axis.h"
#include "tier/shares.h"

/* The rows that are put into boxes, as axes see them: what rules see. All is borrowed. */
struct kam_boxrows {
    const struct kam_table *table; /* whose rows they are */
    const struct kam_text *names;  /* of the columns */
    size_t width;                  /* how many these are */
    /* their cells; ROOM is the caller's own, for cells that stand in no table */
    struct kam_row_source (*cells)(const void *context, struct kam_shares_cells *room);
    bool (*is_prospect)(const void *context, size_t row);
    const void *context;
    unsigned threads;
};

/* An axis of the grid, its limits as figures. */
struct kam_box_axis {
    const struct kam_axis *axis; /* borrowed from the model */
    size_t column;               /* of the rows' */
    const struct kam_decimal *limits;
    size_t limit_count; /* 0: no customer has a figure, so that percentiles are none */
};

/* What is known of a row on an axis, bits of a number. */
enum { KAM_BOX_HAS_FIGURE = 1, KAM_BOX_IS_PROSPECT = 2 };

/* What rows have on an axis. Zero-initialised it is empty; it takes 17 bytes a row. */
struct kam_boxfigures {
    struct kam_decimal *figures; /* where known says that there is one */
    uint8_t *known;              /* bits as above */
};

/* Room for COUNT rows. False when memory ran out; to be freed all the same. */
KAM_MUST_CHECK bool kam_boxfigures_init(struct kam_boxfigures *figures, size_t count);

void kam_boxfigures_free(struct kam_boxfigures *figures);

/*
 * Bind BOX to AXIS, which has to outlive it: FIGURES are what ROWS have on it, and ARENA gets the
 * limits that they make. KAM_DATA where an axis has no column or two, or a cell is no number.
 */
KAM_MUST_CHECK enum kam_status kam_boxaxis_make(struct kam_box_axis *box,
                                                const struct kam_axis *axis,
                                                const struct kam_boxrows *rows,
                                                struct kam_boxfigures *figures,
                                                struct kam_arena *arena, struct kam_error *error);

/* Where prospects without a figure are on it. */
enum kam_box_unknown { KAM_BOX_UNKNOWN_IS_NOWHERE, KAM_BOX_UNKNOWN_IS_LOWEST };

/* Of each of COUNT rows the number of limits that it reaches, or KAM_NONE. */
void kam_boxaxis_levels(const struct kam_box_axis *axis, const struct kam_boxfigures *figures,
                        enum kam_box_unknown unknown, uint32_t *levels, size_t count);

#endif
