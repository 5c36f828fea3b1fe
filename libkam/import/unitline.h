/*
 * unitline: a title whose purpose is to state a unit, known or not.
 */
#ifndef KAM_IMPORT_UNITLINE_H
#define KAM_IMPORT_UNITLINE_H

#include "base/text.h"

/*
 * True if CELL, perhaps with the cell NEXT behind it, says 单位：, 金额单位：, 計量単位： or Unit:
 * and then something: 单位：千盧布, Unit: M. Whether it is understood headingunit.h knows. False
 * for what seems to be an organisation: 单位：某某公司, 编制单位：甲, Business unit: k; and for
 * more than 1024 bytes.
 */
KAM_MUST_CHECK bool kam_unit_line(struct kam_text cell, struct kam_text next);

#endif
