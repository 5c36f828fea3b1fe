/*
 * contacts: the people whom a company knows at its customers, and how they stand to it and to its
 * competitors: a file with the columns account_id, contact, reports_to, importance, attitude,
 * depth, last_contact, competitor (contactcolumn.h); kam-table(5) describes it.
 *
 * A row without a competitor is about us. A contact may stand there once for us and once for each
 * competitor.
 */
#ifndef KAM_CONTACT_CONTACTS_H
#define KAM_CONTACT_CONTACTS_H

#include "table/table.h"

/* A row of the file, in its order. */
struct kam_contact {
    uint32_t account;    /* its number among the accounts */
    uint32_t competitor; /* its number among the competitors; 0 is us */
    int last;            /* month of the last contact; KAM_MONTH_NONE: not said */
    unsigned char attitude, depth, importance; /* steps (scaleword.h) */
};

/* Zero-initialised it is empty. */
struct kam_contacts {
    struct kam_table table;     /* row i is item i */
    struct kam_contact *items;  /* table.count of them */
    struct kam_map accounts;    /* ids */
    struct kam_map competitors; /* names; 0 is empty */
    bool has_last;              /* there is a column last_contact */
    size_t account_column;      /* for messages */
};

/*
 * Read PATH ("-": standard input) into CONTACTS, which the caller frees whatever the status. PATH
 * has to outlive both. KAM_DATA with file, line and column: a missing column, an empty id or name,
 * an unknown word, what is no day, a contact who is there twice for the same competitor, and
 * whatever is wrong with who reports to whom (reporting.h).
 */
KAM_MUST_CHECK enum kam_status kam_contacts_read(struct kam_contacts *contacts, const char *path,
                                                 const struct kam_reader_options *options,
                                                 struct kam_error *error);

void kam_contacts_free(struct kam_contacts *contacts);

#endif
