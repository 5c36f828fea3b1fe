/*
 * glue: which ids hold many accounts together, so that the one wrong id is found that melts half
 * the base into one customer.
 */
#ifndef KAM_GROUP_GLUE_H
#define KAM_GROUP_GLUE_H

#include "group/group.h"

enum { KAM_GLUE_MANY = 20 }; /* a payer of more accounts is worth a look */

/*
 * Append the MOST hubs of CUSTOMER with the most accounts, as "'payer:P' (1200
 * accounts), 'same:tax=0' (30)". False when memory ran out.
 */
KAM_MUST_CHECK bool kam_glue_write(const struct kam_groups *groups, uint32_t customer, size_t most,
                                   struct kam_buffer *buffer);

/*
 * The payers of more than KAM_GLUE_MANY accounts, by how many, the greatest first, then by id, in
 * *HUBS[*COUNT], which the caller frees. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_glue_payers(const struct kam_groups *groups, uint32_t **hubs,
                                    size_t *count);

/* A customer that holds two groups, the first two of them by id. */
struct kam_glue_pair {
    uint32_t customer;
    uint32_t one, other; /* hubs */
    uint32_t count;      /* of the groups it holds, two or more */
};

/* All such customers, by id, in *PAIRS[*COUNT], which the caller frees. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_glue_groups(const struct kam_groups *groups, struct kam_glue_pair **pairs,
                                    size_t *count);

/* How many accounts the payer that HUB is pays for. */
uint32_t kam_glue_paid(const struct kam_groups *groups, uint32_t hub);

#endif
