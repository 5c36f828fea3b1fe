/*
 * circle: accounts that are parents, or payers, of each other in a circle. That does no harm, as
 * they are one customer, but is rarely meant.
 *
 * Searched in depth, each way back to an account on the path is one circle; without recursion, in
 * time linear in the links. Which circles are found depends on the ids alone.
 */
#ifndef KAM_GROUP_CIRCLE_H
#define KAM_GROUP_CIRCLE_H

#include "group/group.h"

/*
 * Append the first MOST circles of KIND (KAM_HUB_PARENT, with the accounts that are their own
 * parent, or KAM_HUB_PAYER) to TEXT, as "'a' -> 'b' -> 'a'" from the smallest id on, with a line
 * end behind each; long ones are cut short. *COUNT is how many there are. False when memory ran
 * out.
 */
KAM_MUST_CHECK bool kam_circles_write(const struct kam_groups *groups, enum kam_hub_kind kind,
                                      size_t most, struct kam_buffer *text, size_t *count);

#endif
