/*
 * scaleword: the words by which people grade a contact, in English and Chinese.
 *
 *     attitude    strong-positive positive neutral negative strong-negative
 *                 强正向 正向 中性 负向 强负向
 *     depth       none shallow medium deep
 *                 无 浅 中 深
 *     importance  normal position network both
 *                 一般 职位 人脉 两者
 *
 * and a few others that mean the same. Case, width, spaces, `-`, `_` and `/` don't matter.
 */
#ifndef KAM_CONTACT_SCALEWORD_H
#define KAM_CONTACT_SCALEWORD_H

#include "base/text.h"

enum kam_grade { KAM_GRADE_ATTITUDE, KAM_GRADE_DEPTH, KAM_GRADE_IMPORTANCE };

/* Steps, the lowest 0, to the best attitude and the greatest depth; importance is what it is. */
enum {
    KAM_ATTITUDE_BEST = 4,
    KAM_DEPTH_NONE = 0,
    KAM_DEPTH_MOST = 3,
    KAM_IMPORTANCE_NORMAL = 1,
    KAM_IMPORTANCE_MOST = 3,
};

/*
 * The step of GRADE that TEXT says, in *STEP. KAM_DATA at PLACE for any other word, naming those
 * there are and the nearest.
 */
KAM_MUST_CHECK enum kam_status kam_scaleword_read(enum kam_grade grade, struct kam_text text,
                                                  const struct kam_place *place, unsigned *step,
                                                  struct kam_error *error);

#endif
