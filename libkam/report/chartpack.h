/*
 * chartpack: circles in a rectangle, moved apart until none overlaps another, as far as there is
 * room, and never further than that takes.
 *
 * All is in whole numbers, so that it is the same on every machine.
 */
#ifndef KAM_REPORT_CHARTPACK_H
#define KAM_REPORT_CHARTPACK_H

#include <stddef.h>
#include <stdint.h>

/* In any unit in which coordinates are below 2^20; a radius is above 0. */
struct kam_circle {
    int64_t x, y, radius;
};

/* Move CIRCLES[COUNT] within WIDTH and HEIGHT; one larger than these is in their middle. */
void kam_chartpack(struct kam_circle *circles, size_t count, int64_t width, int64_t height);

#endif
