#include "base/binomial.h"

/* Against what was summed up such a term is nothing, and smaller than the smallest none counts. */
static const double negligible = 1e-18, smallest = 1e-300;

/* Sums of probabilities, all in proportion to that of the mode. */
struct sums {
    double all, tail;
};

static void add(struct sums *sums, double term, int in_tail)
{
    sums->all += term;
    sums->tail += in_tail ? term : 0;
}

/* The terms from K, whose own is 1, up to the last that counts, in the tail at least. */
static void add_upwards(struct sums *sums, uint64_t n, uint64_t k, uint64_t hits, double odds)
{
    double term = 1;

    while (term > (k < hits ? smallest : negligible * sums->tail)) {
        add(sums, term, k >= hits);
        term *= (double)(n - k) / (double)(k + 1) * odds;
        k++;
    }
}

/* Those below K. */
static void add_downwards(struct sums *sums, uint64_t n, uint64_t k, uint64_t hits, double odds)
{
    double term = 1;

    while (k > 0) {
        term *= (double)k / (double)(n - k + 1) / odds;
        k--;
        if (term <= negligible * sums->all)
            return;
        add(sums, term, k >= hits);
    }
}

/*
 * No factorials: each term follows from its neighbour, the most likely one is called 1, and what
 * that is worth comes out of all of them being 1 together.
 */
double kam_binomial_tail(uint64_t n, uint64_t hits, double p)
{
    struct sums sums = {0, 0};

    if (hits == 0 || (p >= 1 && hits <= n))
        return 1;
    if (hits > n || p <= 0)
        return 0;
    double likely = ((double)n + 1) * p;
    uint64_t mode = likely < (double)n ? (uint64_t)likely : n;
    add_upwards(&sums, n, mode, hits, p / (1 - p));
    add_downwards(&sums, n, mode, hits, p / (1 - p));
    return sums.tail / sums.all;
}
