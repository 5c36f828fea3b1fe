/*
 * amountparts: a cell with an amount, taken apart: its digits and what stands around them.
 */
#ifndef KAM_BASE_AMOUNTPARTS_H
#define KAM_BASE_AMOUNTPARTS_H

#include "currency.h"
#include "decimal.h"

/*
 * What is one too many is taken away and counted nevertheless, so that a message can say so; any
 * more is left in DIGITS, where it makes no number.
 */
struct kam_amount_parts {
    struct kam_text digits; /* the rest of the cell, which need not be a number */
    unsigned signs;         /* +, - or parentheses */
    unsigned minuses;       /* those of them that make it negative */
    unsigned currency_names;
    enum kam_currency currency;
    bool is_mixed; /* two of the currencies differ */
    bool is_whole; /* the digits count whole ones of a currency: 元 or 円 stands behind them */
    bool has_scale;
    int scale; /* of the unit behind the digits: 4 for 万 */
};

struct kam_amount_parts kam_amount_parts_of(struct kam_text cell);

/*
 * Whether there is one sign at most, and one currency, which may be named twice (￥5元):
 * KAM_NUMBER_NEGATIVE, KAM_NUMBER_CURRENCY, or KAM_NUMBER_SYNTAX for signs that contradict each
 * other.
 */
KAM_MUST_CHECK enum kam_number kam_amount_parts_check(const struct kam_amount_parts *parts);

#endif
