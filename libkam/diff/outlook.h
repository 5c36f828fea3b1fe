/*
 * outlook: where a customer is heading, by the course of its figures.
 *
 * It rises or falls where both say so: its slope (trend.h) is more than 1 % a month of its usual
 * figure, which is the median of their sizes, and its order is no chance (mannkendall.h). So
 * neither a single bad month nor a slope within the noise makes a customer fall, and one whose
 * figures creep reliably by next to nothing is steady.
 */
#ifndef KAM_DIFF_OUTLOOK_H
#define KAM_DIFF_OUTLOOK_H

#include "diff/mannkendall.h"
#include "model/outlookword.h"

/* Fewer figures tell nothing. */
enum { KAM_OUTLOOK_LEAST = 3 };

/*
 * The outlook of POINTS[COUNT], whose slope is SLOPE (of two and more): rising, steady, falling, or
 * none. ROOM is for COUNT decimals.
 */
enum kam_outlook kam_outlook_of(const struct kam_point *points, size_t count,
                                struct kam_fraction slope, struct kam_decimal *room);

#endif
