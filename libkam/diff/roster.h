/*
 * roster: which accounts each customer of a snapshot has.
 *
 * That is what a members list says (kam-merge-group --members-out), or else the snapshot's column
 * `members`; where there is neither, a customer is one account. Its account_id is always one of
 * them.
 */
#ifndef KAM_DIFF_ROSTER_H
#define KAM_DIFF_ROSTER_H

#include "tier/snapshot.h"

enum kam_roster_source { KAM_ROSTER_NONE, KAM_ROSTER_COLUMN, KAM_ROSTER_LIST };

/* Zero-initialised it is empty. */
struct kam_roster {
    const struct kam_snapshot *snapshot; /* borrowed */
    enum kam_roster_source source;
    size_t members; /* KAM_ROSTER_COLUMN: the column */
    struct kam_list_of_members {
        struct kam_table table;
        size_t account, customer; /* columns */
        struct kam_row_index index;
        uint32_t *owners; /* of each row of the list: the row of the snapshot, or KAM_NONE */
        uint32_t *starts; /* of each row of the snapshot, and one more: where it begins in ... */
        uint32_t *order;  /* rows of the list, those of one customer one after another */
    } list;               /* KAM_ROSTER_LIST */
};

/*
 * That of SNAPSHOT, which has to outlive it; PATH: its members list, which has to outlive it too,
 * or NULL. The roster stays where it is. KAM_DATA for a list without account or customer, or where
 * an account stands twice. Rows of a list whose customer isn't in SNAPSHOT are nobody's: *STRAY
 * says how many. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status
kam_roster_init(struct kam_roster *roster, const struct kam_snapshot *snapshot, const char *path,
                const struct kam_reader_options *options, size_t *stray, struct kam_error *error);

void kam_roster_free(struct kam_roster *roster);

/* How many customers a members list says nothing of; 0 where there is no list. */
size_t kam_roster_lacking(const struct kam_roster *roster);

/* The accounts of one customer beside its account_id, one after another. */
struct kam_roster_walk {
    const struct kam_roster *roster;
    struct kam_text id;   /* the account_id */
    struct kam_text rest; /* of the cell */
    uint32_t at, end;     /* in the list's order */
};

struct kam_roster_walk kam_roster_walk(const struct kam_roster *roster, uint32_t row);

/*
 * Take the next one into ACCOUNT; SCRATCH holds it where it had an escape. False at the end, or
 * with *NOMEM set when memory ran out.
 */
bool kam_roster_next(struct kam_roster_walk *walk, struct kam_text *account,
                     struct kam_buffer *scratch, bool *nomem);

/* Put all accounts of the customer in ROW into IDS, its account_id first. False: memory ran out. */
KAM_MUST_CHECK bool kam_roster_collect(const struct kam_roster *roster, uint32_t row,
                                       struct kam_map *ids);

/* The list's row of an ACCOUNT; KAM_NONE: there is no list, or it isn't in it. */
uint32_t kam_roster_listed(const struct kam_roster *roster, struct kam_text account);

/*
 * ROWS[i] becomes the row of the snapshot whose customer has the account that is text i of IDS;
 * KAM_NONE: none has, or a prospect. An account_id comes before an account of another customer.
 * KAM_DATA where two customers have an account.
 */
KAM_MUST_CHECK enum kam_status kam_roster_find(const struct kam_roster *roster,
                                               const struct kam_map *ids, uint32_t *rows,
                                               struct kam_error *error);

#endif
