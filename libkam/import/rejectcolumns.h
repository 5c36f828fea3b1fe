/*
 * rejectcolumns: the columns that lines rejected from several exports have in one file.
 */
#ifndef KAM_IMPORT_REJECTCOLUMNS_H
#define KAM_IMPORT_REJECTCOLUMNS_H

#include "import/importplan.h"

/* List the columns of all raw exports of PLAN, and where each file's stand among them. */
KAM_MUST_CHECK enum kam_status kam_reject_columns_list(struct kam_import_plan *plan,
                                                       struct kam_error *error);

#endif
