/*
 * contactcolumn: which column of a list of contacts or visits is which, by its heading.
 *
 * Headings are the names of kam-table(5) or the usual Chinese ones; case, width, spaces, `_`, `-`
 * and `/` don't matter. Other columns are passed over.
 */
#ifndef KAM_CONTACT_CONTACTCOLUMN_H
#define KAM_CONTACT_CONTACTCOLUMN_H

#include "table/table.h"

enum kam_contact_column {
    KAM_CONTACT_ACCOUNT,
    KAM_CONTACT_NAME,
    KAM_CONTACT_REPORTS_TO,
    KAM_CONTACT_IMPORTANCE,
    KAM_CONTACT_ATTITUDE,
    KAM_CONTACT_DEPTH,
    KAM_CONTACT_LAST,
    KAM_CONTACT_COMPETITOR,
    KAM_CONTACT_DATE, /* of a visit */
};

/*
 * The column of TABLE that is COLUMN, in *FOUND; KAM_NO_COLUMN: none is. KAM_DATA where two could
 * be it.
 */
KAM_MUST_CHECK enum kam_status kam_contactcolumn_find(const struct kam_table *table,
                                                      enum kam_contact_column column, size_t *found,
                                                      struct kam_error *error);

/* The same for one that has to be there: KAM_DATA naming the columns there are otherwise. */
KAM_MUST_CHECK enum kam_status kam_contactcolumn_require(const struct kam_table *table,
                                                         enum kam_contact_column column,
                                                         size_t *found, struct kam_error *error);

/*
 * The account of ROW, which stands in COLUMN, as kam-import would have it. KAM_DATA where it is
 * empty or what a spreadsheet made of an id (clean.h).
 */
KAM_MUST_CHECK enum kam_status kam_contactcolumn_account(struct kam_table *table, size_t row,
                                                         size_t column, struct kam_text *id,
                                                         struct kam_error *error);

/*
 * The cell of ROW in COLUMN, which may be KAM_NO_COLUMN: empty as well where it says that there is
 * nothing: none, 无, -, NULL.
 */
struct kam_text kam_contactcolumn_cell(const struct kam_table *table, size_t row, size_t column);

#endif
