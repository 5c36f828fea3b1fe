/*
 * inspecttext: an inspection as a person reads it.
 */
#ifndef KAM_INSPECTTEXT_H
#define KAM_INSPECTTEXT_H

#include "import/inspect.h"
#include "io/output.h"

/* What messages call the input: its path, or standard input. */
const char *kam_inspect_name(const struct kam_inspection *inspection);

/* Write what was found out about one input. False when memory ran out. */
KAM_MUST_CHECK bool kam_inspect_write_text(const struct kam_inspection *inspection,
                                           struct kam_output *output);

#endif
