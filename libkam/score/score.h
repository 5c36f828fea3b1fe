/*
 * score: the points of every account in every dimension of a model, and what they come to.
 *
 * For each row and dimension, the first segment whose condition holds gives the scale, else the
 * dimension's own does; an empty cell is missing and goes as the dimension says (skip, zero,
 * error, so many points).
 *
 * A scale that depends on other rows takes them all, but for prospects: they are scored, and
 * nothing is learned from them.
 *
 * Points are rounded to the four places they are printed with, and everything else is computed from
 * these: weights that come from data, parts and scores (combine.h).
 */
#ifndef KAM_SCORE_SCORE_H
#define KAM_SCORE_SCORE_H

#include "score/judging.h"
#include "score/weight.h"
#include "table/view.h"

/*
 * The scores of a table. The columns to add to it are, for each dimension, points_NAME and
 * part_NAME (empty where it is skipped), then missing (the names of the dimensions whose cell is
 * empty, in the order of the model, joined by '|'), score and score_model (kam_model_hash_score).
 * A row takes 8 bytes for each dimension, 16 to 24 more where a scale depends on other rows, and 4.
 */
struct kam_scores {
    struct kam_view_added added; /* to a view of the table; item i is row i */
    struct kam_judging judging;  /* the points, and how they came about */
    size_t dimension_count;
    int32_t *parts;                 /* dimension_count per row, in units of 10^-KAM_POINTS_PLACES */
    int32_t *totals;                /* per row: the score, likewise */
    struct kam_weights weights;     /* in force */
    struct kam_text *missing;       /* per dimension: its name as it stands in a set */
    char hash[KAM_MODEL_HASH_SIZE]; /* score_model */
    struct kam_arena arena;
};

/*
 * Whether MODEL can score at all. KAM_USAGE where it has no dimension or the weights add up to
 * too much.
 */
KAM_MUST_CHECK enum kam_status kam_score_check(const struct kam_model *model,
                                               struct kam_error *error);

/*
 * Score all rows of TABLE by MODEL, which kam_score_check has accepted, in THREADS threads, into
 * SCORES, which the caller frees whatever the status. KAM_DATA as of kam_judging_make. TABLE and
 * MODEL have to outlive SCORES, which stays where it is.
 */
KAM_MUST_CHECK enum kam_status kam_scores_make(struct kam_scores *scores,
                                               const struct kam_model *model,
                                               const struct kam_table *table, unsigned threads,
                                               struct kam_error *error);

void kam_scores_free(struct kam_scores *scores);

/*
 * The weights that MODEL gives to TABLE, which kam-score has scored: where they come from the data,
 * they are found again from its points_* columns. KAM_DATA as of kam_pointtable_read and
 * kam_weights_find. Memory is ARENA's.
 */
KAM_MUST_CHECK enum kam_status kam_score_weights(struct kam_weights *weights,
                                                 const struct kam_table *table,
                                                 const struct kam_model *model,
                                                 struct kam_arena *arena, struct kam_error *error);

/*
 * Whether the scores in TABLE are those of MODEL, as far as a column score_model tells: KAM_DATA,
 * at the first row where it says otherwise. A caller may take that as a warning.
 */
KAM_MUST_CHECK enum kam_status kam_score_check_origin(const struct kam_table *table,
                                                      const struct kam_model *model,
                                                      struct kam_error *error);

#endif
