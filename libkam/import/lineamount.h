/*
 * lineamount: the amounts in a line, as its file writes them.
 */
#ifndef KAM_IMPORT_LINEAMOUNT_H
#define KAM_IMPORT_LINEAMOUNT_H

#include "import/importline.h"

/* The amount of a line: a cell, a constant, or the product of two of them. KAM_DATA for a bad one.
 */
KAM_MUST_CHECK enum kam_status kam_line_read_amount(struct kam_line_reader *lines,
                                                    const struct kam_text *cells, uint64_t line,
                                                    struct kam_amount *amount,
                                                    struct kam_error *why);

/* Sum number I of a line. KAM_END for an empty cell, which adds nothing: *AMOUNT is 0 then. */
KAM_MUST_CHECK enum kam_status kam_line_read_sum(struct kam_line_reader *lines,
                                                 const struct kam_text *cells, uint64_t line,
                                                 size_t i, struct kam_amount *amount,
                                                 struct kam_error *why);

#endif
