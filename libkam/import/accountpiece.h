/*
 * accountpiece: some rows of an account table, written in memory. Several pieces may be written at
 * once, by as many threads.
 */
#ifndef KAM_IMPORT_ACCOUNTPIECE_H
#define KAM_IMPORT_ACCOUNTPIECE_H

#include "account/field.h"
#include "account/setcells.h"
#include "account/walk.h"
#include "io/writer.h"
#include "join/join.h"

/* What every row of a table is written from. */
struct kam_account_columns {
    struct kam_fields fields;
    struct kam_months months;
    size_t cost;                   /* the sum that is the cost; SIZE_MAX: none */
    struct kam_text currency;      /* empty: not known, and no column */
    const struct kam_join *join;   /* NULL: no customer file */
    size_t our_key;                /* the attribute that is its key; SIZE_MAX: the id */
    size_t currency_at, joined_at; /* the fields that these stand before */
};

/* The figures of ACCOUNT. KAM_DATA for one that is out of range. */
KAM_MUST_CHECK enum kam_status
kam_account_columns_compute(const struct kam_account_columns *columns,
                            const struct kam_account *account, struct kam_figures *figures,
                            struct kam_error *error);

/* The key of ACCOUNT in the customer file. */
struct kam_text kam_account_columns_key(const struct kam_account_columns *columns,
                                        const struct kam_account *account);

/* The cost of ACCOUNT; NULL: not known. */
const struct kam_decimal *kam_account_columns_cost(const struct kam_account_columns *columns,
                                                   const struct kam_account *account);

struct kam_account_piece {
    const struct kam_account_columns *columns;
    struct kam_walk_batch batch;
    struct kam_output *output; /* keeps what is written */
    struct kam_writer writer;
    struct kam_setcells *sets;
    size_t set_count;
};

/*
 * A piece of a table with COLUMNS of the accounts in STORE, as OPTIONS say. Close it in any case.
 */
KAM_MUST_CHECK enum kam_status kam_account_piece_open(struct kam_account_piece *piece,
                                                      const struct kam_account_columns *columns,
                                                      const struct kam_store *store,
                                                      const struct kam_writer_options *options,
                                                      struct kam_error *error);

/* Write the rows of piece->batch, in place of any before. */
KAM_MUST_CHECK enum kam_status kam_account_piece_write(struct kam_account_piece *piece,
                                                       struct kam_error *error);

void kam_account_piece_close(struct kam_account_piece *piece);

#endif
