/*
 * spread: labels that would stand in each other's place, moved apart.
 */
#ifndef KAM_REPORT_SPREAD_H
#define KAM_REPORT_SPREAD_H

#include <stddef.h>

/*
 * Move PLACES[COUNT], which ascend, as little as it takes to have LEAST between each and the next,
 * and all from FIRST to LAST; what doesn't fit there goes beyond LAST.
 */
void kam_spread(double *places, size_t count, double least, double first, double last);

#endif
