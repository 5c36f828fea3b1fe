/*
 * quantity: numbers as a model writes them: 5000, -0.5, 80%, 5万, 1.2亿.
 *
 * Exact, and nothing else is a number: no separators, no currency, no exponent.
 */
#ifndef KAM_MODEL_QUANTITY_H
#define KAM_MODEL_QUANTITY_H

#include "base/decimal.h"

/* What stood behind the digits. */
enum kam_quantity_unit {
    KAM_QUANTITY_NONE,
    KAM_QUANTITY_PERCENT,
    KAM_QUANTITY_WAN,
    KAM_QUANTITY_YI
};

/* The value of TEXT, 0.8 for 80% and 50000 for 5万, and in *UNIT (may be NULL) how it was said. */
KAM_MUST_CHECK enum kam_number kam_quantity_parse(struct kam_text text, struct kam_decimal *value,
                                                  enum kam_quantity_unit *unit);

#endif
