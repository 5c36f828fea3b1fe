/*
 * riskcolumns: which columns of snapshots have to be read so that risks can be found.
 */
#ifndef KAM_DIFF_RISKCOLUMNS_H
#define KAM_DIFF_RISKCOLUMNS_H

#include "model/model.h"

/*
 * Those that [risk] and [dependence] of MODEL look at in *COLUMNS, made in ARENA, perhaps several
 * times and together with names that no snapshot has; *MONTHS: month columns are among them.
 * KAM_USAGE for a model without risks.
 */
KAM_MUST_CHECK enum kam_status kam_riskcolumns_find(const struct kam_model *model,
                                                    struct kam_text_list *columns, bool *months,
                                                    struct kam_arena *arena,
                                                    struct kam_error *error);

#endif
