/*
 * titleunit: what the titles of an export say of the unit and the currency of its amounts.
 */
#ifndef KAM_IMPORT_TITLEUNIT_H
#define KAM_IMPORT_TITLEUNIT_H

#include "import/importplan.h"

/*
 * Note in FILE what its titles state, what may state a unit, and what contradicts that. Whether it
 * holds columnunit.h decides.
 */
void kam_title_units_find(struct kam_import_file *file);

#endif
