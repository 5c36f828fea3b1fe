/*
 * inspectmodel: the section [import] of a model that says of an export what was found out, so that
 * an import with it gives what the inspected run would have given.
 */
#ifndef KAM_IMPORT_INSPECTMODEL_H
#define KAM_IMPORT_INSPECTMODEL_H

#include "import/importplan.h"

/*
 * Append the keys of FILE's section, a line each, without [import] above them. What is still open,
 * what a model can't say, and options that have no key there, become comments. What the import
 * finds by itself however the next export may be written, such as the line of the header, isn't
 * said. False when memory ran out.
 */
KAM_MUST_CHECK bool kam_inspect_section(const struct kam_import_file *file,
                                        const struct kam_import_options *options,
                                        struct kam_buffer *out);

#endif
