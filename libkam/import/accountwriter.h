/*
 * accountwriter: a store of accounts becomes an account table, kam-table(5).
 */
#ifndef KAM_IMPORT_ACCOUNTWRITER_H
#define KAM_IMPORT_ACCOUNTWRITER_H

#include "account/census.h"
#include "import/accountpiece.h"

/* Everything is checked when the struct is made, so that writing can't fail on the data. */
struct kam_account_writer {
    const struct kam_store *store;
    struct kam_join *join; /* NULL: no customer file */
    struct kam_account_columns columns;
    struct kam_census census;
    struct kam_arena arena;
};

/*
 * Prepare the table of all accounts in STORE over MONTHS, their amounts in CURRENCY (may be empty),
 * with the attributes of JOIN (may be NULL) behind their own. KAM_DATA for figures out of range,
 * or a join key that isn't there.
 */
KAM_MUST_CHECK enum kam_status
kam_account_writer_open(struct kam_account_writer *writer, const struct kam_store *store,
                        struct kam_months months, struct kam_text currency, struct kam_join *join,
                        struct kam_error *error);

/*
 * Write header and rows to OUT, in THREADS threads, whose number doesn't show. KAM_NOMEM; failures
 * to write are the output's.
 */
KAM_MUST_CHECK enum kam_status kam_account_writer_write(const struct kam_account_writer *writer,
                                                        unsigned threads, struct kam_writer *out,
                                                        struct kam_error *error);

/*
 * Write account_id,side for what the join left without a partner: accounts the customer file
 * doesn't have (side "bills"), and customers without a bill (side "customers"). After
 * kam_account_writer_open.
 */
KAM_MUST_CHECK enum kam_status kam_account_writer_unmatched(const struct kam_account_writer *writer,
                                                            struct kam_writer *out,
                                                            struct kam_error *error);

void kam_account_writer_free(struct kam_account_writer *writer);

#endif
