/*
 * population: what the numbers of many rows tell, for points that depend on other rows.
 *
 * It is learned from all rows that belong to it, and doesn't depend on their order: sums are exact
 * (moments.h), and numbers are sorted as exact decimals. A population `per COLUMN` falls into
 * groups, which know nothing of each other; any other is one group.
 */
#ifndef KAM_SCORE_POPULATION_H
#define KAM_SCORE_POPULATION_H

#include "model/scale.h"
#include "score/moments.h"
#include "score/peers.h"

/* The numbers of a dimension, by row, and more that says which rows belong to what. */
struct kam_numbers {
    struct kam_decimal *values; /* KAM_NO_NUMBER: there is none */
    uint32_t *segments;         /* whose scale it goes by; NULL: that is 0 for all */
    const bool *outside;        /* nothing is learned from it; NULL: from all */
    size_t count;
};

/* What is known of a group. Of rows that were left out nothing is. */
struct kam_population_group {
    size_t count;
    struct kam_decimal least, most;
    struct kam_moments moments; /* ZSCORE: of all; SHARE: of the positive ones */
    size_t begin;               /* PERCENTILE: its first in the order; COUNT follow */
};

/* Zero-initialised, with what is to be learned said, it knows nothing yet. */
struct kam_population {
    /* what is to be learned */
    enum kam_scale_kind kind;               /* for which scale */
    const struct kam_population_rule *rule; /* of which rows; borrowed */
    size_t segment;                         /* for KAM_POPULATION_SEGMENT */
    size_t column;                          /* for KAM_POPULATION_PER */
    struct kam_peers peers;                 /* the groups */
    /* what was learned */
    struct kam_population_group *groups; /* kam_peers_count of them */
    uint32_t *order;                     /* PERCENTILE: rows by group, then by number */
};

/*
 * Learn from those of NUMBERS that belong to POPULATION. False when memory ran out. The caller
 * frees POPULATION whatever it was.
 */
KAM_MUST_CHECK bool kam_population_learn(struct kam_population *population,
                                         const struct kam_numbers *numbers);

void kam_population_free(struct kam_population *population);

/* The group that ROW is in, or, where nothing is learned from it, is compared with. */
static inline const struct kam_population_group *
kam_population_group_of(const struct kam_population *population, size_t row)
{
    return &population->groups[kam_peers_of(&population->peers, row)];
}

/* Of a group: how many have a smaller number than some value, and how many have that number. */
struct kam_population_rank {
    size_t smaller, equal;
};

/* That of VALUE in GROUP of a population for PERCENTILE. */
struct kam_population_rank kam_population_rank(const struct kam_population *population,
                                               const struct kam_population_group *group,
                                               const struct kam_numbers *numbers,
                                               struct kam_decimal value);

#endif
