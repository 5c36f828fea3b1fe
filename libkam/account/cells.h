/*
 * cells: the revenue of one account by month.
 *
 * A contiguous run of months from the first to the last one that has a line. A cell is empty (no
 * line in that month) or an amount, which may be zero. Amounts are kept as 64-bit minor units
 * (10^-4) until one doesn't fit; then all cells of the account become 128-bit decimals.
 */
#ifndef KAM_ACCOUNT_CELLS_H
#define KAM_ACCOUNT_CELLS_H

#include "base/amount.h"
#include "base/arena.h"
#include "base/month.h"

/* A narrow cell without a line in its month; decimals leave out the smallest integer. */
#define KAM_CELL_EMPTY INT64_MIN

/* Zero-initialised there are no cells. Memory is the arena's; moved, never freed one by one. */
struct kam_cells {
    void *values;      /* int64_t, or kam_int128 where wide */
    uint16_t first;    /* month of the first cell */
    uint16_t count;    /* the first and the last cell are not empty */
    uint16_t capacity; /* in cells */
    bool wide;
};

/*
 * Add AMOUNT to the cell of MONTH. HINT is the number of months expected, for the first
 * allocation. KAM_DATA if the sum leaves the range of a decimal, KAM_NOMEM.
 */
KAM_MUST_CHECK enum kam_status kam_cells_add(struct kam_cells *cells, int month,
                                             const struct kam_amount *amount, unsigned hint,
                                             struct kam_arena *arena);

/* Add every cell of OTHER. The same failures. */
KAM_MUST_CHECK enum kam_status kam_cells_merge(struct kam_cells *cells,
                                               const struct kam_cells *other, unsigned hint,
                                               struct kam_arena *arena);

/* Write the cell of MONTH, with at least two places, into OUT, and a NUL; its length is 0 for an
 * empty one. */
size_t kam_cells_format(const struct kam_cells *cells, int month, char out[KAM_DECIMAL_SIZE]);

/* Accounts that have a line in a month, and what they add up to. Zero-initialised: none yet. */
struct kam_cells_total {
    uint64_t accounts;
    kam_int128 minor;        /* of narrow cells: minor units */
    struct kam_decimal wide; /* of wide ones */
    bool too_large;          /* for a decimal, before all were added */
};

/* Add every cell of CELLS to the total of its month; TOTALS[0] is that of month FIRST. */
void kam_cells_add_up(const struct kam_cells *cells, int first, struct kam_cells_total *totals);

/* What TOTAL comes to. False if that leaves the range of a decimal. */
KAM_MUST_CHECK bool kam_cells_total_revenue(const struct kam_cells_total *total,
                                            struct kam_decimal *revenue);

/* The sum of the months FROM to before TO; empty cells are nothing. False if it leaves the range.
 */
KAM_MUST_CHECK bool kam_cells_sum(const struct kam_cells *cells, int from, int to,
                                  struct kam_decimal *sum);

/* How many cells are neither empty nor zero, and the largest cell; 0 and 0 if all are empty. */
void kam_cells_survey(const struct kam_cells *cells, unsigned *active, struct kam_decimal *peak);

/* False for an empty cell; else its amount in *VALUE. */
bool kam_cells_get(const struct kam_cells *cells, int month, struct kam_decimal *value);

/* The first and the last month with a line, KAM_MONTH_NONE if there is none. */
static inline int kam_cells_first(const struct kam_cells *cells)
{
    return cells->count ? cells->first : KAM_MONTH_NONE;
}

static inline int kam_cells_last(const struct kam_cells *cells)
{
    return cells->count ? cells->first + cells->count - 1 : KAM_MONTH_NONE;
}

#endif
