/*
 * importmodel: what an import leaves open is taken from the model's [import].
 */
#ifndef KAM_IMPORT_IMPORTMODEL_H
#define KAM_IMPORT_IMPORTMODEL_H

#include "import/importplan.h"

/* Fill in what SECTION says and OPTIONS don't. OPTIONS borrow from SECTION from then on. */
void kam_import_complete(struct kam_import_options *options,
                         const struct kam_model_import *section);

#endif
