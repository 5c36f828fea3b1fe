/*
 * strategies: what to do about each customer: acquire, promote, retain, win back, ...
 *
 * The first [strategy] of the model, in its order, whose condition holds; for one with `periods`,
 * only once it has held in so many snapshots in a row (due.h). Else the strategy that [grid] gives
 * the customer's class, if it gives one. The conditions see all that kam-tier says of a customer
 * before (tiersource.h); strategies have no say in that. Those that ask for a history are passed
 * over: kam-diff judges them (diff/historystrategy.h).
 */
#ifndef KAM_TIER_STRATEGIES_H
#define KAM_TIER_STRATEGIES_H

#include "tier/tiersource.h"

/* Zero-initialised there are none. It takes 4 bytes a row, and 2 for each strategy with periods. */
struct kam_strategies {
    const struct kam_model_strategies *model; /* borrowed */
    struct kam_tiersource source;
    struct kam_binding *bindings; /* of each strategy that has a condition */
    const size_t *counted;        /* the strategies with periods, in the order of their names */
    size_t counted_count;
    uint32_t *chosen;  /* per row, the number of its strategy; KAM_NONE: none */
    uint16_t *periods; /* per row, of each that is counted: snapshots in a row; 0: not now */
    struct kam_arena arena;
};

/*
 * Choose them for all rows that FACTS are of, which have to outlive them.
 * KAM_DATA where a condition's column is missing, a cell is text that is compared as a number or a
 * month, or the snapshot before counts nothing that can be read. To be freed whatever the status.
 */
KAM_MUST_CHECK enum kam_status kam_strategies_make(struct kam_strategies *strategies,
                                                   const struct kam_tierfacts *facts,
                                                   struct kam_error *error);

void kam_strategies_free(struct kam_strategies *strategies);

/* What is known of ROW will be needed soon. */
static inline void kam_strategies_expect(const struct kam_strategies *strategies, uint32_t row)
{
    if (!strategies->chosen)
        return;
    __builtin_prefetch(&strategies->chosen[row]);
    __builtin_prefetch(&strategies->periods[row * strategies->counted_count]);
}

/* The name of the strategy of ROW, and what it says in its KEY; empty: there is none, nothing. */
struct kam_text kam_strategies_name(const struct kam_strategies *strategies, uint32_t row);
struct kam_text kam_strategies_text(const struct kam_strategies *strategies, uint32_t row,
                                    size_t key);

/*
 * In how many snapshots in a row, this one included, the condition of strategy NUMBER has held for
 * ROW; 0: it doesn't now, or isn't counted.
 */
unsigned kam_strategies_periods(const struct kam_strategies *strategies, uint32_t row,
                                size_t number);

/* Append the set for the column strategy_due to BUFFER, which is empty. False: no memory. */
KAM_MUST_CHECK bool kam_strategies_add_due(const struct kam_strategies *strategies, uint32_t row,
                                           struct kam_buffer *buffer);

#endif
