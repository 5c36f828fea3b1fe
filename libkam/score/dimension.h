/*
 * dimension: a dimension of a model, bound to the columns of a table.
 */
#ifndef KAM_SCORE_DIMENSION_H
#define KAM_SCORE_DIMENSION_H

#include "account/prospect.h"
#include "model/binding.h"
#include "model/model.h"

struct kam_dimension {
    const struct kam_model_dimension *rule;
    size_t column;
    size_t lines;                       /* that tells prospects, or KAM_NO_COLUMN */
    const struct kam_binding *segments; /* rule->segment_count of them */
};

/* What a row comes to in a dimension. */
struct kam_dimension_result {
    double points; /* 0 to 100 */
    bool missing;  /* the cell is empty */
    bool skipped;  /* and so its weight doesn't count in this row */
};

/*
 * Find the columns that RULE looks at in TABLE, whose last month is PERIOD (or KAM_MONTH_NONE).
 * KAM_DATA where one is missing. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_bind(struct kam_dimension *dimension,
                                                  const struct kam_model_dimension *rule,
                                                  const struct kam_table *table, int period,
                                                  struct kam_arena *arena, struct kam_error *error);

/*
 * *SEGMENT: the first segment of the rule whose condition holds for ROW, or their number where none
 * does. KAM_DATA as of kam_binding_holds.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_find_segment(const struct kam_dimension *dimension,
                                                          const struct kam_table *table, size_t row,
                                                          size_t *segment, struct kam_error *error);

/* The scale of SEGMENT, which that has found. */
static inline const struct kam_scale *kam_dimension_scale(const struct kam_model_dimension *rule,
                                                          size_t segment)
{
    return segment < rule->segment_count ? &rule->segments[segment].scale : &rule->scale;
}

/*
 * The result of ROW: the first segment whose condition holds gives the scale, else the dimension's
 * own does. KAM_DATA as of kam_points_of and kam_binding_holds, and for an empty cell where that is
 * an error; a prospect, who can't have what comes of bills, is skipped then.
 */
KAM_MUST_CHECK enum kam_status kam_dimension_apply(const struct kam_dimension *dimension,
                                                   const struct kam_table *table, size_t row,
                                                   struct kam_dimension_result *result,
                                                   struct kam_error *error);

#endif
