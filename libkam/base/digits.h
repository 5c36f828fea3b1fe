/*
 * digits: the value of a number that is read digit by digit.
 *
 * What digits look like, and what may stand around and between them, is the business of those
 * who read (decimal.c, amount.c); here is what the digits come to, and whether a decimal holds it.
 */
#ifndef KAM_BASE_DIGITS_H
#define KAM_BASE_DIGITS_H

#include "decimal.h"
#include "wide.h"

/* Zero-initialised it has seen nothing yet. */
struct kam_digits {
    kam_uint128 magnitude; /* the digits so far, but for zeros and excess after the 18th place */
    unsigned places;       /* how many of them stand after the point, at most 18 */
    bool any;              /* a digit was seen */
    bool point;            /* the decimal point was seen */
    bool too_large;        /* MAGNITUDE overflowed */
    bool too_fine;         /* a digit other than 0 after the 18th place */
};

/* The next digit, 0 to 9. */
void kam_digits_add(struct kam_digits *digits, unsigned digit);

/* The decimal point; false if there was one already. */
KAM_MUST_CHECK bool kam_digits_point(struct kam_digits *digits);

/* What was read, negated if NEGATIVE. KAM_NUMBER_SYNTAX if there was no digit. */
KAM_MUST_CHECK enum kam_number kam_digits_value(const struct kam_digits *digits, bool negative,
                                                struct kam_decimal *value);

/* 10^EXPONENT, for 0 to 19. */
extern const uint64_t kam_digits_powers[20];
static inline uint64_t kam_digits_power(unsigned exponent)
{
    return kam_digits_powers[exponent];
}

/* MAGNITUDE * FACTOR units, negated if NEGATIVE; false if a decimal doesn't hold that. */
KAM_MUST_CHECK bool kam_digits_scale(kam_uint128 magnitude, uint64_t factor, bool negative,
                                     struct kam_decimal *value);

#endif
