/*
 * figures: what is derived from an account record, and how all of it becomes cells.
 *
 * Derived columns are never merged: they are computed anew from month cells and sums wherever
 * records are written. Their definitions are in kam-table(5).
 */
#ifndef KAM_ACCOUNT_FIGURES_H
#define KAM_ACCOUNT_FIGURES_H

#include "account/account.h"
#include "account/store.h"
#include "io/writer.h"
#include "table/table.h"

/* The months a table covers: all accounts have cells within it only. */
struct kam_months {
    int first; /* KAM_MONTH_NONE where count is 0 */
    unsigned count;
};

/* Ratios have four places, half to even; *_known is false where they can't be computed. */
struct kam_figures {
    unsigned months; /* with revenue not zero */
    struct kam_decimal revenue, margin;
    struct kam_decimal period_revenue;
    struct kam_decimal average, peak_share, margin_rate;
    struct kam_decimal growth, growth_3, growth_yoy;
    bool period_known; /* the last month's cell is not empty */
    bool average_known, peak_share_known, margin_rate_known;
    bool growth_known, growth_3_known, growth_yoy_known;
};

/*
 * Compute the figures of ACCOUNT over MONTHS; COST is the sum that is the cost, NULL if none is
 * measured. KAM_DATA when a sum leaves the range.
 */
KAM_MUST_CHECK enum kam_status kam_figures_compute(struct kam_figures *figures,
                                                   const struct kam_account *account,
                                                   struct kam_months months,
                                                   const struct kam_decimal *cost,
                                                   struct kam_error *error);

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

struct kam_field {
    struct kam_text name; /* NUL-terminated */
    enum kam_cell_kind kind;
    enum kam_part part;
    size_t index; /* which attribute, sum, set, or month counted from the window's first */
};

/* The columns of an account table, in their documented order; memory is the arena's. */
struct kam_fields {
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

/*
 * False if no figure of ACCOUNT can leave the range of a decimal, so that kam_figures_compute
 * needn't be asked before anything is written; that is so for all but absurd amounts.
 */
bool kam_figures_may_fail(const struct kam_account *account, const struct kam_decimal *cost);

/* The position of the sum called `cost` in LAYOUT, or SIZE_MAX. */
size_t kam_layout_cost(const struct kam_layout *layout);

/*
 * The cell of FIELD for ACCOUNT, whose figures are FIGURES; STORE has the texts of its sets. The
 * text is appended to BUFFER: *CELL is the number of bytes. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_field_write(const struct kam_field *field,
                                    const struct kam_account *account,
                                    const struct kam_figures *figures, struct kam_months months,
                                    struct kam_store *store, struct kam_buffer *buffer);

#endif
