#include "size.h"
#include "dice.h"

#include <stdio.h>
#include <stdlib.h>

/* Monthly revenue in fen at a position from the top; straight lines in between. */
static const struct knot {
    int position;
    int64_t fen;
} knots[] = {
    {0, 38000000},    {300, 22000000},  {1000, 12000000}, {3000, 6500000},  {10000, 3200000},
    {30000, 1500000}, {50000, 1000000}, {100000, 580000}, {200000, 270000}, {350000, 118000},
    {500000, 64000},  {700000, 29000},  {850000, 14000},  {1000000, 3500},
};

int size_position(size_t rank, size_t count)
{
    return (int)((uint64_t)rank * 1000000 / count);
}

int64_t size_at(size_t rank, size_t count)
{
    int position = size_position(rank, count);
    size_t i = 1;
    while (knots[i].position < position)
        i++;
    const struct knot *left = &knots[i - 1];
    const struct knot *right = &knots[i];
    return left->fen - (left->fen - right->fen) * (position - left->position) /
                           (right->position - left->position);
}

uint32_t *size_shuffled_ranks(size_t count, uint64_t seed)
{
    uint32_t *ranks = malloc(count * sizeof *ranks);
    if (!ranks) {
        fprintf(stderr, "generate: out of memory\n");
        exit(3);
    }
    struct dice dice = dice_of(seed, 0, UINT64_MAX);
    for (size_t i = 0; i < count; i++) {
        size_t j = dice_below(&dice, i + 1);
        ranks[i] = ranks[j];
        ranks[j] = (uint32_t)i;
    }
    return ranks;
}
