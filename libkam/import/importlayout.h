/*
 * importlayout: what the records of an import consist of, and where its parts stand in each input.
 *
 * The names come from the options, from the roles found in raw exports, and from the columns of
 * account tables; their order depends on none of the inputs' order.
 */
#ifndef KAM_IMPORT_IMPORTLAYOUT_H
#define KAM_IMPORT_IMPORTLAYOUT_H

#include "import/importplan.h"

/* KAM_USAGE for a kept, summed or collected column with a name that is taken. */
KAM_MUST_CHECK enum kam_status
kam_import_layout_check_names(const struct kam_import_options *options, struct kam_error *error);

/* Make PLAN's layout; all its files are mapped. */
KAM_MUST_CHECK enum kam_status kam_import_layout_make(struct kam_import_plan *plan,
                                                      const struct kam_import_options *options,
                                                      struct kam_error *error);

/* Find the parts of the layout in every file. KAM_DATA for a measure that one of them lacks. */
KAM_MUST_CHECK enum kam_status kam_import_layout_place(struct kam_import_plan *plan,
                                                       const struct kam_import_options *options,
                                                       struct kam_error *error);

#endif
