/*
 * weight: how much each dimension of a model counts.
 */
#ifndef KAM_SCORE_WEIGHT_H
#define KAM_SCORE_WEIGHT_H

#include "io/writer.h"
#include "model/model.h"
#include "score/pointtable.h"

/* The weights in force, one per dimension, and their sum, which isn't 0. Memory is an arena's. */
struct kam_weights {
    const struct kam_decimal *items;
    size_t count;
    struct kam_decimal sum;
};

/* The sum of all dimensions' weights. KAM_USAGE where it is too large. */
KAM_MUST_CHECK enum kam_status kam_weight_sum(const struct kam_model *model,
                                              struct kam_decimal *sum, struct kam_error *error);

/*
 * The weights of MODEL, which kam_score_check has accepted, for rows with POINTS (NULL: not known,
 * which will do for weights that aren't found from data). Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_weights_find(struct kam_weights *weights,
                                                const struct kam_model *model,
                                                const struct kam_pointtable *points,
                                                struct kam_arena *arena, struct kam_error *error);

/*
 * Write the table dimension,weight,share,source: share is the weight's part of SUM (not 0), six
 * places, half to even; source is "given" for a weight that the model states. Failures of writing
 * are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_weight_write(const struct kam_model *model,
                                                struct kam_decimal sum, struct kam_writer *writer,
                                                struct kam_error *error);

#endif
