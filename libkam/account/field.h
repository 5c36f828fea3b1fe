/*
 * field: the columns of an account table, kam-table(5), and how a record and its figures become
 * their cells.
 */
#ifndef KAM_ACCOUNT_FIELD_H
#define KAM_ACCOUNT_FIELD_H

#include "account/figures.h"
#include "account/store.h"
#include "io/writer.h"

/* One column of the account table. */
enum kam_part {
    KAM_PART_ID,
    KAM_PART_ATTRIBUTE,
    KAM_PART_LINES,
    KAM_PART_MONTHS,
    KAM_PART_FIRST_MONTH,
    KAM_PART_LAST_MONTH,
    KAM_PART_IDLE,
    KAM_PART_AGE,
    KAM_PART_REVENUE,
    KAM_PART_PERIOD_REVENUE,
    KAM_PART_COST,
    KAM_PART_MARGIN,
    KAM_PART_MARGIN_RATE,
    KAM_PART_AVERAGE,
    KAM_PART_PEAK_SHARE,
    KAM_PART_GROWTH,
    KAM_PART_GROWTH_3,
    KAM_PART_GROWTH_YOY,
    KAM_PART_SUM,
    KAM_PART_SET,
    KAM_PART_SET_COUNT,
    KAM_PART_MONTH, /* the cell of a month */
};

/* What its cells are. */
enum kam_form {
    KAM_FORM_NUMBER,
    KAM_FORM_MONTH,
    KAM_FORM_TEXT, /* the id or an attribute, as it stands in the record */
    KAM_FORM_SET,
};

struct kam_field {
    struct kam_text name; /* NUL-terminated */
    enum kam_cell_kind kind;
    enum kam_part part;
    enum kam_form form;
    size_t index; /* which attribute, sum, set, or month counted from the window's first */
    const struct kam_layout *layout; /* of the records; borrowed */
};

/* The columns of an account table, in their documented order; memory is the arena's. */
struct kam_fields {
    const struct kam_layout *layout; /* borrowed */
    struct kam_field *items;
    size_t count;
};

/*
 * The columns that LAYOUT over MONTHS has. `cost` and `services` are recognised by name among the
 * sums and sets; account_name, group_id and payer_id come first among the attributes as they are
 * in the layout.
 */
KAM_MUST_CHECK bool kam_fields_of(struct kam_fields *fields, const struct kam_layout *layout,
                                  struct kam_months months, struct kam_arena *arena);

/* The cell of FIELD, which is a text, for ACCOUNT; the record's. */
struct kam_text kam_field_text(const struct kam_field *field, const struct kam_account *account);

/*
 * The cell of FIELD, which is a number or a month, for ACCOUNT, whose figures are FIGURES: written
 * into OUT. Returns its length; 0 for an empty cell, and for fields that are texts or sets.
 */
size_t kam_field_format(const struct kam_field *field, const struct kam_account *account,
                        const struct kam_figures *figures, struct kam_months months,
                        char out[KAM_DECIMAL_SIZE]);

/*
 * Append the cell of FIELD, whatever it is, to BUFFER, which is empty where it is a set; STORE has
 * the texts of the sets. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_field_write(const struct kam_field *field,
                                    const struct kam_account *account,
                                    const struct kam_figures *figures, struct kam_months months,
                                    struct kam_store *store, struct kam_buffer *buffer);

#endif
