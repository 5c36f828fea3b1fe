/*
 * decimal: exact money. A value is a whole number of 10^-18 units in 128 bits, so sums, order and
 * equality are those of integers, and nothing is ever rounded unless a function says so.
 * Range: about +-170,141,183,460,469,231,731 (1.7e20).
 */
#ifndef KAM_BASE_DECIMAL_H
#define KAM_BASE_DECIMAL_H

#include "text.h"

__extension__ typedef __int128 kam_int128;
__extension__ typedef unsigned __int128 kam_uint128;

enum { KAM_DECIMAL_PLACES = 18 };

struct kam_decimal {
    kam_int128 units; /* of 10^-18; any value but the smallest of the type */
};

/* Why text is no number, or why a result can't be had exactly. */
enum kam_number {
    KAM_NUMBER_OK,
    KAM_NUMBER_SYNTAX, /* not a number */
    KAM_NUMBER_PLACES, /* more decimal places than 18 (that are not zeros) */
    KAM_NUMBER_RANGE,  /* too large for 128 bits; for a division: the divisor is 0 */
    /* Only in cells of exports (amount.h): */
    KAM_NUMBER_UNCLEAR,  /* 1.150 while the column's decimal sign is undecided */
    KAM_NUMBER_SIGN,     /* the other decimal sign than the column's */
    KAM_NUMBER_LOST,     /* 1.23E+11: the digits are gone */
    KAM_NUMBER_NEGATIVE, /* -(5): negative twice */
    KAM_NUMBER_UNIT,     /* 12.3万 in a column that has a unit */
    KAM_NUMBER_CURRENCY, /* $5元: two currencies */
};

/* "not a number", "more than 18 decimal places", ...: goes before ": 'CELL'". */
KAM_API const char *kam_number_reason(enum kam_number outcome);

#define KAM_DECIMAL_ZERO ((struct kam_decimal){0})

/* Where a decimal may be missing, this stands for none: no decimal has these units. */
#define KAM_NO_NUMBER ((struct kam_decimal){(kam_int128)((kam_uint128)1 << 127)})

static inline bool kam_is_number(struct kam_decimal value)
{
    return value.units != KAM_NO_NUMBER.units;
}

KAM_API struct kam_decimal kam_decimal_of(int64_t whole);

/*
 * Parse plain TEXT: an optional sign, digits with at most one '.', at least one digit; nothing
 * else, no white space. This is the form of every number kam writes.
 */
KAM_API KAM_MUST_CHECK enum kam_number kam_decimal_parse(struct kam_text text,
                                                         struct kam_decimal *value);

static inline int kam_decimal_compare(struct kam_decimal a, struct kam_decimal b)
{
    return (a.units > b.units) - (a.units < b.units);
}

static inline int kam_decimal_sign(struct kam_decimal a)
{
    return (a.units > 0) - (a.units < 0);
}

/* The units of A without their sign. */
static inline kam_uint128 kam_decimal_magnitude(struct kam_decimal a)
{
    return a.units < 0 ? -(kam_uint128)a.units : (kam_uint128)a.units;
}

KAM_API struct kam_decimal kam_decimal_negate(struct kam_decimal a);

/* *SUM += ADDEND. False, and *SUM unchanged, when the result is out of range. */
KAM_API KAM_MUST_CHECK bool kam_decimal_add(struct kam_decimal *sum, struct kam_decimal addend);

/* *DIFFERENCE -= SUBTRAHEND, likewise. */
KAM_API KAM_MUST_CHECK bool kam_decimal_subtract(struct kam_decimal *difference,
                                                 struct kam_decimal subtrahend);

/*
 * A * B, computed in 256 bits. PLACES < 0: exact, KAM_NUMBER_PLACES if 18 places don't hold it;
 * PLACES 0..18: rounded half to even to so many places.
 */
KAM_API KAM_MUST_CHECK enum kam_number kam_decimal_multiply(struct kam_decimal a,
                                                            struct kam_decimal b, int places,
                                                            struct kam_decimal *product);

/* A / B rounded half to even to PLACES (0..18). KAM_NUMBER_RANGE if B is 0 or it doesn't fit. */
KAM_API KAM_MUST_CHECK enum kam_number kam_decimal_divide(struct kam_decimal a,
                                                          struct kam_decimal b, int places,
                                                          struct kam_decimal *quotient);

/*
 * A rounded half to even to PLACES (0..18). KAM_NUMBER_RANGE where that doesn't fit, which only
 * the very largest numbers can meet.
 */
KAM_API KAM_MUST_CHECK enum kam_number kam_decimal_round(struct kam_decimal a, int places,
                                                         struct kam_decimal *rounded);

/* Sign of A*B - C*D, exactly (256 bits): how shares are compared without dividing. */
KAM_API int kam_decimal_compare_products(struct kam_decimal a, struct kam_decimal b,
                                         struct kam_decimal c, struct kam_decimal d);

/* The nearest double, the same on every machine with IEEE 754 arithmetic. */
KAM_API double kam_decimal_to_double(struct kam_decimal a);

/* Longest text kam_decimal_format writes, with its NUL. */
enum { KAM_DECIMAL_SIZE = 48 };

/*
 * Write A into OUT: sign, digits, '.', as many places as it needs and at least MIN_PLACES
 * (0..18; no '.' where that comes to none). Always with a NUL; returns the length without it.
 */
KAM_API size_t kam_decimal_format(struct kam_decimal a, int min_places, char out[KAM_DECIMAL_SIZE]);

/*
 * VALUE, a finite double below 1e15 in size, with exactly PLACES (0..9) decimal places, correctly
 * rounded, in no locale. How points and scores are printed.
 */
KAM_API size_t kam_double_format(double value, int places, char out[KAM_DECIMAL_SIZE]);

#endif
