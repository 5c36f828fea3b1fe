/*
 * apportion: round the parts of a sum so that, as printed, they still add up to it.
 */
#ifndef KAM_SCORE_APPORTION_H
#define KAM_SCORE_APPORTION_H

#include <stddef.h>
#include <stdint.h>

enum { KAM_PART_PLACES = 4 };

/* A part before and after. */
struct kam_share {
    double exact;    /* at least 0, and below 1e14 */
    int64_t rounded; /* in units of 10^-KAM_PART_PLACES, less than one of them away */
    double lost;     /* kam_apportion's: what it has lost by then */
};

/*
 * The sum of the exact parts, added in their order and rounded to KAM_PART_PLACES, is the result,
 * in units as well; the rounded parts add up to exactly that. Each part is rounded down, and what
 * is missing then goes by single units to the parts that lost most, of equal ones to the earlier
 * (the largest remainder method, as seats are apportioned to parties: Hamilton 1792).
 */
int64_t kam_apportion(struct kam_share *parts, size_t count);

/* The same for SUM, in units, which is the sum of the exact parts up to the rounding of it. */
void kam_apportion_to(struct kam_share *parts, size_t count, int64_t sum);

#endif
