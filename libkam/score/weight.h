/*
 * weight: how much each dimension of a model counts.
 */
#ifndef KAM_SCORE_WEIGHT_H
#define KAM_SCORE_WEIGHT_H

#include "io/writer.h"
#include "model/model.h"

/* The sum of all dimensions' weights. KAM_USAGE where it is too large. */
KAM_MUST_CHECK enum kam_status kam_weight_sum(const struct kam_model *model,
                                              struct kam_decimal *sum, struct kam_error *error);

/*
 * Write the table dimension,weight,share,source: share is the weight's part of SUM (not 0), six
 * places, half to even; source is "given" for a weight that the model states. Failures of writing
 * are the output's, at commit.
 */
KAM_MUST_CHECK enum kam_status kam_weight_write(const struct kam_model *model,
                                                struct kam_decimal sum, struct kam_writer *writer,
                                                struct kam_error *error);

#endif
