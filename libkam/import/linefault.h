/*
 * linefault: what is wrong with a cell of a line, in words.
 */
#ifndef KAM_IMPORT_LINEFAULT_H
#define KAM_IMPORT_LINEFAULT_H

#include "import/importline.h"

/* KAM_DATA because of REASON for CELL, at position AT of LINE. */
enum kam_status kam_line_bad_cell(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                  const char *reason, struct kam_text cell, struct kam_error *why);

/* The same where the cell EVIDENCE decided how others are read: it is named, too. */
enum kam_status kam_line_contradicts(const struct kam_line_reader *lines, uint64_t line, size_t at,
                                     const char *reason, struct kam_text cell,
                                     const struct kam_evidence *evidence, struct kam_error *why);

/* The same for a cell with another currency BESIDE it than its column is said to have. */
enum kam_status kam_line_other_currency(const struct kam_line_reader *lines, uint64_t line,
                                        size_t at, enum kam_currency beside, struct kam_text cell,
                                        struct kam_error *why);

#endif
