/*
 * judgement: comparisons of dimensions in pairs, as the analytic hierarchy process (层次分析法)
 * asks for them (Saaty, A scaling method for priorities in hierarchical structures, 1977).
 *
 *     matrix = 1    4  3   7 /
 *              1/4  1  1/3 3 /
 *              1/3  3  1   5 /
 *              1/7 1/3 1/5 1
 *
 * Cell (i, j) says how many times as important dimension i is as dimension j, in the order of the
 * file. So the diagonal is 1, and what stands on its two sides is reciprocal.
 */
#ifndef KAM_MODEL_JUDGEMENT_H
#define KAM_MODEL_JUDGEMENT_H

#include "model/modelvalue.h"

/* As far as it is known how consistent chance would be (score/ahp.h). */
enum { KAM_JUDGEMENTS_MOST = 15 };

/*
 * Read MATRIX as comparisons of the NAMES: cell (i, j) of the result, a square of ARENA's, is
 * [i * names->count + j]. A cell is a number or a fraction of two. The cells above the diagonal
 * decide; those below have to be their reciprocals within 1 %, as decimals like 0.333 are, and are
 * replaced by them. KAM_USAGE at PLACE, naming row and column and what would be right.
 */
KAM_MUST_CHECK enum kam_status
kam_judgements_read(const double **judgements, const struct kam_matrix *matrix,
                    const struct kam_text_list *names, const struct kam_place *place,
                    struct kam_arena *arena, struct kam_error *error);

#endif
