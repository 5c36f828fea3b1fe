/*
 * headingunit: what the amounts of an export count, where a heading or a title says so.
 */
#ifndef KAM_TABLE_HEADINGUNIT_H
#define KAM_TABLE_HEADINGUNIT_H

#include "base/unit.h"

/*
 * The unit that HEADING says its column has, in brackets at its end or behind a slash: 金额(万元),
 * 金额【元】, Amount [CNY thousand], Amount (in thousands), 金额（单位：万元）, 金额/万元. Behind a
 * slash it has to be a currency or Chinese, and no part of a yuan, as 费用/分 is a fee by the
 * minute. False for 金额(含税) and the like. HEADING loses the unit and what it stands in.
 */
KAM_MUST_CHECK bool kam_heading_take_unit(struct kam_text *heading, struct kam_unit *unit);

/* The same, and also beside words of another kind: 金额(万元，含税), 金额（万元）（含税）. */
KAM_MUST_CHECK bool kam_heading_unit(struct kam_text heading, struct kam_unit *unit);

/*
 * The unit that a cell above the header says all amounts have: 单位：元, （金额单位：人民币万元）,
 * 报表单位万元, Unit: CNY thousand, also behind a title in the same cell (2026年10月账单
 * 单位：万元), 金额：万元; in brackets at the end of a title, where it names a currency (客户收入
 * （万元）) or has words for it (in thousands); and a scale that is all of the cell (USD'000).
 * Words may follow where the unit names a currency: 单位：元 制表：张三. False for 单位名称 and
 * 单位：某某公司, for one or two letters without a currency, as Unit: M may be anything, and for
 * more than 1024 bytes.
 */
KAM_MUST_CHECK bool kam_heading_title_unit(struct kam_text cell, struct kam_unit *unit);

/* The same of a title that goes on in the cell behind it: 单位 and 万元. */
KAM_MUST_CHECK bool kam_heading_title_pair(struct kam_text cell, struct kam_text next,
                                           struct kam_unit *unit);

#endif
