/*
 * decimals: numbers for tests, written out or of any size, and what they have to be.
 */
#ifndef KAM_TESTS_DECIMALS_H
#define KAM_TESTS_DECIMALS_H

#include "base/decimal.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const kam_int128 one = (kam_int128)1000000000000000000;

/* The end of the range, in units and written out. */
static const kam_int128 largest = (kam_int128)((~(unsigned __int128)0) >> 1);
#define LARGEST "170141183460469231731.687303715884105727"

static inline void assert_units(struct kam_decimal a, kam_int128 units)
{
    if (a.units != units) {
        char got[KAM_DECIMAL_SIZE], wanted[KAM_DECIMAL_SIZE];
        kam_decimal_format(a, 18, got);
        kam_decimal_format((struct kam_decimal){units}, 18, wanted);
        fail_msg("%s instead of %s", got, wanted);
    }
}

/* The number that TEXT is. */
static inline struct kam_decimal decimal(const char *text)
{
    struct kam_decimal value = {-77};
    if (kam_decimal_parse(kam_text_of(text), &value) != KAM_NUMBER_OK)
        fail_msg("'%s' was not understood", text);
    return value;
}

/* Of any size, with ends that make halves, zeros and carries likely. */
static inline struct kam_decimal awkward(uint64_t *state)
{
    kam_int128 units = 0;
    unsigned length = random_below(state, 39), tail = random_below(state, 39);
    unsigned style = random_below(state, 4);

    for (unsigned i = 0; i < length; i++) {
        static const unsigned char tails[] = {0, 9, 0, 0};
        unsigned digit = i >= tail ? tails[style] : random_below(state, 10);
        if (i == tail && style == 2)
            digit = 5;
        if (units <= (largest - 9) / 10)
            units = units * 10 + (int)digit;
    }
    if (random_below(state, 50) == 0)
        units = largest - (int)random_below(state, 3);
    return (struct kam_decimal){random_below(state, 2) ? -units : units};
}

#endif
