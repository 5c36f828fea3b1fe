/*
 * scoreweights: the weights of kam-score, on their own and before they are used.
 */
#ifndef KAM_SCOREWEIGHTS_H
#define KAM_SCOREWEIGHTS_H

#include "front.h"
#include "score/pointtable.h"

/* Where a weight comes from, as far as options say. */
enum kam_weight_option {
    KAM_WEIGHT_OF_MODEL,
    KAM_WEIGHT_OF_OPTION, /* --weight was given */
};

/*
 * KAM_USAGE where --weight is given, but MODEL finds its weights by a method; a warning where its
 * comparisons contradict each other.
 */
KAM_MUST_CHECK enum kam_status kam_scoreweights_check(struct kam_front *front,
                                                      const struct kam_model *model,
                                                      enum kam_weight_option option,
                                                      struct kam_error *error);

/* --weights: those of MODEL and of the data with POINTS; NULL: no data was named. */
KAM_MUST_CHECK enum kam_status kam_scoreweights_write(struct kam_front *front,
                                                      const struct kam_model *model,
                                                      const struct kam_pointtable *points,
                                                      struct kam_error *error);

#endif
