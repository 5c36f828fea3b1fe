/*
 * commonmonths: the months that the windows of two snapshots have in common.
 *
 * Of twelve months, two snapshots in a row share eleven: what differs between them comes from the
 * others, unless bills of a month were corrected, or accounts regrouped.
 */
#ifndef KAM_DIFF_COMMONMONTHS_H
#define KAM_DIFF_COMMONMONTHS_H

#include "tier/snapshot.h"

struct kam_commonmonths {
    int first; /* a month */
    size_t count;
};

/* Those of OLD and NEW; none where a window has no months. */
struct kam_commonmonths kam_commonmonths_of(const struct kam_window *old,
                                            const struct kam_window *new);

#endif
