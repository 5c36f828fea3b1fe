/*
 * hub: what ties accounts together: a group, a payer, a parent, a value of a column. All accounts
 * at a hub are one customer, so that no pair of accounts is ever looked at.
 */
#ifndef KAM_GROUP_HUB_H
#define KAM_GROUP_HUB_H

#include "base/map.h"

/* The strongest first: by what an account is said to have been joined. */
enum kam_hub_kind {
    KAM_HUB_GROUP,   /* an equal group_id; group ids are no account ids, even where equal */
    KAM_HUB_PARENT,  /* a parent, with the accounts below it */
    KAM_HUB_PAYER,   /* a payer, with the accounts it pays for */
    KAM_HUB_SAME,    /* an equal value in one of the columns asked for */
    KAM_HUB_RENAMED, /* an account that has this id now; it was merged before under another */
    KAM_HUB_PAIR,    /* an account that a relation says others are the same as */
    KAM_HUB_MEMBERS, /* an id among the members of several rows */
};

struct kam_hub {
    size_t start;   /* its links among those of struct kam_links, once these are all collected */
    uint32_t count; /* of them */
};

/* Zero-initialised there are none. The text of a key is kind, column and value. */
struct kam_hubs {
    struct kam_map keys;
    struct kam_hub *items; /* keys.count */
    size_t capacity;
};

/*
 * The number of the hub of KIND and VALUE, added without links if it is new. COLUMN tells the
 * columns of KAM_HUB_SAME apart, and is 0 for the others. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_hubs_intern(struct kam_hubs *hubs, enum kam_hub_kind kind, uint32_t column,
                                    struct kam_text value, uint32_t *hub);

enum kam_hub_kind kam_hub_kind(const struct kam_hubs *hubs, uint32_t hub);

/* The id or value that HUB is; borrowed. */
struct kam_text kam_hub_value(const struct kam_hubs *hubs, uint32_t hub);

/* <0, 0, >0: A is stronger than B, by kind, then column, then value in byte order. */
int kam_hub_order(const struct kam_hubs *hubs, uint32_t a, uint32_t b);

/*
 * Append what people are told HUB is: group:ID, parent:ID, payer:ID, same:COLUMN=VALUE (the
 * columns are called SAME), renamed:ID, same:ID, members:ID. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_hub_write(const struct kam_hubs *hubs, uint32_t hub,
                                  const struct kam_text *same, struct kam_buffer *buffer);

void kam_hubs_free(struct kam_hubs *hubs);

#endif
