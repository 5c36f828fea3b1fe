/*
 * amount: money as billing exports write it.
 *
 * Understood: 1234.5  -0.01  +5  1,234.50  (1,234.50)  1234.5-  $1,234.50  CNY 12  12元: digits
 * with thousands separators or without, around them one sign (+ or - before, - behind, or
 * parentheses for negative) and one of the currencies listed in amount.c, before or behind, in
 * any order (-￥5, ￥-5, (￥5), ￥(5)), with white space between these and around the whole.
 * A thousands separator has to stand where thousands stand (1,23 is an error, not 123 and not
 * 1.23; so is 0,123), and nothing is ever guessed. 1,234 is one thousand.
 */
#ifndef KAM_BASE_AMOUNT_H
#define KAM_BASE_AMOUNT_H

#include "decimal.h"

/*
 * An amount in the two forms the account record wants: exact, and as a whole number of 10^-4
 * ("minor units", KAM_MINOR_PLACES) where it is one and fits, which is nearly always.
 */
enum { KAM_MINOR_PLACES = 4 };

struct kam_amount {
    struct kam_decimal exact;
    int64_t minor; /* meaningful if is_minor */
    bool is_minor;
};

/* The amount that is exactly VALUE. */
struct kam_amount kam_amount_of(struct kam_decimal value);

static inline struct kam_decimal kam_decimal_of_minor(int64_t minor)
{
    return (struct kam_decimal){(kam_int128)minor * INT64_C(100000000000000)};
}

/*
 * Parse a cell. Plain digits with up to 18 significant digits take a fast path without 128-bit
 * division. An empty (or blank) cell is KAM_NUMBER_SYNTAX: the caller knows whether it may be.
 */
KAM_MUST_CHECK enum kam_number kam_amount_parse(struct kam_text text, struct kam_amount *amount);

#endif
