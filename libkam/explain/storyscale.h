/*
 * storyscale: how a cell came to its points.
 */
#ifndef KAM_EXPLAIN_STORYSCALE_H
#define KAM_EXPLAIN_STORYSCALE_H

#include "explain/storyvalue.h"
#include "model/model.h"

/*
 * What SEGMENT of RULE (score/dimension.h) makes of CELL, which isn't empty: "the band from
 * 1,000,000 up, by the scale for industry=bank". Empty where a scale gives its points to the cell
 * as it is.
 */
struct kam_text kam_storyscale(const struct kam_model_dimension *rule, size_t segment,
                               struct kam_text cell, struct kam_story *story);

#endif
