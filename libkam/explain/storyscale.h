/*
 * storyscale: how a cell came to its points.
 */
#ifndef KAM_EXPLAIN_STORYSCALE_H
#define KAM_EXPLAIN_STORYSCALE_H

#include "explain/story.h"
#include "score/dimension.h"

/*
 * What SEGMENT of DIMENSION makes of its cell in ROW of TABLE, which isn't empty: "the band from
 * 1,000,000 up, by the scale for industry=bank". Empty where a scale gives its points to the cell
 * as it is.
 */
struct kam_text kam_storyscale(const struct kam_dimension *dimension, const struct kam_table *table,
                               size_t row, size_t segment, struct kam_story *story);

#endif
