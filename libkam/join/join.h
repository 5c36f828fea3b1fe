/*
 * join: attributes from a customer file (客户档案), by account id or another attribute.
 *
 * The file is small beside the bills and is read whole. Every column but the key becomes an
 * attribute.
 */
#ifndef KAM_JOIN_JOIN_H
#define KAM_JOIN_JOIN_H

#include "model/model.h"
#include "table/table.h"

struct kam_join {
    const char *path;
    struct kam_table table;
    size_t key;             /* its key column */
    struct kam_map keys;    /* key number i is that of row i */
    bool *met;              /* row i has an account */
    struct kam_text *names; /* of the attributes, as they are called from here on */
    size_t *columns;        /* and where they are in the table */
    size_t count;
    struct kam_text our_key; /* account_id, or an attribute */
    const char *keep;        /* how a column is renamed, in words: "--keep NEW=" */
};

/*
 * Read PATH. KEY is THEIRS, THEIRS=OURS or empty: then theirs is the column that looks like an
 * account id, ours is account_id. Borrowed: PATH, KEY. KAM_DATA for a key that is missing, empty
 * or twice there. KEEP is how the user can rename a column: "--keep NEW=" and the like, for
 * messages.
 */
KAM_MUST_CHECK enum kam_status kam_join_open(struct kam_join *join, const char *path,
                                             struct kam_text key, const char *keep,
                                             const struct kam_reader_options *options,
                                             struct kam_error *error);

/*
 * Name the attributes: as their columns are called, but for those that RENAMED[COUNT], borrowed,
 * has another name for. KAM_DATA for a name that is missing or twice there, KAM_USAGE for one
 * reserved by kam.
 */
KAM_MUST_CHECK enum kam_status kam_join_name(struct kam_join *join,
                                             const struct kam_renamed *renamed, size_t count,
                                             struct kam_error *error);

/* The row for the account with KEY; SIZE_MAX: none. */
size_t kam_join_find(const struct kam_join *join, struct kam_text key);

/* There is an account with KEY: its row, if there is one, is met. */
void kam_join_meet(struct kam_join *join, struct kam_text key);

/*
 * True if the file has rows and no account that was met is among them, which is rarely meant; and
 * *WARNING says so.
 */
bool kam_join_fits_nobody(const struct kam_join *join, struct kam_error *warning);

/* Attribute number I of ROW; empty for SIZE_MAX. */
struct kam_text kam_join_value(const struct kam_join *join, size_t row, size_t i);

void kam_join_free(struct kam_join *join);

#endif
