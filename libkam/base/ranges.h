/*
 * ranges: the numbers from 0 on, such as those of rows, worked on in ranges by several threads.
 *
 * What comes out doesn't depend on the number of threads, as long as the work on different numbers
 * may be in any order.
 */
#ifndef KAM_BASE_RANGES_H
#define KAM_BASE_RANGES_H

#include "base/pipeline.h"

/* What is done with all of them. */
struct kam_ranges {
    /*
     * Work on the numbers FROM to before TO. At no time do two threads have the same SLOT, which is
     * less than KAM_RANGES_SLOTS: what a thread needs for itself may lie in an array.
     */
    enum kam_status (*work)(void *context, size_t slot, size_t from, size_t to,
                            struct kam_error *error);
    void *context;
    size_t count;     /* of the numbers */
    unsigned threads; /* at most KAM_RANGES_SLOTS */
    size_t at_once;   /* so many make a range; 0: as many as suit rows */
};

enum { KAM_RANGES_SLOTS = KAM_PIPELINE_MOST_THREADS };

/* How many slots there are: what makes a single range isn't worth a second thread. */
size_t kam_ranges_slots(const struct kam_ranges *ranges);

/* Do it. Fails as the lowest of the ranges that fail does. */
KAM_MUST_CHECK enum kam_status kam_ranges_run(const struct kam_ranges *ranges,
                                              struct kam_error *error);

#endif
