/*
 * random: the same pseudo-random numbers on every machine, for property tests (xorshift64*,
 * Vigna 2016).
 */
#ifndef KAM_TESTS_RANDOM_H
#define KAM_TESTS_RANDOM_H

#include <stdint.h>

static inline uint64_t random_bits(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545F4914F6CDD1D);
}

/* 0 to LIMIT - 1. */
static inline unsigned random_below(uint64_t *state, unsigned limit)
{
    return (unsigned)((random_bits(state) >> 32) % limit);
}

#endif
