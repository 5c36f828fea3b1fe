/*
 * lineinvoice: the key that tells a line from all others, --invoice.
 */
#ifndef KAM_IMPORT_LINEINVOICE_H
#define KAM_IMPORT_LINEINVOICE_H

#include "import/importline.h"

/* Note the key of a line. KAM_DATA if it is empty, or occurred before. */
KAM_MUST_CHECK enum kam_status kam_line_check_invoice(struct kam_line_reader *lines,
                                                      const struct kam_text *cells, uint64_t line,
                                                      struct kam_error *why);

#endif
