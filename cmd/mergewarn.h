/*
 * mergewarn: what kam-merge-group warns about: ids that may be wrong, columns that nobody said how
 * to merge.
 */
#ifndef KAM_MERGEWARN_H
#define KAM_MERGEWARN_H

#include "front.h"
#include "group/groupmerge.h"

/* Say all of it, each kind cut short. KAM_NOMEM is the only failure. */
KAM_MUST_CHECK enum kam_status kam_merge_warn(struct kam_front *front,
                                              const struct kam_groupmerge *merge,
                                              struct kam_error *error);

/* Parents and payers that lead in a circle, as notes; likewise. */
KAM_MUST_CHECK enum kam_status kam_merge_note_circles(const struct kam_front *front,
                                                      const struct kam_groups *groups,
                                                      struct kam_error *error);

#endif
