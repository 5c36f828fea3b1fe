/*
 * attributemerge: what stays of the values of a column when several rows become one customer, by
 * what [attribute NAME] of the model says: a sum, a maximum, a minimum, a set, or the head's.
 *
 * Sums and sets of accounts are measures, which account records merge (account.h); here is what
 * decides between single cells, for accounts of a group and for rows of a customer file alike.
 */
#ifndef KAM_JOIN_ATTRIBUTEMERGE_H
#define KAM_JOIN_ATTRIBUTEMERGE_H

#include "base/decimal.h"
#include "base/error.h"
#include "model/model.h"

/* The greatest or smallest number so far, as it is written; zero-initialised there is none. */
struct kam_extreme {
    struct kam_text cell;
    struct kam_decimal value;
};

/*
 * Let CELL, which is borrowed, have its say: MERGE is KAM_MERGE_MAX or KAM_MERGE_MIN. Of several
 * ways of writing the same number the first in byte order stays; what is no number is passed over.
 */
void kam_extreme_take(struct kam_extreme *extreme, struct kam_text cell,
                      enum kam_attribute_merge merge);

/* Two different numbers among cells; zero-initialised none was seen yet. */
struct kam_difference {
    struct kam_text one, other;
    struct kam_decimal value; /* of the first */
    bool is_found;
};

/* Likewise; what comes when two were found changes nothing. */
void kam_difference_take(struct kam_difference *difference, struct kam_text cell);

/*
 * Write as a warning to *WARNING that DIFFERENCE was found in COLUMN of CUSTOMER, and the head's
 * taken. REMEDY comes before the advice to say in the model how they merge: "--sum fee, or ", or
 * nothing.
 */
void kam_difference_describe(const struct kam_difference *difference, struct kam_text column,
                             struct kam_text customer, const char *remedy,
                             struct kam_error *warning);

#endif
