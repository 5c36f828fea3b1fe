/*
 * totalword: the words that say of a line that it is a sum of lines.
 */
#ifndef KAM_IMPORT_TOTALWORD_H
#define KAM_IMPORT_TOTALWORD_H

#include "base/text.h"

/*
 * The word by which CELL says that its line is a total: 合计, 小计, 总计, Total, Grand total and
 * the like, alone or at the end, as spreadsheets put it below a group (华东 汇总, ACME Total); NULL
 * if it doesn't. The same word is the same literal. Case, width, spaces and a colon at the end
 * don't matter.
 */
const char *kam_total_word(struct kam_text cell);

#endif
