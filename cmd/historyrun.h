/*
 * historyrun: kam-diff --history: a row per customer of many snapshots.
 */
#ifndef KAM_HISTORYRUN_H
#define KAM_HISTORYRUN_H

#include "comparing.h"

/* Wrong usage where there is one operand, or one twice, or OPTIONS that only pairs have. */
void kam_historyrun_check(const struct kam_front *front,
                          const struct kam_comparing_options *options);

/*
 * Read the model and the operands, whatever order they are in, and write what became of every
 * customer. Of OPTIONS what is measured, allowed, and the number of threads is looked at.
 */
KAM_MUST_CHECK enum kam_status kam_historyrun(struct kam_front *front,
                                              const struct kam_comparing_options *options,
                                              struct kam_error *error);

#endif
