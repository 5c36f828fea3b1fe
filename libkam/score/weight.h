/*
 * weight: how much each dimension of a model counts.
 *
 * Weights are given, or found by a method of [weights]: from comparisons (ahp.h), or from the
 * points of all rows (entropy.h, critic.h). Those that are found are rounded to six decimal places
 * so that they add up exactly (by largest remainders), and are used as they are printed: given in
 * a model they have the same effect.
 */
#ifndef KAM_SCORE_WEIGHT_H
#define KAM_SCORE_WEIGHT_H

#include "model/model.h"
#include "score/pointtable.h"

enum { KAM_WEIGHT_PLACES = 6 };

/* The weights in force, one per dimension, and their sum, which isn't 0. Memory is an arena's. */
struct kam_weights {
    const struct kam_decimal *items;
    size_t count;
    struct kam_decimal sum;
};

/* "given", "ahp", ...: the word of a model. */
const char *kam_weighting_name(enum kam_weighting method);

/* Whether METHOD finds weights from points. */
static inline bool kam_weighting_needs_points(enum kam_weighting method)
{
    return method == KAM_WEIGHTS_ENTROPY || method == KAM_WEIGHTS_CRITIC;
}

/*
 * The weights of MODEL, which kam_score_check has accepted, for rows with POINTS (NULL: not known,
 * which will do for weights that aren't found from them, and is KAM_USAGE for others). KAM_DATA
 * where the method can't find any: the message names the dimension's line. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_weights_find(struct kam_weights *weights,
                                                const struct kam_model *model,
                                                const struct kam_pointtable *points,
                                                struct kam_arena *arena, struct kam_error *error);

/*
 * The same by METHOD, whichever is in force; what is found adds up to TOTAL, at most 10^9 and of
 * six decimal places. METHOD isn't ahp where the model has no comparisons.
 */
KAM_MUST_CHECK enum kam_status
kam_weights_find_by(struct kam_weights *weights, enum kam_weighting method,
                    struct kam_decimal total, const struct kam_model *model,
                    const struct kam_pointtable *points, struct kam_arena *arena,
                    struct kam_error *error);

/*
 * Whether comparisons that are in force are consistent enough: KAM_DATA, which a caller may take as
 * a warning, where their consistency ratio is above KAM_AHP_TOLERABLE.
 */
KAM_MUST_CHECK enum kam_status kam_weights_check_consistency(const struct kam_model *model,
                                                             struct kam_error *error);

#endif
