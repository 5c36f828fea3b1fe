/*
 * binomial: whether something happened more often than chance has it.
 */
#ifndef KAM_BASE_BINOMIAL_H
#define KAM_BASE_BINOMIAL_H

#include <stdint.h>

/*
 * The probability that of N independent trials, each of which succeeds with probability P (0 to 1),
 * HITS or more succeed: the upper tail of the binomial distribution B(N, P). Exact to about ten
 * digits, also where it is tiny (0 below 1e-300); takes time in proportion to the standard
 * deviation.
 */
double kam_binomial_tail(uint64_t n, uint64_t hits, double p);

#endif
