/*
 * weightlist: the weights of a model side by side: those in force, and what each method would say.
 */
#ifndef KAM_SCORE_WEIGHTLIST_H
#define KAM_SCORE_WEIGHTLIST_H

#include "io/writer.h"
#include "score/weight.h"

/* What each method says, as shares that add up to 1. Memory is the arena's of kam_weightlist_make.
 */
struct kam_weightlist {
    const struct kam_model *model;
    struct kam_weights in_force;
    struct kam_weights columns[KAM_WEIGHTINGS]; /* items NULL: it says nothing */
    size_t rows;                                /* of the data that count; with points only */
    /* Why methods that aren't in force say nothing about data that there is. */
    struct kam_error notes[KAM_WEIGHTINGS];
    size_t note_count;
};

/*
 * The weights of MODEL, which kam_score_check has accepted, and of the data with POINTS (NULL:
 * there is none). KAM_USAGE and KAM_DATA as of kam_weights_find for those in force.
 */
KAM_MUST_CHECK enum kam_status kam_weightlist_make(struct kam_weightlist *list,
                                                   const struct kam_model *model,
                                                   const struct kam_pointtable *points,
                                                   struct kam_arena *arena,
                                                   struct kam_error *error);

/*
 * Write it as a table: kind,dimension,weight,share,given,ahp,entropy,critic. Rows of kind `weight`
 * have the dimensions, six places; of kind `check` what is known of a method's reliability, called
 * so under `dimension`; the one of kind `source` the method in force under `weight`, and whose
 * formula each is. Failures of writing are the output's, at commit.
 */
void kam_weightlist_write(const struct kam_weightlist *list, struct kam_writer *writer);

#endif
