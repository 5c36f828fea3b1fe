/*
 * groupattr: the attributes of a customer: what of its accounts' values in a column stays.
 */
#ifndef KAM_GROUP_GROUPATTR_H
#define KAM_GROUP_GROUPATTR_H

#include "group/group.h"
#include "join/attributemerge.h"

/*
 * The cell of COLUMN for CUSTOMER. KAM_MERGE_MAX and KAM_MERGE_MIN: the greatest or smallest number
 * of its rows, as it is written there (of several ways of writing it the first in byte order),
 * empty where all are empty; what is no number is passed over. Else the value of the row that heads
 * the customer. Borrowed from TABLE.
 */
struct kam_text kam_groupattr_choose(const struct kam_table *table, const struct kam_groups *groups,
                                     uint32_t customer, size_t column,
                                     enum kam_attribute_merge merge);

/*
 * The first customer whose accounts have different numbers in COLUMN, and those in DIFFERENCE;
 * KAM_NONE if there is none.
 */
uint32_t kam_groupattr_differing(const struct kam_table *table, const struct kam_groups *groups,
                                 size_t column, struct kam_difference *difference);

#endif
