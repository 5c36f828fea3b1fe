/*
 * seam: the single accounts and hubs without which a customer falls apart, so that the one wrong id
 * is found.
 *
 * They are the cut vertices of the graph of its accounts and hubs, found in time linear in its
 * links (Tarjan 1972, Depth-first search and linear graph algorithms), without recursion. What
 * leaves the smallest largest piece comes first. Pieces are counted in accounts; all ids of an
 * account that was renamed, and all members of a merged row, stay together.
 */
#ifndef KAM_GROUP_SEAM_H
#define KAM_GROUP_SEAM_H

#include "group/group.h"

/* A vertex: an account, or behind all accounts a hub. */
struct kam_seam {
    uint32_t vertex;
    uint32_t largest; /* accounts in the largest piece without it */
};

/* The graph of all customers. Zero-initialised it is to be made. */
struct kam_seams {
    const struct kam_groups *groups; /* borrowed */
    uint32_t *starts;                /* per account, and one more: where its hubs begin */
    uint32_t *hubs;
    struct kam_seam_vertex *vertices; /* what is known of each while a customer is searched */
    uint32_t *stack;
};

KAM_MUST_CHECK bool kam_seams_make(struct kam_seams *seams, const struct kam_groups *groups);

void kam_seams_free(struct kam_seams *seams);

/* Which seams are asked for. */
enum kam_seam_kind {
    KAM_SEAM_ANY,
    KAM_SEAM_GROUPS, /* those between two groups that the customer holds */
};

/* The best seams of CUSTOMER, at most MOST of them, in FOUND, the best first; returns how many. */
size_t kam_seams_find(struct kam_seams *seams, uint32_t customer, enum kam_seam_kind kind,
                      size_t most, struct kam_seam *found);

/*
 * Append the sizes of the pieces that the customer of VERTEX falls into without it, as "500 + 20
 * + 3 x 1", what is many cut short, and how many they are in *COUNT. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_seam_write_pieces(struct kam_seams *seams, uint32_t vertex, uint32_t *count,
                                          struct kam_buffer *buffer);

/* Append the seams FOUND[COUNT] as "'same:tax=0' (500 + 20 + 3 x 1 accounts), account 'X' (510
 * + 12)". */
KAM_MUST_CHECK bool kam_seams_write(struct kam_seams *seams, const struct kam_seam *found,
                                    size_t count, struct kam_buffer *buffer);

/* The vertex that HUB is. */
static inline uint32_t kam_seam_of_hub(const struct kam_seams *seams, uint32_t hub)
{
    return seams->groups->links.accounts.count + hub;
}

#endif
