/*
 * linekind: what is no line of a bill, though it stands among them. CELLS are those that LINES
 * selected.
 */
#ifndef KAM_IMPORT_LINEKIND_H
#define KAM_IMPORT_LINEKIND_H

#include "import/importline.h"
#include "import/totalword.h"

/*
 * The word by which a line says that it is a sum of lines, in its account cell, or without an
 * account in its first cell or its name; NULL if it doesn't. See totalword.h.
 */
const char *kam_line_total_word(const struct kam_line_reader *lines, const struct kam_text *cells);

/*
 * False if it doesn't for sure, where its service is known or it has none: nearly always a look at
 * the edges of its cells tells.
 */
static inline bool kam_line_may_be_total(const struct kam_line_reader *lines,
                                         const struct kam_text *cells, bool service_is_known)
{
    struct kam_text account = cells[lines->account];

    /* What can't be a word isn't blank either, but for an empty cell. */
    return account.len == 0 || kam_total_may_be(account) ||
           (lines->name != KAM_NO_COLUMN && kam_total_may_be(cells[lines->name])) ||
           (lines->service != KAM_NO_COLUMN && !service_is_known);
}

/* The header once more, as where exports were put one behind the other. */
bool kam_line_is_header(const struct kam_line_reader *lines, const struct kam_text *cells);

/* Another header: what follows has its columns elsewhere. Asked of a line without an amount. */
bool kam_line_is_other_header(const struct kam_line_reader *lines, const struct kam_text *cells);

#endif
