/*
 * scale: how a dimension turns a cell into points, as the model says it.
 *
 *     bands  = 0:0, 1万:40, 5万:60      from each value up, its points; below the first, 0
 *     linear = -50%:0, 0:50, 50%:100    straight lines between the corners, flat outside
 *     values = A:100, B:70, *:10        points of a text; * is any other (not an empty one)
 *     scale  = percentile               minmax, percentile, zscore, share: among other rows
 *
 * This module only reads them. Values of bands and linear strictly rise; points are 0 to 100. A
 * scale among other rows has a population, and all of them but share a direction.
 */
#ifndef KAM_MODEL_SCALE_H
#define KAM_MODEL_SCALE_H

#include "base/arena.h"
#include "base/decimal.h"
#include "model/populationrule.h"

enum kam_scale_kind {
    KAM_SCALE_BANDS,
    KAM_SCALE_LINEAR,
    KAM_SCALE_VALUES,
    KAM_SCALE_MINMAX, /* this and all below: among other rows */
    KAM_SCALE_PERCENTILE,
    KAM_SCALE_ZSCORE,
    KAM_SCALE_SHARE,
};

/* Which end of a scale among other rows is the better one. */
enum kam_direction {
    KAM_DIRECTION_UP,   /* more is better */
    KAM_DIRECTION_DOWN, /* less is: 100 - the points of UP */
};

struct kam_scale_step {
    struct kam_decimal from; /* BANDS, LINEAR */
    struct kam_text text;    /* VALUES; never "*" */
    double points;           /* 0 to 100 */
};

struct kam_scale {
    enum kam_scale_kind kind;
    const struct kam_scale_step *steps; /* in the order given; LINEAR has at least two */
    size_t step_count;
    bool has_other;      /* VALUES: there is a "*" */
    double other_points; /* and these are its points */
    /* of a scale among other rows */
    enum kam_direction direction;
    struct kam_population_rule population;
};

/* True if points by a scale of KIND depend on other rows. */
static inline bool kam_scale_is_relative(enum kam_scale_kind kind)
{
    return kind >= KAM_SCALE_MINMAX;
}

/*
 * Parse TEXT as the steps of a scale of KIND (BANDS, LINEAR or VALUES). Texts are copied into
 * ARENA. KAM_USAGE at PLACE.
 */
KAM_MUST_CHECK enum kam_status kam_scale_parse(struct kam_scale *scale, enum kam_scale_kind kind,
                                               struct kam_text text, const struct kam_place *place,
                                               struct kam_arena *arena, struct kam_error *error);

/* The scale that WORD names in `scale = WORD`. KAM_USAGE at PLACE. */
KAM_MUST_CHECK enum kam_status kam_scale_from_rows(struct kam_scale *scale, struct kam_text word,
                                                   const struct kam_place *place,
                                                   struct kam_error *error);

/* TEXT as points, 0 to 100. KAM_USAGE at PLACE. */
KAM_MUST_CHECK enum kam_status kam_scale_points(double *points, struct kam_text text,
                                                const struct kam_place *place,
                                                struct kam_error *error);

#endif
