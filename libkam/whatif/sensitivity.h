/*
 * sensitivity: how much the tiers depend on each weight, and on each limit of the cut.
 *
 * Each is changed by itself, once down and once up, by the same part of itself, and the tiers are
 * made anew (retier.h). The list has a row for each change:
 *
 * kind       weight, cut
 * name       the dimension, or the tier whose lower limit it is
 * change     the part of itself that it was to change by: -0.1000 for 10 % less
 * to         what it became: the weight; the limit as 0.05 for 5%
 * customers  how many are in another tier then
 * up, down   how many of them in a higher, and in a lower one
 * revenue    theirs
 *
 * Limits stay in order: one that would pass its neighbour becomes equal to it, and none is above
 * 100 %. Numbers of customers are whole, and change by 1 at least.
 */
#ifndef KAM_WHATIF_SENSITIVITY_H
#define KAM_WHATIF_SENSITIVITY_H

#include "io/writer.h"
#include "whatif/retier.h"

struct kam_sensitivity_row;

/* Zero-initialised it is empty. */
struct kam_sensitivity {
    const struct kam_whatif *whatif; /* borrowed */
    struct kam_sensitivity_row *rows;
    size_t count;
    struct kam_arena arena;
};

/* Change everything by STEP, which is above 0 and below 1. To be freed whatever the status. */
KAM_MUST_CHECK enum kam_status kam_sensitivity_make(struct kam_sensitivity *sensitivity,
                                                    const struct kam_whatif *whatif,
                                                    struct kam_decimal step,
                                                    struct kam_error *error);

/* Write the list. Failures of writing are the output's, at commit. */
void kam_sensitivity_write(const struct kam_sensitivity *sensitivity, struct kam_writer *writer);

void kam_sensitivity_free(struct kam_sensitivity *sensitivity);

#endif
