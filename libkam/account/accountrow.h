/*
 * accountrow: a row of an account table becomes an account record again.
 *
 * Derived columns are not read but computed anew; what is read is checked against itself: the
 * month cells have to add up to `revenue`. What --excel made of ids and texts is undone.
 */
#ifndef KAM_ACCOUNT_ACCOUNTROW_H
#define KAM_ACCOUNT_ACCOUNTROW_H

#include "account/figures.h"
#include "account/store.h"
#include "table/table.h"

/* Where the parts of a record stand in a row: indexes into its cells, or KAM_NO_COLUMN. */
struct kam_account_row {
    size_t id, lines, revenue;
    size_t *attributes;        /* layout->attribute_count; KAM_NO_COLUMN: always empty */
    enum kam_cell_kind *kinds; /* of the attributes: ids or texts */
    size_t *sums;              /* layout->sum_count */
    size_t *sets;              /* layout->set_count */
    size_t first_month_column;
    struct kam_months months;
};

/*
 * Find the parts of LAYOUT and the window among the column names NAMES[COUNT]. The lists are
 * ARENA's. KAM_DATA at PLACE for a measure that is missing, a name that occurs twice, or month
 * columns with a gap; an attribute may be missing.
 */
KAM_MUST_CHECK enum kam_status
kam_account_row_find(struct kam_account_row *row, const struct kam_layout *layout,
                     const struct kam_text *names, size_t count, const struct kam_place *place,
                     struct kam_arena *arena, struct kam_error *error);

/*
 * Build ACCOUNT (empty, of STORE's layout) from CELLS, which it may borrow for its id and
 * attributes; memory for the rest is ARENA's. KAM_DATA with PLACE and the column for what is wrong.
 */
KAM_MUST_CHECK enum kam_status
kam_account_row_read(const struct kam_account_row *row, const struct kam_text *cells,
                     struct kam_store *store, struct kam_account *account, struct kam_arena *arena,
                     const struct kam_place *place, struct kam_error *error);

/*
 * Whether kam_account_row_read could read a row of the months, sums and sets of LAYOUT, without
 * reading it: the same KAM_DATA where it couldn't. Of CELLS only those are looked at that ROW
 * points to.
 */
KAM_MUST_CHECK enum kam_status
kam_account_row_check(const struct kam_account_row *row, const struct kam_text *cells,
                      const struct kam_layout *layout, struct kam_arena *arena,
                      const struct kam_place *place, struct kam_error *error);

#endif
