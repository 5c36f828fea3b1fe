/*
 * columnunit: the unit of every column of amounts, from options, headings and title lines.
 */
#ifndef KAM_IMPORT_COLUMNUNIT_H
#define KAM_IMPORT_COLUMNUNIT_H

#include "import/importplan.h"

/*
 * Decide the units of the columns of FILE that are amounts. KAM_DATA where a title line states one
 * and a summed column may be anything.
 */
KAM_MUST_CHECK enum kam_status kam_column_units_decide(struct kam_import_file *file,
                                                       const struct kam_import_options *options,
                                                       const struct kam_reader *reader,
                                                       struct kam_error *error);

/* KAM_DATA for a unit that the options give to a column that none of the exports has. */
KAM_MUST_CHECK enum kam_status kam_column_units_check(struct kam_import_plan *plan,
                                                      const struct kam_import_options *options,
                                                      struct kam_error *error);

/* UNIT, known from SOURCE, is the unit of a column. */
void kam_column_unit_settle(struct kam_column_convention *convention, struct kam_unit unit,
                            const char *source);

#endif
