/*
 * relative: a dimension with scales whose points depend on other rows.
 *
 * Its rows are gone through once for their numbers; then its populations are known, and then all
 * points. Each of its sections, the dimension's own after its segments, has such a scale or none;
 * sections that ask for the same have a population in common.
 */
#ifndef KAM_SCORE_RELATIVE_H
#define KAM_SCORE_RELATIVE_H

#include "model/model.h"
#include "score/pointtable.h"
#include "score/population.h"

struct kam_relative {
    const struct kam_model_dimension *rule;
    struct kam_numbers numbers; /* to be filled in by whoever goes through the rows */
    struct kam_population *populations;
    size_t population_count;
    struct kam_population **of_section; /* NULL: that scale doesn't depend on other rows */
};

/* Points that are known when the populations are. */
enum { KAM_POINTS_LATER = KAM_POINTS_NONE - 1 };

/* True where a scale of RULE depends on other rows. */
bool kam_relative_is_needed(const struct kam_model_dimension *rule);

/*
 * Get ready for the rows of TABLE. Memory is ARENA's, but for what is learned. KAM_DATA where a
 * column is missing. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_relative_init(struct kam_relative *relative,
                                                 const struct kam_model_dimension *rule,
                                                 const struct kam_table *table,
                                                 struct kam_arena *arena, struct kam_error *error);

void kam_relative_free(struct kam_relative *relative);

/*
 * The numbers are there: learn population NUMBER, and put what only its order tells, percentiles,
 * into dimension COLUMN of POINTS, where it was left for later. Several threads
 * may learn one each. KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_relative_learn(struct kam_relative *relative, size_t number,
                                                  struct kam_pointtable *points, size_t column,
                                                  struct kam_error *error);

/*
 * All populations are known: the points of ROW that are still left for later, in *POINTS. False
 * where a share is wanted and there is nothing positive.
 */
KAM_MUST_CHECK bool kam_relative_points(const struct kam_relative *relative, size_t row,
                                        int32_t *points);

/* The section whose scale ROW goes by. */
static inline size_t kam_relative_section(const struct kam_relative *relative, size_t row)
{
    return relative->numbers.segments ? relative->numbers.segments[row] : 0;
}

#endif
