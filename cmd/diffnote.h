/*
 * diffnote: what kam-diff says with -v of a comparison, whatever its view.
 */
#ifndef KAM_DIFFNOTE_H
#define KAM_DIFFNOTE_H

#include "diff/bridge.h"
#include "front.h"

/*
 * That the windows overlap, unless months were compared (MEASURE); how many customers moved, by
 * their moves; the revenues of both snapshots.
 */
void kam_diffnote_say(const struct kam_front *front, const struct kam_bridge *bridge,
                      enum kam_measure measure);

#endif
