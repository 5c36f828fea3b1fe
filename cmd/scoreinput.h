/*
 * scoreinput: the table that kam-score scores: what it read, with what is put beside it first.
 */
#ifndef KAM_SCOREINPUT_H
#define KAM_SCOREINPUT_H

#include "front.h"
#include "table/table.h"

/*
 * Read the table of FRONT's files into TABLE, which the caller frees whatever the status, and put
 * beside it what MODEL asks for.
 */
KAM_MUST_CHECK enum kam_status kam_scoreinput_read(struct kam_front *front,
                                                   const struct kam_model *model,
                                                   struct kam_table *table,
                                                   struct kam_error *error);

#endif
