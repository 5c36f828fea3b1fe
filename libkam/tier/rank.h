/*
 * rank: the customers of a table in order, the best first.
 *
 * They are ordered by the ranked figure, descending, then by revenue, descending, then by
 * account_id in byte order. Figures are compared as the decimals that stand in the cells. A
 * customer without one (an empty cell) comes after all that have one.
 *
 * Prospects (account/prospect.h) come behind all customers, by their score, descending, then by
 * account_id. They are in no count and no sum.
 */
#ifndef KAM_TIER_RANK_H
#define KAM_TIER_RANK_H

#include "account/prospect.h"
#include "model/model.h"
#include "table/table.h"

/* All arrays but `order` are by row of the table. The sums are exact. */
struct kam_ranking {
    struct kam_text by;          /* the ranked column's name, borrowed from the model */
    size_t count;                /* of customers */
    size_t rows;                 /* of the table: prospects, too */
    uint32_t *order;             /* rows, the best first: COUNT customers, then the prospects */
    struct kam_decimal *figures; /* of a prospect: its score */
    bool *has_figure;
    struct kam_decimal *revenues;
    int places;                  /* the most decimal places a figure is written with */
    struct kam_decimal total;    /* of all revenues */
    struct kam_decimal positive; /* of the positive ones */
};

/*
 * Rank TABLE by the column that TIERS names. KAM_DATA where account_id, revenue or that column is
 * missing, a cell isn't a number, an account stands twice, a revenue is empty, a prospect has one,
 * or the revenues add up to more than a decimal holds. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_ranking_make(struct kam_ranking *ranking,
                                                const struct kam_table *table,
                                                const struct kam_model_tiers *tiers,
                                                struct kam_error *error);

void kam_ranking_free(struct kam_ranking *ranking);

/* What is known of the customer at POSITION will be needed soon. */
static inline void kam_ranking_expect(const struct kam_ranking *ranking, size_t position)
{
    uint32_t row = ranking->order[position];

    __builtin_prefetch(&ranking->figures[row]);
    __builtin_prefetch(&ranking->has_figure[row]);
    __builtin_prefetch(&ranking->revenues[row]);
}

/* <0, 0, >0 as the figure of row A is better than, equal to or worse than that of row B. */
int kam_ranking_compare_figures(const struct kam_ranking *ranking, uint32_t a, uint32_t b);

#endif
