/*
 * footnote: what people and reports write below a table: who made it, when it was printed, how many
 * rows it has.
 */
#ifndef KAM_IMPORT_FOOTNOTE_H
#define KAM_IMPORT_FOOTNOTE_H

#include "base/text.h"

/* True if the first of CELLS[COUNT] that isn't empty begins as such a note does: 制表人：张三, 共
   12 条, Page 1 of 3. */
bool kam_is_footnote(const struct kam_text *cells, size_t count);

#endif
