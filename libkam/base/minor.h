/*
 * minor: decimals of at most four places in 64 bits, as whole numbers of 10^-4 ("minor units").
 * Nearly all amounts are; what is done to them costs a fraction of what 128 bits do.
 */
#ifndef KAM_BASE_MINOR_H
#define KAM_BASE_MINOR_H

#include "decimal.h"

enum { KAM_MINOR_PLACES = 4 };

#define KAM_MINOR_UNITS INT64_C(100000000000000) /* of 10^-18 in a minor one: 10^14 */

static inline struct kam_decimal kam_decimal_of_minor(int64_t minor)
{
    return (struct kam_decimal){(kam_int128)minor * KAM_MINOR_UNITS};
}

/*
 * The minor units that VALUE is; false, and *MINOR meaningless, if it has more places or is too
 * large. 10^14 is 2^14 * 5^14, and a multiplication by 5^14 is undone by one by its inverse modulo
 * 2^64; whether there was one to undo shows when the result is multiplied again.
 */
static inline bool kam_minor_of(struct kam_decimal value, int64_t *minor)
{
    const uint64_t inverse = UINT64_C(0x54186F653140A659); /* of 5^14 */
    uint64_t odd = (uint64_t)((kam_uint128)value.units >> 14);

    *minor = (int64_t)(odd * inverse);
    return kam_decimal_of_minor(*minor).units == value.units;
}

/* MINOR without its sign. */
static inline uint64_t kam_minor_size(int64_t minor)
{
    return minor < 0 ? -(uint64_t)minor : (uint64_t)minor;
}

/* As kam_decimal_format writes it. */
size_t kam_minor_format(int64_t minor, int min_places, char out[KAM_DECIMAL_SIZE]);

#endif
