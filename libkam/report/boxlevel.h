/*
 * boxlevel: the axes of the grid and the boxes between their limits, in words.
 */
#ifndef KAM_REPORT_BOXLEVEL_H
#define KAM_REPORT_BOXLEVEL_H

#include "language/speech.h"
#include "model/model.h"

/* What the column of AXIS is called; of the points of a dimension of MODEL that one's name. */
struct kam_text kam_boxlevel_column(const struct kam_model *model, const struct kam_axis *axis,
                                    const struct kam_speech *speech);

/* The limit LIMIT on AXIS as people read it, in words that a table has and a picture has room for.
 */
struct kam_text kam_boxlevel_limit(const struct kam_axis *axis, struct kam_decimal limit,
                                   struct kam_speech *speech);

/*
 * What is LEVEL of LIMITS above the lowest on AXIS: "below 50,000", "50,000 to 200,000", "at least
 * 200,000"; nothing, if LIMITS is NULL, where they aren't known.
 */
struct kam_text kam_boxlevel_words(const struct kam_axis *axis, const struct kam_decimal *limits,
                                   size_t level, struct kam_speech *speech);

#endif
