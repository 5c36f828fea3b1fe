/*
 * shares: rank, share and cumulative share of each customer: what is known of it as soon as all are
 * ranked, and so before rules look at it.
 *
 * rank              1 to the number of customers, all different
 * share             revenue / base, six places; so a customer with negative revenue has a negative
 *                   share. The base is the sum of the positive revenues, or of all, as `base` of
 *                   [tiers] says; empty where it isn't above 0
 * cumulative_share  what the base counts of the revenue of this customer and all before it, / base;
 *                   ends at 1.000000
 *
 * Prospects have none of them: their cells are empty.
 */
#ifndef KAM_TIER_SHARES_H
#define KAM_TIER_SHARES_H

#include "model/binding.h"
#include "tier/rank.h"

/* Zero-initialised it is empty. It takes 20 bytes a row. */
struct kam_shares {
    const struct kam_ranking *ranking; /* borrowed */
    struct kam_decimal base;
    struct kam_decimal *cumulative; /* per position: what the base counts, of it and all before */
    uint32_t *positions;            /* per row; of prospects from the number of customers on */
};

/* What the base counts of a revenue: all of it, or only where it is positive. */
static inline struct kam_decimal kam_base_counted(enum kam_share_base base,
                                                  struct kam_decimal revenue)
{
    return base == KAM_BASE_NET || kam_decimal_sign(revenue) > 0 ? revenue : KAM_DECIMAL_ZERO;
}

/* Those of RANKING, which has to outlive them, of BASE. To be freed whatever comes of it. */
KAM_MUST_CHECK enum kam_status kam_shares_make(struct kam_shares *shares,
                                               const struct kam_ranking *ranking,
                                               enum kam_share_base base, struct kam_error *error);

void kam_shares_free(struct kam_shares *shares);

/* The columns, in the order in which kam-tier writes them. */
enum kam_shares_column { KAM_SHARES_RANK, KAM_SHARES_SHARE, KAM_SHARES_CUMULATIVE };
enum { KAM_SHARES_COLUMNS = KAM_SHARES_CUMULATIVE + 1 };
extern const struct kam_text kam_shares_names[KAM_SHARES_COLUMNS];

/* Write the cell of COLUMN for the customer at POSITION to OUT; returns its length. */
size_t kam_shares_format(const struct kam_shares *shares, enum kam_shares_column column,
                         size_t position, char out[KAM_DECIMAL_SIZE]);

/*
 * The cells of a table as rules see it: with these columns, in the place of those that it may have
 * from an earlier run. Of one thread, as long as its texts are looked at.
 */
struct kam_shares_cells {
    const struct kam_table *table;
    const struct kam_shares *shares;
    const size_t *places; /* of the three columns; the table's width and more where it lacks them */
    char texts[KAM_SHARES_COLUMNS][KAM_DECIMAL_SIZE];
    struct kam_shares_cells *self; /* a row source is constant, and the texts are not */
};

/* Where they come from; CELLS are borrowed, and no memory is used. */
struct kam_row_source kam_shares_row_source(struct kam_shares_cells *cells);

#endif
