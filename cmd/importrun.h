/*
 * importrun: what kam-import does once its options are known.
 */
#ifndef KAM_IMPORTRUN_H
#define KAM_IMPORTRUN_H

#include "importsettings.h"

/* Read the front's inputs as SETTINGS say, and write the account table and the lists. */
KAM_MUST_CHECK enum kam_status kam_import_run_tool(struct kam_front *front,
                                                   const struct kam_import_settings *settings,
                                                   struct kam_error *error);

#endif
