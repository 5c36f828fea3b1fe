/*
 * listingread: the list of kam-diff --all, read back: a diff that the views of movements can be
 * made of again, without the snapshots that it came from.
 *
 * Movement i is that of row i of the table: its old_row and new_row are i, or KAM_NONE where the
 * customer isn't in that snapshot (a tier is empty then). Known are moves, causes, tiers, figures,
 * what was transferred (listingparts.h), and what traits the moves and lost_in tell; accounts,
 * drivers and scores aren't: they are cells of the table. So bridge and matrix of the list are
 * those of the snapshots, to the last digit.
 *
 * Whether there may be customers of a kind is told by columns: merged and split ones by `into`,
 * silent ones by `lost_in`, which tells the same of returned ones. Two kinds are there only if
 * somebody is one: won, and returned where only --seen knows of some.
 */
#ifndef KAM_DIFF_LISTINGREAD_H
#define KAM_DIFF_LISTINGREAD_H

#include "diff/diff.h"

/* Zero-initialised it is empty. */
struct kam_listing_read {
    struct kam_table table;
    const char *file;       /* its name, for messages; borrowed */
    struct kam_text column; /* that is kept, too; borrowed */
    struct kam_diff diff;
    struct kam_row_index index; /* of account_id */
    /* columns that are always there */
    size_t account_id, move, tier_from, tier_to, revenue_from, revenue_to, revenue_delta;
    /* KAM_NO_COLUMN where there is none; the first three are there together, or not at all */
    size_t revenue_transferred, into, from, lost_in;
    size_t account_name, cause, driver, detail, strategy;
    bool has_unmoved; /* somebody didn't move, or nobody there is: it is the list of --all */
};

/*
 * Read PATH, whose tiers are those of LADDER, which has to outlive LISTING; COLUMN, if not empty,
 * is kept beside those that are always. LISTING stays where it is. KAM_DATA for a table that is no
 * list of movements (it names the columns that it lacks), a move, cause or tier that there isn't,
 * tiers that don't go with their move, a figure that is no number, a difference that isn't that of
 * its figures, a customer that stands there twice, parts of customers that don't come to what was
 * transferred. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_listing_read(struct kam_listing_read *listing, const char *path,
                                                const struct kam_ladder *ladder,
                                                struct kam_text column,
                                                const struct kam_reader_options *options,
                                                struct kam_error *error);

/*
 * *PART: the diff of the rows ROWS[COUNT] alone. Its movements are to be freed by free(); all else
 * is borrowed from LISTING. A customer that took others in is whole in it, wherever these are, so
 * that the steps of its bridge add up, too. KAM_NOMEM alone.
 */
KAM_MUST_CHECK enum kam_status kam_listing_part(struct kam_diff *part,
                                                const struct kam_listing_read *listing,
                                                const uint32_t *rows, size_t count,
                                                struct kam_error *error);

void kam_listing_read_free(struct kam_listing_read *listing);

#endif
