/*
 * setchange: what came into a set of texts and what went out of it, in words.
 *
 * "service cloud gone", "accounts 0007, 0008, 0009 and 4 more joined": at most three are named.
 */
#ifndef KAM_DIFF_SETCHANGE_H
#define KAM_DIFF_SETCHANGE_H

#include "diff/diff.h"

/* What is said of the texts: the noun, and what became of them. */
struct kam_setchange_words {
    const char *one, *several; /* "service", "services" */
    const char *out, *in;      /* "gone", "new" */
};

/*
 * Append to TEXT how the set in the cell TO differs from that in FROM (account/settext.h), behind
 * "; " where something stands there already. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_setchange_add_cells(struct kam_text from, struct kam_text to,
                                            const struct kam_setchange_words *words,
                                            struct kam_buffer *text);

/* The same for the accounts of MOVEMENT's customer, which both snapshots have to know. */
KAM_MUST_CHECK bool kam_setchange_add_accounts(const struct kam_diff *diff,
                                               const struct kam_movement *movement,
                                               const struct kam_setchange_words *words,
                                               struct kam_buffer *text);

#endif
