/*
 * links: which accounts of a table are tied together, and by what.
 *
 * Accounts are numbered: the rows of the table first, account i being row i, then the ids that
 * only occur as somebody's payer, in a list of relations, or among the members of a row that an
 * earlier run has merged. An account that was renamed is known by all of its ids; the newest stands
 * for it.
 *
 * A link is one account at one hub. Everything asked later is answered from this one list: what is
 * one customer, by what an account was joined, which id holds most of a customer together.
 */
#ifndef KAM_GROUP_LINKS_H
#define KAM_GROUP_LINKS_H

#include "group/hub.h"
#include "group/relations.h"

/* What an account is to others. */
enum kam_link_mark {
    KAM_MARK_PARENT = 1,     /* the parent of another */
    KAM_MARK_HAS_PARENT = 2, /* has another for its parent */
    KAM_MARK_PAYS = 4,       /* pays for another */
    KAM_MARK_IS_PAID = 8,    /* is paid by another */
    KAM_MARK_MERGED = 16,    /* a row that an earlier run has merged from several */
    KAM_MARK_MEMBER = 32,    /* stands among the members of a row of another id */
};

struct kam_link {
    uint32_t account;
    uint32_t hub;
};

/* What to link by, beside group_id and payer_id. Borrowed. */
struct kam_link_options {
    const struct kam_text *same; /* columns whose equal values unite */
    size_t same_count;
    const struct kam_relations *relations; /* NULL: none */
    const struct kam_text *ignored_payers; /* ids that don't unite as payers; "*" is all */
    size_t ignored_payer_count;
};

struct kam_links {
    const struct kam_link_options *options;
    struct kam_map accounts; /* ids by number */
    struct kam_map ignored;  /* ids of payers */
    uint32_t row_count;
    /*
     * Per account: itself, or the newest of its ids, or the row among whose members it stands while
     * it has no row of its own (of several the one with the smallest id). Only accounts that are
     * themselves are linked.
     */
    uint32_t *nodes;
    uint32_t *newest; /* per account: the newest of its ids, mostly itself */
    uint32_t *rows;   /* per account: its row, or that of the newest id that has one; KAM_NONE */
    unsigned char *marks; /* per account, of enum kam_link_mark */
    size_t nodes_capacity, newest_capacity, rows_capacity, marks_capacity;
    struct kam_hubs hubs;
    struct kam_link *items; /* by hub, none twice */
    size_t count, capacity;
};

/*
 * Collect the links of TABLE. OPTIONS is borrowed by LINKS. KAM_DATA for a missing or repeated id
 * in account_id, a column of OPTIONS that isn't there, and renamings that can't be.
 */
KAM_MUST_CHECK enum kam_status kam_links_collect(struct kam_links *links,
                                                 const struct kam_table *table,
                                                 const struct kam_link_options *options,
                                                 struct kam_error *error);

void kam_links_free(struct kam_links *links);

/* An account at HUB. */
static inline uint32_t kam_links_first(const struct kam_links *links, uint32_t hub)
{
    return links->items[links->hubs.items[hub].start].account;
}

#endif
