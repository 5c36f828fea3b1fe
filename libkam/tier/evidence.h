/*
 * evidence: what a rule found in a customer's row, in words.
 *
 *     2 active months, 96.1% in 2026-07
 *     revenue 1200000.00, 9 active months
 *     overdue 5000.00 is 41.7% of revenue
 *
 * A phrase for each comparison of the rule's condition, in its order. Always English, as every
 * cell is.
 */
#ifndef KAM_TIER_EVIDENCE_H
#define KAM_TIER_EVIDENCE_H

#include "tier/ruling.h"

/* A row as conditions see it. */
struct kam_evidence_row {
    const struct kam_row_source *rows;
    size_t row;
    const struct kam_table *table; /* where its months are */
    size_t table_row;
    const struct kam_window *window;
    /* Of two snapshots that are compared (table/paircolumn.h): names may be those of pairs, and a
     * cell that two comparisons look at is said once. */
    bool of_pair;
};

/* Append what BINDING, which holds for ROW, found there to BUFFER. False when memory ran out. */
KAM_MUST_CHECK bool kam_evidence_add_found(const struct kam_binding *binding,
                                           const struct kam_evidence_row *row,
                                           struct kam_buffer *buffer);

/* The same behind "NAME: ", and behind "; " where BUFFER isn't empty. */
KAM_MUST_CHECK bool kam_evidence_add_rule(struct kam_text name, const struct kam_binding *binding,
                                          const struct kam_evidence_row *row,
                                          struct kam_buffer *buffer);

/* Append the evidence of RULE of RULING in ROW to BUFFER. False when memory ran out. */
KAM_MUST_CHECK bool kam_evidence_add(const struct kam_ruling *ruling, size_t rule, uint32_t row,
                                     struct kam_buffer *buffer);

/* Append how long nothing came from ROW of TABLE, which has a column `idle`: "4 months idle". */
KAM_MUST_CHECK bool kam_evidence_add_idle(const struct kam_table *table, uint32_t row,
                                          struct kam_buffer *buffer);

/*
 * Append that of all admissions and flags that hold for ROW:
 *
 *     high-fee: revenue 1200000.00; one-off: 2 active months, 96.1% in 2026-07
 */
KAM_MUST_CHECK bool kam_evidence_add_all(const struct kam_ruling *ruling, uint32_t row,
                                         struct kam_buffer *buffer);

#endif
