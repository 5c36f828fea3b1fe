/*
 * listingread: the list of kam-diff --all, read back: a diff that the views of movements can be
 * made of again, without the snapshots that it came from.
 *
 * Movement i is that of row i of the table: its old_row and new_row are i, or KAM_NONE where the
 * customer isn't in that snapshot. Known are moves, causes, tiers, figures, what was transferred
 * (of a whole it is the sum over its parts, which the list names), and what traits the moves tell;
 * accounts, drivers and scores aren't: they are cells of the table.
 */
#ifndef KAM_DIFF_LISTINGREAD_H
#define KAM_DIFF_LISTINGREAD_H

#include "diff/diff.h"

/* Zero-initialised it is empty. */
struct kam_listing_read {
    struct kam_table table;
    const char *file; /* its name, for messages; borrowed */
    struct kam_diff diff;
    size_t account_id;
    /* KAM_NO_COLUMN where there is none */
    size_t account_name, cause, driver, detail, strategy;
    bool has_unmoved; /* somebody didn't move, or nobody there is: it is the list of --all */
};

/*
 * Read PATH, whose tiers are those of LADDER, which has to outlive LISTING; COLUMN, if not empty,
 * is kept beside those that are always. LISTING stays where it is. KAM_DATA for a table that is no
 * list of movements (it names the columns that it lacks), a move, cause or tier that there isn't, a
 * figure that is no number, a customer that stands there twice. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_listing_read(struct kam_listing_read *listing, const char *path,
                                                const struct kam_ladder *ladder,
                                                struct kam_text column,
                                                const struct kam_reader_options *options,
                                                struct kam_error *error);

/*
 * *PART: the diff of the rows ROWS[COUNT] alone. Its movements are to be freed by free(); all else
 * is borrowed from LISTING. KAM_NOMEM alone.
 */
KAM_MUST_CHECK enum kam_status kam_listing_part(struct kam_diff *part,
                                                const struct kam_listing_read *listing,
                                                const uint32_t *rows, size_t count,
                                                struct kam_error *error);

void kam_listing_read_free(struct kam_listing_read *listing);

#endif
