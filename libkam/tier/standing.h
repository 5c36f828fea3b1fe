/*
 * standing: where the customers of a snapshot stand: its tiers and `held`, as patience goes by
 * them.
 *
 * Tiers are numbered, those of the model first, in its order. A customer in a tier that the model
 * hasn't any more has no standing. Nor has a prospect (account/prospect.h), who was no customer.
 */
#ifndef KAM_TIER_STANDING_H
#define KAM_TIER_STANDING_H

#include "account/prospect.h"
#include "base/map.h"
#include "table/table.h"
#include "tier/patience.h"

struct kam_standing_row;

/* Zero-initialised there are none. It takes 16 bytes a row. */
struct kam_standings {
    size_t model_tiers;            /* how many tiers the model has */
    struct kam_map tiers;          /* these, then others that customers stood in */
    struct kam_standing_row *rows; /* what each row says */
    size_t forgotten;              /* customers who stood in those others */
};

struct kam_standing_columns {
    size_t tier, computed, cut;
    size_t held; /* KAM_NO_COLUMN: a snapshot from before there was patience */
};

/* What an empty tier_computed or tier_cut is. */
enum kam_standing_gaps {
    KAM_GAPS_REFUSED, /* KAM_DATA */
    KAM_GAPS_ALLOWED, /* a tier that the model hasn't */
};

/*
 * Read those of TABLE, a model having the tiers NAMES. KAM_DATA for a `held` that is no number of
 * periods. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status
kam_standings_read(struct kam_standings *standings, const struct kam_table *table,
                   const struct kam_standing_columns *columns, const struct kam_text_list *names,
                   enum kam_standing_gaps gaps, struct kam_error *error);

void kam_standings_free(struct kam_standings *standings);

/* Where the customer in ROW stands; false where it has no standing. */
KAM_MUST_CHECK bool kam_standings_of(const struct kam_standings *standings, size_t row,
                                     struct kam_standing *standing);

#endif
