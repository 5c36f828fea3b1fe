/*
 * previous: the snapshot before, and where each of its customers stood.
 *
 * Holds and their lengths live in snapshots alone (patience.h). One made before there was patience
 * will do: its tiers are equal and nothing is held; `held` may be missing. A customer in a tier
 * that the model hasn't any more has no standing: it counts as new. A prospect was no customer, and
 * nobody was it.
 *
 * Kept are account_id, members, revenue, the tiers and `held` of each row, account_name if it is
 * asked for, 16 bytes of what they say, and the index of ids (snapshot.h).
 */
#ifndef KAM_TIER_PREVIOUS_H
#define KAM_TIER_PREVIOUS_H

#include "tier/snapshot.h"
#include "tier/standing.h"

/* Zero-initialised there is none: all customers are new. */
struct kam_previous {
    struct kam_snapshot snapshot;
    size_t members;                /* column; KAM_NO_COLUMN: accounts were no groups */
    const struct kam_model *model; /* borrowed */
    char hash[KAM_MODEL_HASH_SIZE];
    int period; /* of the customers who are tiered now */
    struct kam_standings standings;
};

/* Whether the names of customers are kept, too: who tells of them wants these. */
enum kam_previous_kept { KAM_PREVIOUS_STANDINGS, KAM_PREVIOUS_NAMES };

/*
 * Read PATH ("-": standard input) for customers of PERIOD who are tiered by MODEL; both have to
 * outlive PREVIOUS, which stays where it is. KAM_DATA for what is no snapshot (see
 * kam_snapshot_read), one that isn't of an earlier period, and a `held` that is no number of
 * periods. A snapshot without rows is of no period. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_previous_read(struct kam_previous *previous, const char *path,
                                                 const struct kam_model *model, int period,
                                                 enum kam_previous_kept kept,
                                                 const struct kam_reader_options *options,
                                                 struct kam_error *error);

void kam_previous_free(struct kam_previous *previous);

/* What may be meant as it is, but not be known: things to warn about. */
enum kam_previous_doubt {
    KAM_PREVIOUS_GAP,   /* months are missing between the two periods */
    KAM_PREVIOUS_MODEL, /* another model decided the tiers */
    KAM_PREVIOUS_TIERS, /* customers stood in tiers that the model hasn't */
};
enum { KAM_PREVIOUS_DOUBTS = KAM_PREVIOUS_TIERS + 1 };

/* KAM_DATA, in words that a caller may take as a warning, if there is reason for DOUBT. */
KAM_MUST_CHECK enum kam_status kam_previous_check(const struct kam_previous *previous,
                                                  enum kam_previous_doubt doubt,
                                                  struct kam_error *error);

/* Where the customer in ROW stood; false if it is new, as of KAM_NONE. */
KAM_MUST_CHECK bool kam_previous_standing(const struct kam_previous *previous, uint32_t row,
                                          struct kam_standing *standing);

#endif
