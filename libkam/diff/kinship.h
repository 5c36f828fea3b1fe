/*
 * kinship: which rows of two snapshots are one customer, and what became of the others.
 *
 * Rows of one key are a pair. Of the rows left over on both sides, those that share most accounts
 * (roster.h) become pairs, the most shared first; of several that share as many, the two that
 * together have more revenue, then by their ids. So a customer whose id changed is found. A row
 * left over in OLD whose accounts are in new customers was merged into the one that has most of
 * them; one left over in NEW whose accounts were in old ones was split off the one that had most;
 * of several with as many, the one with more revenue, then the smaller id. Those have a pair
 * themselves. Prospects are nobody, except that they have the pair of their key.
 *
 * All of it is the same, mirrored, if OLD and NEW are swapped.
 */
#ifndef KAM_DIFF_KINSHIP_H
#define KAM_DIFF_KINSHIP_H

#include "diff/roster.h"

/* Which snapshot, where something is there for each of both. */
enum kam_side { KAM_SIDE_OLD, KAM_SIDE_NEW };

enum { KAM_SIDES = KAM_SIDE_NEW + 1 };

/* What a row has in the other snapshot. */
enum kam_tie {
    KAM_TIE_NONE,     /* nothing */
    KAM_TIE_KEY,      /* a pair, by the key */
    KAM_TIE_ACCOUNTS, /* a pair, by its accounts */
    KAM_TIE_PART,     /* merged into it, or split off it */
};

/* The rows of one snapshot. */
struct kam_kin {
    uint32_t *others;    /* the row of the other snapshot; KAM_NONE: none */
    unsigned char *ties; /* enum kam_tie; with KAM_REGROUPED an account that both snapshots have
                            came from or went to another customer than the pair */
};

enum { KAM_REGROUPED = 0x80 };

/* Zero-initialised it is empty. It takes 5 bytes a row of either. */
struct kam_kinship {
    struct kam_kin old, new;
};

static inline enum kam_tie kam_kin_tie(const struct kam_kin *kin, size_t row)
{
    return (enum kam_tie)(kin->ties[row] & ~KAM_REGROUPED);
}

static inline bool kam_kin_is_regrouped(const struct kam_kin *kin, size_t row)
{
    return kin->ties[row] & KAM_REGROUPED;
}

/* Pairs: of rows that have the same text in a column, which OLD's rows have one of each. */
struct kam_kinship_keys {
    const struct kam_row_index *new_index;
    size_t old_column;
};

/*
 * Find it for the snapshots of the rosters OLD and NEW, by THREADS threads. KAM_DATA where an
 * account that matters here, since not both rows of a pair have it, is in two customers of a
 * snapshot. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_kinship_find(struct kam_kinship *kinship,
                                                const struct kam_roster *old,
                                                const struct kam_roster *new,
                                                const struct kam_kinship_keys *keys,
                                                unsigned threads, struct kam_error *error);

void kam_kinship_free(struct kam_kinship *kinship);

#endif
