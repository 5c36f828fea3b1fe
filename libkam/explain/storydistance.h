/*
 * storydistance: what it takes to go up a tier, and what may be lost before going down one.
 */
#ifndef KAM_EXPLAIN_STORYDISTANCE_H
#define KAM_EXPLAIN_STORYDISTANCE_H

#include "explain/subject.h"
#include "tier/tier.h"

/* The section on the limits around SUBJECT, a row of the table that TIERING is of. */
void kam_storydistance_tell(const struct kam_subject *subject, const struct kam_tiering *tiering,
                            struct kam_story *story);

#endif
