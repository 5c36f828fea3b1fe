/*
 * linekind: what is no line of a bill, though it stands among them. CELLS are those that LINES
 * selected.
 */
#ifndef KAM_IMPORT_LINEKIND_H
#define KAM_IMPORT_LINEKIND_H

#include "import/importline.h"

/*
 * The word by which a line says that it is a sum of lines, in its account cell, or without an
 * account in its first cell or its name; NULL if it doesn't. See totalword.h.
 */
const char *kam_line_total_word(const struct kam_line_reader *lines, const struct kam_text *cells);

/* The header once more, as where exports were put one behind the other. */
bool kam_line_is_header(const struct kam_line_reader *lines, const struct kam_text *cells);

/* Another header: what follows has its columns elsewhere. Asked of a line without an amount. */
bool kam_line_is_other_header(const struct kam_line_reader *lines, const struct kam_text *cells);

#endif
