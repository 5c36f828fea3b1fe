/*
 * storydelta: how much a number changed, as people read it.
 */
#ifndef KAM_EXPLAIN_STORYDELTA_H
#define KAM_EXPLAIN_STORYDELTA_H

#include "explain/storyvalue.h"

/* A change of numbers of COLUMN, exactly, with its sign: +1,234.00; -0.5. */
struct kam_text kam_story_delta(struct kam_story *story, struct kam_text column,
                                struct kam_decimal delta);

/* DELTA as a part of FROM, rounded half to even to one place: -38.2%. Empty unless FROM > 0. */
struct kam_text kam_story_rate(struct kam_story *story, struct kam_decimal from,
                               struct kam_decimal delta);

#endif
