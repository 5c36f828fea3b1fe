/*
 * inspectopen: what an inspection proposes where an export leaves something open.
 */
#ifndef KAM_IMPORT_INSPECTOPEN_H
#define KAM_IMPORT_INSPECTOPEN_H

#include "import/importplan.h"

/*
 * Append the values that could settle the doubt about KEY in FILE, as a model would say them, with
 * " | " between them: for a role the columns that are called or look like it. Nothing where there
 * are none. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_inspect_candidates(const struct kam_import_file *file, const char *key,
                                           struct kam_buffer *out);

/*
 * FILE has no record in which an account and an amount are found. Where the one that was taken for
 * its header, for want of a better one, looks like data, a doubt about `columns` replaces all
 * others.
 */
KAM_MUST_CHECK enum kam_status kam_inspect_doubt_header(struct kam_import_file *file,
                                                        struct kam_error *error);

#endif
