/*
 * retier: the tiers that customers would have under other weights, or other limits of the cut.
 *
 * A variation is a run of its own: the scores of all rows are made anew from their points, to the
 * last place what kam-score --weight would write, and the table with these is ranked, cut and held
 * as kam-tier would do it, with the same snapshot before. So rules that look at scores, ranks and
 * shares, ties and patience all have their say.
 */
#ifndef KAM_WHATIF_RETIER_H
#define KAM_WHATIF_RETIER_H

#include "score/combine.h"
#include "score/weight.h"
#include "tier/tier.h"

/* What all variations start from. It takes 4 bytes for each dimension of a row. */
struct kam_whatif {
    const struct kam_tiering *tiering; /* as things are; borrowed, with its table */
    const struct kam_model *model;     /* borrowed */
    unsigned threads;
    bool is_scored; /* the table has scores, and what is below is known */
    struct kam_pointtable points;
    struct kam_peers peers;
    struct kam_weights weights; /* in force */
    struct kam_text *names;     /* part_* and score: the columns that weights change */
    struct kam_arena arena;
};

/*
 * Start from TIERING under MODEL. KAM_DATA where the table's scores aren't those that its points
 * and the weights of MODEL come to. To be freed whatever the status; it stays where it is.
 */
KAM_MUST_CHECK enum kam_status kam_whatif_init(struct kam_whatif *whatif,
                                               const struct kam_tiering *tiering,
                                               const struct kam_model *model, unsigned threads,
                                               struct kam_error *error);

void kam_whatif_free(struct kam_whatif *whatif);

/* Per row of the table, its tier under WEIGHTS, one per dimension, in TIERS. It has to be scored.
 */
KAM_MUST_CHECK enum kam_status kam_whatif_reweigh(const struct kam_whatif *whatif,
                                                  const struct kam_decimal *weights,
                                                  uint32_t *tiers, struct kam_error *error);

/* The same under LIMITS, as many as the cut has and in its order. */
KAM_MUST_CHECK enum kam_status kam_whatif_recut(const struct kam_whatif *whatif,
                                                const struct kam_decimal *limits, uint32_t *tiers,
                                                struct kam_error *error);

#endif
