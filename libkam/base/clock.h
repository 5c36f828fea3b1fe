/*
 * clock: the time of day that may stand behind a date. It changes nothing about the month: no time
 * is converted from one zone to another; but what is no time makes the cell doubtful.
 */
#ifndef KAM_BASE_CLOCK_H
#define KAM_BASE_CLOCK_H

#include "text.h"

/*
 * True if REST is nothing, or behind a 'T' or a space: 3:45, 23:59:59 (a leap second is one),
 * 23:59:59.000, 3:45:00 PM, 下午 3:45:00, or 235959; each also with a zone: Z, UTC, GMT, +08:00,
 * +0800, +08, GMT+8.
 */
bool kam_clock_may_follow(struct kam_text rest);

/* True if DIGITS is 235959, with fractions and a zone or without. */
bool kam_clock_is_digits(struct kam_text digits);

#endif
