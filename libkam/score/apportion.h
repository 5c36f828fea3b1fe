/*
 * apportion: round the parts of a sum so that, as printed, they still add up to it.
 */
#ifndef KAM_SCORE_APPORTION_H
#define KAM_SCORE_APPORTION_H

#include "base/decimal.h"

enum { KAM_PART_PLACES = 4 };

/* A part before and after. */
struct kam_share {
    double exact;               /* at least 0 */
    struct kam_decimal rounded; /* to KAM_PART_PLACES, less than one unit of the last away */
};

/*
 * The sum of the exact parts, added in their order and rounded to KAM_PART_PLACES, goes to *SUM;
 * the rounded parts add up to exactly that. Each part is rounded down, and what is missing then
 * goes by single units to the parts that lost most, of equal ones to the earlier (the largest
 * remainder method, as seats are apportioned to parties: Hamilton 1792).
 */
void kam_apportion(struct kam_share *parts, size_t count, struct kam_decimal *sum);

#endif
