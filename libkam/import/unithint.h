/*
 * unithint: texts that may say what amounts count, though headingunit.h can't tell: 金额以万元计,
 * Revenue in Mio. EUR. Better to ask than to be wrong by ten thousand.
 */
#ifndef KAM_IMPORT_UNITHINT_H
#define KAM_IMPORT_UNITHINT_H

#include "base/text.h"

enum kam_unit_hint_place {
    KAM_HINT_TITLE,
    KAM_HINT_HEADING, /* of a column of amounts: a scale alone means something there */
};

/*
 * True if TEXT has a scale of money: 万元, 亿美元, thousands, '000, TEUR, CNY k, in millions; in a
 * heading also 万 and the like at its end, or in brackets or behind a slash alone or before what is
 * counted (千次), and any thousand or million. False for an amount (100万元), a limit (万元以上),
 * names (万科, 千兆, Thousand Oaks), and more than 1024 bytes.
 */
KAM_MUST_CHECK bool kam_unit_hint(struct kam_text text, enum kam_unit_hint_place place);

#endif
