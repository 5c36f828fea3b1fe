/*
 * inspectfile: the facts about an input itself: its bytes, its header, its columns, and how its
 * cells are written.
 */
#ifndef KAM_IMPORT_INSPECTFILE_H
#define KAM_IMPORT_INSPECTFILE_H

#include "import/fact.h"
#include "import/importplan.h"

/* Of wide exports only the columns with a meaning are listed, and those that could have one. */
enum { KAM_INSPECT_COLUMNS = 30 };

/* What is known before anything is understood: the encoding. */
void kam_inspect_bytes(struct kam_facts *facts, const struct kam_import_file *file,
                       const struct kam_import_options *options);

/* All of it, of a FILE that was looked at. */
void kam_inspect_file(struct kam_facts *facts, const struct kam_import_file *file,
                      const struct kam_import_options *options);

/* What is open, with the values that could settle it. */
void kam_inspect_doubts(struct kam_facts *facts, const struct kam_import_file *file);

#endif
