/*
 * totalword: the words that say of a line that it is a sum of lines.
 */
#ifndef KAM_IMPORT_TOTALWORD_H
#define KAM_IMPORT_TOTALWORD_H

#include "base/text.h"

/*
 * The word by which CELL says that its line is a total: 合计, 小计, 总计, Total, Grand total,
 * Summe, Carried forward and the like, alone; at the end, as spreadsheets put it below a group
 * (华东 汇总, ACME Total); or at the beginning: a Chinese one before anything (合计：100户), total,
 * subtotal and grand total before a bracket, a colon or a number (Total (CNY), Total 2026-10, but
 * not Total Energies). NULL if it doesn't. The same word is the same literal. Case, width, spaces,
 * a colon at the end and asterisks around it don't matter.
 */
const char *kam_total_word(struct kam_text cell);

#endif
