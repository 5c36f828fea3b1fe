/*
 * titlecurrency: the currency that a title above a header says all amounts are in.
 */
#ifndef KAM_IMPORT_TITLECURRENCY_H
#define KAM_IMPORT_TITLECURRENCY_H

#include "base/unit.h"

enum kam_title_currency {
    KAM_TITLE_CURRENCY_NONE,    /* nothing is said of it */
    KAM_TITLE_CURRENCY_KNOWN,   /* 币种：美元, Currency: EUR, Report in USD */
    KAM_TITLE_CURRENCY_UNKNOWN, /* 币种：加元, in EUR and USD: it should be asked for */
};

/*
 * What CELL of a title says of the currency behind 币种, 货币, 通貨 or currency, perhaps with the
 * cell NEXT behind it, or behind the word in. A scale may stand there as well (Currency: USD
 * thousand). *UNIT is stored only where it is known. None for 货币单位 and currency unit, which
 * headingunit.h reads, and for more than 1024 bytes.
 */
enum kam_title_currency kam_title_currency(struct kam_text cell, struct kam_text next,
                                           struct kam_unit *unit);

/*
 * True if TEXT, which says yuan, means those of China: 人民币, RMB. 万元 alone is 10000 of whatever
 * currency was named.
 */
KAM_MUST_CHECK bool kam_title_names_renminbi(struct kam_text text);

#endif
