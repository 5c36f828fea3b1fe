/*
 * dice: random numbers that are the same on every machine.
 *
 * splitmix64 (Steele, Lea, Flood 2014), integers only. A die is cheap, so every account and month
 * throws its own: what one account does never depends on how many others there are.
 */
#ifndef EXAMPLES_GEN_DICE_H
#define EXAMPLES_GEN_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

static inline uint64_t dice_roll(struct dice *dice)
{
    uint64_t z = dice->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* The die of one ROW and COLUMN under SEED. */
static inline struct dice dice_of(uint64_t seed, uint64_t row, uint64_t column)
{
    struct dice dice = {seed};
    dice.state = dice_roll(&dice) ^ row;
    dice.state = dice_roll(&dice) ^ column;
    return dice;
}

/* 0 .. BOUND-1; BOUND from 1 to 2^32. */
static inline uint32_t dice_below(struct dice *dice, uint64_t bound)
{
    return (uint32_t)(((dice_roll(dice) >> 32) * bound) >> 32);
}

/* LOW .. HIGH, both included. */
static inline int dice_between(struct dice *dice, int low, int high)
{
    return low + (int)dice_below(dice, (uint64_t)(high - low) + 1);
}

/* True in MILLE of 1000 throws. */
static inline bool dice_hit(struct dice *dice, unsigned mille)
{
    return dice_below(dice, 1000) < mille;
}

#endif
