/*
 * importmap: which column of a raw export means what, by name or by its usual headings.
 */
#ifndef KAM_IMPORT_IMPORTMAP_H
#define KAM_IMPORT_IMPORTMAP_H

#include "import/importplan.h"

/* True if a record of NAMES could be the header: an account and an amount can be found in it. */
bool kam_import_map_fits(const struct kam_import_options *options, const struct kam_text *names,
                         size_t count);

/*
 * Find the columns of all roles in FILE, whose header is known. KAM_DATA at PLACE for a column
 * that is missing or that two could be, with the names there are and the option to say.
 */
KAM_MUST_CHECK enum kam_status kam_import_map_roles(struct kam_import_file *file,
                                                    const struct kam_import_options *options,
                                                    const struct kam_place *place,
                                                    struct kam_error *error);

/* The one column called NAME; KAM_NO_COLUMN in *COLUMN if there is none; KAM_DATA if two. */
KAM_MUST_CHECK enum kam_status kam_import_map_column(const struct kam_import_file *file,
                                                     struct kam_text name, size_t *column,
                                                     const struct kam_place *place,
                                                     struct kam_error *error);

/* NAMES[COUNT] for a message, cut where there are many; it is LIST's, or constant. */
const char *kam_import_map_list(const struct kam_text *names, size_t count,
                                struct kam_buffer *list);

/* KAM_DATA: nothing looks like ROLE; lists the names there are and how to say which it is. */
enum kam_status kam_import_map_unknown(const struct kam_import_file *file, enum kam_role role,
                                       const char *otherwise, const struct kam_place *place,
                                       struct kam_error *error);

/* KAM_DATA: no column NAME, which OPTION wants; lists the names there are. */
enum kam_status kam_import_map_missing(const struct kam_import_file *file, struct kam_text name,
                                       const char *option, const struct kam_place *place,
                                       struct kam_error *error);

#endif
