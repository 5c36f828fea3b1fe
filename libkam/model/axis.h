/*
 * axis: one side of [grid]: a column, and limits that divide customers by what they have in it.
 *
 *     revenue : 5万, 20万              from a limit up is above it
 *     score : percentile 50, 80        limits that the customers' own figures make
 *
 * The limit of a percentile p is the figure that ranks ⌈p·n/100⌉ among the n figures there are, the
 * lowest first (the nearest rank).
 */
#ifndef KAM_MODEL_AXIS_H
#define KAM_MODEL_AXIS_H

#include "base/arena.h"
#include "base/decimal.h"

enum kam_axis_kind {
    KAM_AXIS_VALUES,
    KAM_AXIS_PERCENTILES, /* the limits are numbers between 0 and 100 */
};

struct kam_axis {
    struct kam_place place; /* of what says so */
    enum kam_axis_kind kind;
    struct kam_text column;
    const struct kam_decimal *limits; /* at least one; they rise */
    size_t limit_count;
};

/* Parse TEXT, at PLACE; what AXIS keeps is copied into ARENA. KAM_USAGE. */
KAM_MUST_CHECK enum kam_status kam_axis_parse(struct kam_axis *axis, struct kam_text text,
                                              const struct kam_place *place,
                                              struct kam_arena *arena, struct kam_error *error);

#endif
