/*
 * size: how large the customers of a company are, following Pareto: the largest fifth brings
 * about four fifths of the revenue.
 */
#ifndef EXAMPLES_GEN_SIZE_H
#define EXAMPLES_GEN_SIZE_H

#include <stddef.h>
#include <stdint.h>

/* Monthly revenue in fen of the customer at RANK (0 is the largest) among COUNT. */
int64_t size_at(size_t rank, size_t count);

/* Position of RANK among COUNT from the top, in millionths. */
int size_position(size_t rank, size_t count);

/*
 * The ranks 0 .. COUNT-1 in an order that only SEED decides; to be freed by the caller. Out of
 * memory ends the program.
 */
uint32_t *size_shuffled_ranks(size_t count, uint64_t seed);

#endif
