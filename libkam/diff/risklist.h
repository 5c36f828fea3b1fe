/*
 * risklist: the customers at risk as a table, the largest loss first.
 *
 * Columns, those without a source left out: account_id, account_name, the attributes, tier, move,
 * risks, evidence, segment_share, dependence, loss_direct, loss_deep, loss. A column is one entry
 * of a table in risklist.c: its name, when it is there, and what its cells say.
 */
#ifndef KAM_DIFF_RISKLIST_H
#define KAM_DIFF_RISKLIST_H

#include "diff/risk.h"
#include "io/writer.h"

/* Header and rows. KAM_NOMEM; failures of the output are said at its commit. */
KAM_MUST_CHECK enum kam_status kam_risklist_write(const struct kam_risks *risks,
                                                  struct kam_writer *writer,
                                                  struct kam_error *error);

#endif
