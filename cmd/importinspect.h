/*
 * importinspect: kam-import --inspect.
 */
#ifndef KAM_IMPORTINSPECT_H
#define KAM_IMPORTINSPECT_H

#include "front.h"
#include "import/importplan.h"

enum kam_inspect_form {
    KAM_INSPECT_NO,
    KAM_INSPECT_TEXT,  /* for a person */
    KAM_INSPECT_TSV,   /* a fact per row */
    KAM_INSPECT_MODEL, /* the sections of a model only */
};

/*
 * Inspect the front's inputs, one by one, and write what was found out in FORM; AS is the title
 * that a section gets, NULL for none. KAM_OK only if an import of each would succeed.
 */
KAM_MUST_CHECK enum kam_status kam_import_inspect(struct kam_front *front,
                                                  const struct kam_import_options *options,
                                                  enum kam_inspect_form form, const char *as,
                                                  struct kam_error *error);

#endif
