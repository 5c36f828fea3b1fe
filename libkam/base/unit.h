/*
 * unit: what the numbers of a column count: yuan, thousands, 万元, cents.
 *
 * A unit stands in a heading's parentheses (金额(万元)), in a title line, behind --unit, and, the
 * scales of Chinese only, behind the digits of a cell (12.3万).
 */
#ifndef KAM_BASE_UNIT_H
#define KAM_BASE_UNIT_H

#include "currency.h"

struct kam_unit {
    int exponent;               /* one of the unit is 10^exponent: 4 for 万元, -2 for 分 */
    enum kam_currency currency; /* KAM_CURRENCY_NONE where the unit doesn't say: 万, thousands */
};

/*
 * Parse all of TEXT: a scale, a currency, or both, in either order. Case, width and spaces don't
 * matter. False, and *UNIT untouched, if it is anything else.
 *
 *     元 角 分 厘  百 千 万 百万 千万 亿, with 元 or without  人民币万元  万美元  yuan
 *     cents  thousand k '000 000s  million mn m  billion bn  10,000 10k  100 million
 *     lakh(s)  lac(s)  crore(s)  千円  百万円  億円
 *     CNY thousand  USD m  RMB'000  RMB 10k  $  k€  USD in thousands  人民币/万元
 */
KAM_MUST_CHECK bool kam_unit_parse(struct kam_text text, struct kam_unit *unit);

/* Write UNIT, which kam_unit_parse gave, in the form 万元, CNY billion or USD thousand, which it
   parses to the same; 1 for no unit at all, which it doesn't. With a NUL. */
enum { KAM_UNIT_SIZE = 24 };
void kam_unit_format(const struct kam_unit *unit, char out[KAM_UNIT_SIZE]);

/* Take 百, 千, 万, 百万, 千万 or 亿 away from behind TEXT and store its exponent. */
KAM_MUST_CHECK bool kam_unit_take_scale(struct kam_text *text, int *exponent);

/* Whether a unit within a title may end at GLYPH, folded: at white space, a bracket, a comma. */
bool kam_unit_ends_at(uint32_t glyph);

#endif
