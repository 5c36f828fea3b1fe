/*
 * storypopulation: how a number came to its points among those of other rows.
 */
#ifndef KAM_EXPLAIN_STORYPOPULATION_H
#define KAM_EXPLAIN_STORYPOPULATION_H

#include "explain/story.h"
#include "score/dimension.h"

enum { KAM_STORYPOPULATION_CLAUSES = 4 };

/*
 * What is said of ROW of TABLE and its number by the scale of SECTION of DIMENSION, one that
 * depends on other rows: "more than 83.2% of the others", "of 120 customers with industry bank",
 * "less is better". Returns how many CLAUSES there are.
 */
size_t kam_storypopulation(const struct kam_dimension *dimension, const struct kam_table *table,
                           size_t row, size_t section,
                           struct kam_text clauses[KAM_STORYPOPULATION_CLAUSES],
                           struct kam_story *story);

#endif
