/*
 * branches: every account of a members list with what its customer's tier means for it.
 *
 * A members list is what kam-merge-group --members-out writes. In its order, a row per account:
 *
 * account         the account
 * revenue, share  as the list has them; left out if it hasn't
 * customer        whose account it is
 * account_name    the customer's, if the table has names
 * tier            the customer's
 * desk            who serves the account, if that isn't who serves the customer: the desk of
 *                 [branch], where its condition holds for the account's line of the list and the
 *                 account isn't the customer's head; else empty
 * policy_KEY...   a column per key of [policy TIER]: what the model says for the customer's tier
 */
#ifndef KAM_TIER_BRANCHES_H
#define KAM_TIER_BRANCHES_H

#include "io/writer.h"
#include "tier/tier.h"

/* Zero-initialised it is empty. It takes 5 bytes an account of the list. */
struct kam_branches {
    const struct kam_table *list; /* borrowed, as the next three are */
    const struct kam_table *table;
    const struct kam_tiering *tiering;
    const struct kam_model *model;
    /* of the list; KAM_NO_COLUMN: it has none */
    size_t account, customer, revenue, share;
    size_t id, name;       /* of the table, likewise */
    uint32_t *customers;   /* per account: the row of its customer in the table */
    bool *has_desk;        /* per account */
    size_t unlisted;       /* customers of the table that the list hasn't */
    size_t first_unlisted; /* the row of the first of them */
};

/*
 * Find the customers of LIST in TIERING, which is of TABLE under MODEL. KAM_DATA where a column is
 * missing, an account stands there twice, a customer isn't in TABLE, or has no line of its own in
 * the list. To be freed whatever the status; what is given has to outlive it.
 */
KAM_MUST_CHECK enum kam_status
kam_branches_make(struct kam_branches *branches, const struct kam_table *list,
                  const struct kam_table *table, const struct kam_tiering *tiering,
                  const struct kam_model *model, struct kam_error *error);

/* True if nobody is missing from the list; else *WARNING says how many are. */
bool kam_branches_complete(const struct kam_branches *branches, struct kam_error *warning);

/* Header and rows. Failures are the output's, at commit. */
void kam_branches_write(const struct kam_branches *branches, struct kam_writer *writer);

void kam_branches_free(struct kam_branches *branches);

#endif
