/*
 * risk: which customers of the new snapshot may leave, by the model's [risk]s, and what would be
 * lost with each.
 *
 * The direct loss of a customer is its own revenue, or 0 where that is negative; the deep one is
 * what of its segment's revenue follows it (dependence.h). Who is lost already has nothing left to
 * lose, and isn't there; nor are prospects.
 */
#ifndef KAM_DIFF_RISK_H
#define KAM_DIFF_RISK_H

#include "diff/carried.h"
#include "diff/risksource.h"

/* A customer with at least one risk. */
struct kam_risk_row {
    uint32_t movement;
    struct kam_decimal direct, deep, loss; /* the last is the sum */
};

/* Zero-initialised there are none. It takes 8 bytes a movement for each 64 risks. */
struct kam_risks {
    const struct kam_diff *diff;      /* borrowed */
    const struct kam_model *model;    /* borrowed */
    struct kam_dependence dependence; /* its rules are NULL where the model has none */
    struct kam_risksource source;
    struct kam_binding *bindings; /* of each risk */
    size_t words;                 /* per movement */
    uint64_t *bits;               /* the risks that each movement has */
    struct kam_carried_list attributes;
    struct kam_risk_row *rows; /* the largest loss first, equal ones by account_id */
    size_t count;
    struct kam_arena arena;
};

/*
 * Find those of DIFF by MODEL, both of which have to outlive RISKS, by THREADS threads. The columns
 * of riskcolumns.h have been read. KAM_DATA where a condition's column is missing, or a cell is
 * text that is compared as a number or a month, or a sum is too large. To be freed whatever the
 * status.
 */
KAM_MUST_CHECK enum kam_status kam_risks_find(struct kam_risks *risks, const struct kam_diff *diff,
                                              const struct kam_model *model, unsigned threads,
                                              struct kam_error *error);

void kam_risks_free(struct kam_risks *risks);

/* Whether risk NUMBER of the model holds for MOVEMENT. */
bool kam_risks_hold(const struct kam_risks *risks, uint32_t movement, size_t number);

/*
 * Append what the risks of ROW found: "falling: growth_3 -31.2%; silent: 2 months idle". ROWS are
 * those of RISKS' source. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_risks_add_evidence(const struct kam_risks *risks,
                                           const struct kam_row_source *rows,
                                           const struct kam_risk_row *row,
                                           struct kam_buffer *buffer);

#endif
