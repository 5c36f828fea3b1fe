/*
 * group: the accounts of a table as customers: the connected components of their links, each with
 * its head, whose id is the customer's.
 *
 * So that ids stay the same from month to month the head never depends on revenue. It is taken
 * from the highest class that has an account, and within that it is the smallest id in bytes:
 *
 *     1  an account whose id is a group id of the customer, or a root parent (one that has no
 *        parent itself)
 *     2  one that pays for another and is paid by none
 *     3  any
 *
 * An account that was renamed has the newest of its ids, whatever the class of another.
 *
 * An account without a row (a parent or payer without bills) may be the head. What stands among the
 * members of a row that an earlier run has merged may not: the row speaks for it. Links from an
 * account to itself don't count.
 */
#ifndef KAM_GROUP_GROUP_H
#define KAM_GROUP_GROUP_H

#include "group/links.h"

enum { KAM_GROUP_MAX_MEMBERS = 1000 }; /* where nothing else is said */

/* Customers are numbered in the byte order of their ids. */
struct kam_groups {
    struct kam_links links;
    uint32_t count;      /* of customers; all of them have a row at least */
    uint32_t *starts;    /* count + 1: where the members of a customer begin */
    uint32_t *members;   /* accounts, by customer, in byte order of their ids */
    uint32_t *heads;     /* per customer: an account */
    uint32_t *leads;     /* per customer: the row that heads it, if need be under an older id */
    uint32_t *customers; /* per account; KAM_NONE for those whose customer has no row */
};

/*
 * Find the customers of TABLE. OPTIONS is borrowed by GROUPS. KAM_DATA as kam_links_collect, and
 * for a customer of more than MAX_MEMBERS accounts, with what glues most of them together.
 */
KAM_MUST_CHECK enum kam_status kam_groups_build(struct kam_groups *groups,
                                                const struct kam_table *table,
                                                const struct kam_link_options *options,
                                                uint64_t max_members, struct kam_error *error);

void kam_groups_free(struct kam_groups *groups);

static inline struct kam_text kam_groups_id(const struct kam_groups *groups, uint32_t account)
{
    return groups->links.accounts.texts[account];
}

static inline uint32_t kam_groups_size(const struct kam_groups *groups, uint32_t customer)
{
    return groups->starts[customer + 1] - groups->starts[customer];
}

/* The customer with the most members, of several the first; KAM_NONE if there are none. */
uint32_t kam_groups_largest(const struct kam_groups *groups);

#endif
